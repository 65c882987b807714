using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Anomalies;

/// <summary>Alarms through the door, on both databases. The figures were worked out by hand from the published formulas.</summary>
public abstract class AnomalyTests(ApiFixture api) : ApiTests(api)
{
    /// <summary>Ten months: mean 5 and sum of squares 10 in the first seven, two between, then 30.</summary>
    private static readonly double?[] Outbreak = [4, 6, 5, 7, 3, 5, 5, 5, 6, 30];

    [Fact]
    public async Task Finds_an_outbreak_at_its_month_and_says_what_it_rests_on()
    {
        var series = await SeriesAsync(Months(Outbreak));

        var answer = await GetAsync($"series={series}&area=404&methods=ears");

        var alarm = answer.GetProperty("alarms").EnumerateArray().Single();
        (Text(alarm, "period"), Text(alarm, "method"), Text(alarm, "areaName"), Number(alarm, "observed"), Number(alarm, "expected")).ShouldBe(("2019-M10", "ears", "Kenya", 30, 5));
        // 25 over sqrt(10/6).
        Number(alarm, "statistic").ShouldBe(19.364917, 1e-6);
        // 5 + t(6, 0.999) sqrt(10/6) sqrt(8/7) = 12.187; given 35 cases in seven bins, 15 or more in the eighth have chance 0.00086 and 14 or more 0.0021.
        Number(alarm, "upper").ShouldBe(14);
        alarm.GetProperty("lower").ValueKind.ShouldBe(JsonValueKind.Null);
        (Text(alarm.GetProperty("baseline"), "from"), Text(alarm.GetProperty("baseline"), "to"), Number(alarm.GetProperty("baseline"), "n")).ShouldBe(("2019-M01", "2019-M07", 7));
        var observation = alarm.GetProperty("observations")[0];
        (Text(observation, "period"), Text(observation, "valueText"), Number(observation, "datasetVersion")).ShouldBe(("2019-M10", "30", 1));
        // One test alone is adjusted to itself.
        Number(alarm, "q").ShouldBe(Number(alarm, "p"));
        (Number(answer, "tests"), Number(answer, "familySize"), Number(answer, "alarmCount")).ShouldBe((1, 1, 1));
        Number(answer, "expectedFalseAlarms").ShouldBe(0.001, 1e-12);
        Text(answer, "verdict").ShouldStartWith("1 alarm among 1 test; about 0.001 are expected by chance if nothing changed.");
    }

    [Fact]
    public async Task Chooses_methods_for_counts_of_weeks_and_adjusts_over_all_tests()
    {
        // 160 weeks of 9, 10, 11, 10 and one of 60: 2019 to 2021 have 157 weeks, so 2022-W01 is the 158th.
        var values = Enumerable.Range(0, 160).Select(i => (double?)(i == 157 ? 60 : 10 + (i % 4 == 0 ? -1 : i % 4 == 2 ? 1 : 0))).ToArray();
        var series = await SeriesAsync(Weeks(values));

        var answer = await GetAsync($"series={series}&area=404");

        var scanned = answer.GetProperty("scanned").EnumerateArray().ToDictionary(s => Text(s, "method"));
        scanned.Keys.ShouldBe(["ears", "farrington_flexible", "negbin"]);
        // 9 bins before the first of EARS; three years of 52 weeks and a window of 3 before the first of Farrington; 5 and a guard of 2 before that of negbin.
        scanned.Values.Select(s => Number(s, "tests")).ShouldBe([151, 1, 153]);
        (Number(answer, "tests"), Number(answer, "familySize")).ShouldBe((305, 305));
        Number(answer, "expectedFalseAlarms").ShouldBe(151 * 0.001 + 0.01 + 153 * 0.001, 1e-9);
        answer.GetProperty("alarms").EnumerateArray().Where(a => Text(a, "method") != "farrington_flexible").Select(a => (Text(a, "period"), Text(a, "method"))).Distinct().Order()
            .ShouldBe([("2022-W01", "ears"), ("2022-W01", "negbin")]);
    }

    [Fact]
    public async Task Judges_periods_from_the_first_that_was_asked_for_and_keeps_the_earlier_as_baseline()
    {
        var series = await SeriesAsync(Months([.. Enumerable.Range(0, 24).Select(i => (double?)(i * i * 5 % 13 + 4.5))]));

        var answer = await GetAsync($"series={series}&area=404&methods=ewma,robust_z&from=2020-M01&baseline=10&onlyAlarms=false");

        var tests = answer.GetProperty("alarms").EnumerateArray().ToList();
        tests.Select(t => Text(t, "period")).Distinct().Order(StringComparer.Ordinal).ShouldBe([.. Enumerable.Range(1, 12).Select(m => $"2020-M{m:00}")]);
        tests.Where(t => Text(t, "method") == "ewma").Select(t => (Text(t.GetProperty("baseline"), "from"), Text(t.GetProperty("baseline"), "to"))).Distinct()
            .ShouldBe([("2019-M03", "2019-M12")]);
        tests.Where(t => Text(t, "method") == "ewma").ShouldAllBe(t => t.GetProperty("p").ValueKind == JsonValueKind.Null && t.GetProperty("q").ValueKind == JsonValueKind.Null);
        (Number(answer, "tests"), Number(answer, "familySize")).ShouldBe((24, 12));
    }

    [Fact]
    public async Task Refuses_gaps_where_equal_steps_are_needed_and_says_so()
    {
        var series = await SeriesAsync(Months([4, 6, 5, 7, null, 3, 5, 5, 5, 6, 4, 30]));

        var answer = await GetAsync($"series={series}&area=404&methods=ears,farrington,negbin,robust_z");

        answer.GetProperty("scanned").EnumerateArray().ToDictionary(s => Text(s, "method"), s => (s.GetProperty("applied").GetBoolean(), Text(s, "reason")))
            .ShouldBe(new Dictionary<string, (bool, string)>
            {
                ["ears"] = (false, "gaps"),
                ["farrington"] = (false, "gaps"),
                ["negbin"] = (true, ""),
                ["robust_z"] = (true, ""),
            });
    }

    [Fact]
    public async Task Reads_the_state_that_was_asked_for()
    {
        var series = await SeriesAsync(Months(Outbreak));

        var before = await Anonymous.GetAsync(new Uri($"/v1/anomalies?series={series}&area=404&asOf=2001-01-01", UriKind.Relative), Stop);

        before.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Gives_the_same_at_the_graph_door()
    {
        var series = await SeriesAsync(Months(Outbreak));
        var rest = await GetAsync($"series={series}&area=404&methods=ears,negbin&onlyAlarms=false");

        var graph = await Anonymous.DataAsync(
            $$"""{ it: anomalies(series: ["{{series}}"], area: ["404"], methods: ["ears", "negbin"], onlyAlarms: false) { tests familySize alarmCount expectedFalseAlarms verdict alarms { period method observed upper p q alarm baseline { from to n } observations { valueText datasetVersion } } scanned { method tests reason dimensions { dimension code } } } }""", "it");

        foreach (var name in new[] { "tests", "familySize", "alarmCount", "expectedFalseAlarms", "verdict" })
        {
            graph.GetProperty(name).ToString().ShouldBe(rest.GetProperty(name).ToString());
        }

        foreach (var (r, g) in rest.GetProperty("alarms").EnumerateArray().Zip(graph.GetProperty("alarms").EnumerateArray()))
        {
            g.EnumerateObject().Where(p => p.Name is not ("observations" or "baseline")).ShouldAllBe(p => p.Value.ToString() == r.GetProperty(p.Name).ToString());
        }

        graph.GetProperty("scanned").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Draws_one_series_and_writes_rows()
    {
        var series = await SeriesAsync(Months(Outbreak));

        var svg = await Anonymous.GetStringAsync(new Uri($"/v1/anomalies?series={series}&area=404&methods=ears&format=svg", UriKind.Relative), Stop);
        var csv = await Anonymous.GetStringAsync(new Uri($"/v1/anomalies?series={series}&area=404&methods=ears,negbin&onlyAlarms=false&format=csv", UriKind.Relative), Stop);

        var texts = XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        texts.ShouldContain("2019-M10");
        texts.ShouldContain("alarm: ears");
        texts.ShouldContain(t => t.Contains("expected by chance"));
        // A header, one test of EARS, and three of negbin, which needs five bins and a guard of two.
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(5);
    }

    [Fact]
    public async Task Scans_all_areas_of_several_series_at_once()
    {
        var answer = await GetAsync("series=EG_FEC_RNEW,EG_ELC_ACCS&dataset=sdg-demo&headline=true&asOf=2021-01-01");

        var scanned = answer.GetProperty("scanned").EnumerateArray().ToList();
        scanned.Select(s => Text(s, "series")).Distinct().Order(StringComparer.Ordinal).ShouldBe(["EG_ELC_ACCS", "EG_FEC_RNEW"]);
        scanned.Count(s => Text(s, "series") == "EG_FEC_RNEW" && Text(s, "method") == "robust_z").ShouldBe(10);
        scanned.Sum(s => Number(s, "tests")).ShouldBe(Number(answer, "tests"));
        scanned.Sum(s => Number(s, "alarms")).ShouldBe(Number(answer, "alarmCount"));
    }

    [Theory]
    [InlineData("area=404", HttpStatusCode.BadRequest)]
    [InlineData("series=EG_FEC_RNEW&methods=magic", HttpStatusCode.BadRequest)]
    [InlineData("series=EG_FEC_RNEW&alpha=0.5", HttpStatusCode.BadRequest)]
    [InlineData("series=EG_FEC_RNEW&baseline=4", HttpStatusCode.BadRequest)]
    [InlineData("series=EG_FEC_RNEW&limit=0", HttpStatusCode.BadRequest)]
    [InlineData("series=EG_FEC_RNEW&from=2015&to=2010", HttpStatusCode.BadRequest)]
    [InlineData("series=EG_FEC_RNEV", HttpStatusCode.NotFound)]
    [InlineData("series=EG_FEC_RNEW&area=nowhere", HttpStatusCode.NotFound)]
    [InlineData("series=EG_FEC_RNEW&dataset=sdg-demo&format=svg", HttpStatusCode.UnprocessableEntity)]
    [InlineData("series=SH_DYN_MORT&dataset=sdg-demo&area=404", HttpStatusCode.UnprocessableEntity)]
    public async Task Refuses_what_it_cannot_answer(string query, HttpStatusCode status)
    {
        var response = await Anonymous.GetAsync(new Uri($"/v1/anomalies?{query}", UriKind.Relative), Stop);

        response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync(Stop));
    }

    private static IEnumerable<(string Period, double? Value)> Months(double?[] values) =>
        values.Select((v, i) => (string.Create(CultureInfo.InvariantCulture, $"{2019 + i / 12}-M{i % 12 + 1:00}"), v));

    private static IEnumerable<(string Period, double? Value)> Weeks(double?[] values) => values.Select((v, i) =>
    {
        var monday = ISOWeek.ToDateTime(2019, 1, DayOfWeek.Monday).AddDays(7 * i);
        return (string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday)}-W{ISOWeek.GetWeekOfYear(monday):00}"), v);
    });

    private async Task<string> SeriesAsync(IEnumerable<(string Period, double? Value)> values)
    {
        var dataset = await Given.DatasetAsync();
        var series = "TOY_" + dataset.Replace('-', '_').ToUpperInvariant();
        var rows = values.Where(v => v.Value is not null).Select(v => string.Create(CultureInfo.InvariantCulture, $"{series},404,{v.Period},{v.Value}"));
        await Given.ImportAsync(dataset, $"SeriesCode,GeoAreaCode,TimePeriod,Value\n{string.Join('\n', rows)}\n");
        return series;
    }

    private Task<JsonElement> GetAsync(string query) => Anonymous.GetJsonAsync($"/v1/anomalies?{query}");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).ToString();

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public sealed class OnSqlite(GraphDemo.OnSqlite api) : AnomalyTests(api), IClassFixture<GraphDemo.OnSqlite>;

    public sealed class OnPostgres(GraphDemo.OnPostgres api) : AnomalyTests(api), IClassFixture<GraphDemo.OnPostgres>;
}
