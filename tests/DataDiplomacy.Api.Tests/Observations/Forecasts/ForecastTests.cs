using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Forecasts;

/// <summary>Forecasts through the door, on both databases. The figures are those of the published cases drift_forecast-v-04 and holt_damped-v-05, or worked out by hand.</summary>
public abstract class ForecastTests(ApiFixture api) : ApiTests(api)
{
    private static readonly double[] Sixteen = [61.2, 62, 63.1, 63.9, 65.2, 66, 66.4, 67.5, 68.1, 68.9, 69.2, 70.1, 70.3, 70.9, 71.6, 71.8];

    [Fact]
    public async Task Says_between_less_than_one_and_86_per_cent_where_one_model_alone_would_mislead()
    {
        var series = await SeriesAsync(Years(2000, Sixteen));

        var one = await OneAsync($"series={series}&area=404&horizon=6&target=75&targetDirection=increase");

        Models(one).Keys.ShouldBe(["naive", "drift", "simple", "holt", "damped"]);
        Last(Models(one)["drift"], "probabilityOfTarget").ShouldBe(0.8611923589009077, 1e-9);
        Last(Models(one)["drift"], "mean").ShouldBe(76.04, 1e-9);
        Last(Models(one)["drift"], "lower95").ShouldBe(74.16252227340271, 1e-9);
        Last(Models(one)["drift"], "upper80").ShouldBe(77.26761670049794, 1e-9);
        Last(Models(one)["damped"], "probabilityOfTarget").ShouldBeLessThan(1e-5);
        var range = one.GetProperty("probabilityRange");
        range.GetProperty("sentence").GetString().ShouldBe("between <1 % and 86 %: the models disagree");
        (range.GetProperty("period").GetString(), range.GetProperty("direction").GetString()).ShouldBe(("2021", "increase"));
        one.GetProperty("verdict").GetString().ShouldNotBeNull().ShouldContain("The chance of at least 75 in 2021 is between <1 % and 86 %: the models disagree.");
        (one.GetProperty("origin").GetString(), one.GetProperty("scale").GetString(), one.GetProperty("n").GetInt32()).ShouldBe(("2015", "linear", 16));
        one.GetProperty("periods").EnumerateArray().Select(p => p.GetString()).ShouldBe(["2016", "2017", "2018", "2019", "2020", "2021"]);
        // The envelope holds the interval of each model.
        Last(one.GetProperty("ensembleRange"), "high").ShouldBe(Models(one).Values.Max(m => Last(m, "upper95")));
        Last(one.GetProperty("ensembleRange"), "low").ShouldBe(Models(one).Values.Min(m => Last(m, "lower95")));
    }

    [Fact]
    public async Task Works_short_series_out_as_by_hand_and_says_why_nothing_was_tested()
    {
        var series = await SeriesAsync(Years(2010, [1, 4, 5, 7]));

        var one = await OneAsync($"series={series}&area=404&horizon=2");

        // Changes 3, 1, 2: drift 2, s = 1, sd = sqrt(h (1 + h/3)); naive: squares 9 + 1 + 4 over 3.
        Models(one).Keys.ShouldBe(["naive", "drift"]);
        Last(Models(one)["drift"], "mean").ShouldBe(11, 1e-12);
        Last(Models(one)["drift"], "sd").ShouldBe(Math.Sqrt(10.0 / 3), 1e-12);
        Last(Models(one)["naive"], "sd").ShouldBe(Math.Sqrt(2 * 14.0 / 3), 1e-12);
        Models(one)["drift"].GetProperty("parameters").GetProperty("drift").GetDouble().ShouldBe(2);
        Models(one)["drift"].GetProperty("backTest").ValueKind.ShouldBe(JsonValueKind.Null);
        Models(one)["drift"].GetProperty("backTestReason").GetString().ShouldBe("insufficient_data");
        Warnings(one).ShouldContain(w => w.StartsWith("Left out: Holt needs 9 values"));
        one.GetProperty("probabilityRange").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Tests_the_models_on_values_held_back()
    {
        var series = await SeriesAsync(Years(2010, [1, 2, 3, 4, 5, 6, 7, 8, 9]));

        var one = await OneAsync($"series={series}&area=404&horizon=1&models=naive,drift");

        // Naive errs by 1 with sigma 1 at each of three origins: CRPS = erf(1/sqrt 2) + 2 phi(1) - 1/sqrt pi.
        var naive = Models(one)["naive"].GetProperty("backTest");
        (naive.GetProperty("origins").GetInt32(), naive.GetProperty("scored").GetInt32(), naive.GetProperty("coverageN").GetInt32()).ShouldBe((3, 3, 3));
        naive.GetProperty("mase").GetDouble().ShouldBe(1, 1e-12);
        naive.GetProperty("crps").GetDouble().ShouldBe(0.6024413576, 1e-9);
        naive.GetProperty("coverage95").GetDouble().ShouldBe(1);
        naive.GetProperty("skillAgainstNaive").ValueKind.ShouldBe(JsonValueKind.Null);
        Models(one)["drift"].GetProperty("backTest").GetProperty("skillAgainstNaive").GetDouble().ShouldBe(1, 1e-9);
        Warnings(Models(one)["drift"]).ShouldContain(w => w.StartsWith("The fit has no error at all"));
    }

    [Fact]
    public async Task Takes_target_direction_and_year_from_what_the_series_is_measured_against()
    {
        var series = await SeriesAsync(Years(2012, [40, 38, 37, 35, 34, 32]), """{ "direction": "decrease", "target": 25, "targetYear": 2021, "source": "A target of a test" }""");

        var one = await OneAsync($"series={series}&area=404");

        var (target, range) = (one.GetProperty("target"), one.GetProperty("probabilityRange"));
        (target.GetProperty("value").GetDouble(), target.GetProperty("direction").GetString(), target.GetProperty("year").GetInt32(), target.GetProperty("source").GetString())
            .ShouldBe((25, "decrease", 2021, "A target of a test"));
        (one.GetProperty("horizon").GetInt32(), range.GetProperty("period").GetString()).ShouldBe((4, "2021"));
        // Drift -1.6: mean 25.6 in 2021; s^2 = (0.4^2 + 0.6^2 + 0.4^2 + 0.6^2 + 0.4^2)/4 = 0.3, sd = sqrt(0.3 * 4 * (1 + 4/5)) = sqrt(2.16): P(Z <= -0.6/1.4697).
        Last(Models(one)["drift"], "probabilityOfTarget").ShouldBe(0.34155, 1e-4);
    }

    [Fact]
    public async Task Keeps_shares_within_0_and_100()
    {
        var one = await OneAsync("series=EG_ELC_ACCS&area=KEN&headline=true&dataset=sdg-demo&asOf=2021-01-01");

        one.GetProperty("scale").GetString().ShouldBe("logit");
        (one.GetProperty("n").GetInt32(), one.GetProperty("horizon").GetInt32()).ShouldBe((18, 13));
        Models(one).Values.SelectMany(m => m.GetProperty("upper95").EnumerateArray()).ShouldAllBe(v => v.GetDouble() <= 100);
        Models(one)["drift"].GetProperty("sd").ValueKind.ShouldBe(JsonValueKind.Null);
        one.GetProperty("probabilityRange").GetProperty("period").GetString().ShouldBe("2030");
        Warnings(one).ShouldContain("A target of 100 is the end of the scale: it counts as met from 99 on (UNSD 2023: within one point).");
        (await OneAsync("series=EG_ELC_ACCS&area=KEN&headline=true&dataset=sdg-demo&scale=linear")).GetProperty("scaleReason").GetString().ShouldBe("Linear, as asked for.");
    }

    [Fact]
    public async Task Fills_no_gap_and_says_from_where_there_is_none()
    {
        var series = await SeriesAsync([.. Years(2000, [1, 2, 3, 4]), .. Years(2006, [5, 6, 8])]);

        var gaps = await OneAsync($"series={series}&area=404");
        var after = await OneAsync($"series={series}&area=404&from=2006");

        (gaps.GetProperty("defined").GetBoolean(), gaps.GetProperty("reason").GetString(), gaps.GetProperty("models").GetArrayLength()).ShouldBe((false, "gaps", 0));
        gaps.GetProperty("verdict").GetString().ShouldNotBeNull().ShouldEndWith("From 2006 on there is no gap: from=2006.");
        after.GetProperty("defined").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Warns_that_no_season_is_modelled()
    {
        var series = await SeriesAsync([("2020-Q1", 1), ("2020-Q2", 3), ("2020-Q3", 2), ("2020-Q4", 4), ("2021-Q1", 2)]);

        var one = await OneAsync($"series={series}&area=404&horizon=4");

        one.GetProperty("periods").EnumerateArray().Select(p => p.GetString()).ShouldBe(["2021-Q2", "2021-Q3", "2021-Q4", "2022-Q1"]);
        Warnings(one).ShouldContain(w => w.StartsWith("No season is modelled"));
    }

    [Fact]
    public async Task Forecasts_pairs_together_as_one_family()
    {
        var list = await Anonymous.GetJsonAsync("/v1/forecasts?series=EG_FEC_RNEW,EG_ELC_ACCS&area=KEN,UGA&headline=true&dataset=sdg-demo&horizon=3&asOf=2021-01-01");

        var items = list.GetProperty("items").EnumerateArray().ToList();
        items.Select(i => (i.GetProperty("series").GetString(), i.GetProperty("area").GetString())).ShouldBe(
            [("EG_FEC_RNEW", "404"), ("EG_FEC_RNEW", "800"), ("EG_ELC_ACCS", "404"), ("EG_ELC_ACCS", "800")]);
        items.Select(i => i.GetProperty("datasetVersion").GetInt32()).Distinct().ShouldBe([2]);
        list.GetProperty("asOf").GetString().ShouldBe("2021-01-01T00:00:00Z");
        list.GetProperty("familySize").GetInt32().ShouldBe(items.SelectMany(i => Models(i).Values).Select(m => m.GetProperty("backTest"))
            .Count(t => t.ValueKind == JsonValueKind.Object && t.GetProperty("p").ValueKind == JsonValueKind.Number));
    }

    [Fact]
    public async Task Gives_the_same_at_the_graph_door()
    {
        var rest = await OneAsync("series=EG_FEC_RNEW&area=404&dataset=sdg-demo&asOf=2021-01-01&horizon=4&target=75&models=drift,damped&scale=linear");

        var graph = (await Anonymous.DataAsync(
            """
            { it: forecasts(series: ["EG_FEC_RNEW"], area: [404], dataset: "sdg-demo", asOf: "2021-01-01", horizon: 4, target: 75, models: [DRIFT, DAMPED], scale: LINEAR)
              { verdict scale n ensembleRange { low high } probabilityRange { low sentence } target { value direction } models { model mean sd parameters { name value } backTest { crps q } warnings } } }
            """, "it"))[0];

        graph.GetProperty("verdict").GetString().ShouldBe(rest.GetProperty("verdict").GetString());
        graph.GetProperty("probabilityRange").GetProperty("low").GetDouble().ShouldBe(rest.GetProperty("probabilityRange").GetProperty("low").GetDouble());
        foreach (var (mine, its) in graph.GetProperty("models").EnumerateArray().Zip(rest.GetProperty("models").EnumerateArray()))
        {
            mine.GetProperty("mean").EnumerateArray().Select(v => v.GetDouble()).ShouldBe(its.GetProperty("mean").EnumerateArray().Select(v => v.GetDouble()));
            mine.GetProperty("parameters").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString() ?? "", p => p.GetProperty("value").GetDouble())
                .ShouldBe(its.GetProperty("parameters").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDouble()));
        }
    }

    [Fact]
    public async Task Draws_the_fan_and_writes_a_row_for_each_model_and_period()
    {
        const string Query = "/v1/forecasts?series=EG_ELC_ACCS&area=KEN&headline=true&dataset=sdg-demo&asOf=2021-01-01&horizon=6";

        var svg = XDocument.Parse(await Anonymous.GetStringAsync(new Uri(Query + "&format=svg", UriKind.Relative), Stop));
        var csv = await Anonymous.GetStringAsync(new Uri(Query + "&format=csv", UriKind.Relative), Stop);

        var texts = svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        texts.ShouldContain("target: at least 100 by 2030");
        texts.ShouldContain("As known on 2021-01-01T00:00:00Z");
        texts.ShouldContain("95 % intervals of all models together");
        svg.Descendants().Single(e => e.Name.LocalName == "desc").Value.ShouldContain("The chance of at least 100 in ");
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1 + 5 * 6);
    }

    [Theory]
    [InlineData("area=404", HttpStatusCode.BadRequest)]
    [InlineData("series=EG_FEC_RNEW", HttpStatusCode.BadRequest)]
    [InlineData("series=EG_FEC_RNEW&area=404&models=drift", HttpStatusCode.BadRequest)]
    [InlineData("series=EG_FEC_RNEW&area=404&models=drift,arima", HttpStatusCode.BadRequest)]
    [InlineData("series=EG_FEC_RNEW&area=404&horizon=51", HttpStatusCode.BadRequest)]
    [InlineData("series=EG_FEC_RNEW&area=404&targetDirection=stable", HttpStatusCode.BadRequest)]
    [InlineData("series=EG_FEC_RNEW&area=404&scale=log", HttpStatusCode.BadRequest)]
    [InlineData("series=NO_SUCH&area=404", HttpStatusCode.NotFound)]
    [InlineData("series=EG_FEC_RNEW&area=nowhere", HttpStatusCode.NotFound)]
    [InlineData("series=EG_FEC_RNEW,EG_ELC_ACCS&group=1", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("series=SH_DYN_MORT&area=404&dataset=sdg-demo", HttpStatusCode.UnprocessableEntity)]
    [InlineData("series=EG_FEC_RNEW,EG_ELC_ACCS&area=404&format=svg", HttpStatusCode.UnprocessableEntity)]
    public async Task Refuses_what_it_cannot_answer(string query, HttpStatusCode status)
    {
        var response = await Anonymous.GetAsync(new Uri($"/v1/forecasts?{query}", UriKind.Relative), Stop);

        response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync(Stop));
    }

    private static List<(string Period, double Value)> Years(int first, double[] values) =>
        [.. values.Select((v, i) => ((first + i).ToString(CultureInfo.InvariantCulture), v))];

    private async Task<string> SeriesAsync(IReadOnlyList<(string Period, double Value)> values, string? target = null)
    {
        var dataset = await Given.DatasetAsync();
        var series = "TOY_" + dataset.Replace('-', '_').ToUpperInvariant();
        var rows = values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{series},404,{v.Period},{v.Value}"));
        await Given.ImportAsync(dataset, $"SeriesCode,GeoAreaCode,TimePeriod,Value\n{string.Join('\n', rows)}\n");
        if (target is not null)
        {
            var set = await Admin.PutAsync(new Uri($"/v1/sdg/targets/{series}", UriKind.Relative), JsonContent.Create(JsonElement.Parse(target)), Stop);
            set.StatusCode.ShouldBe(HttpStatusCode.OK, await set.Content.ReadAsStringAsync(Stop));
        }

        return series;
    }

    private async Task<JsonElement> OneAsync(string query) => (await Anonymous.GetJsonAsync($"/v1/forecasts?{query}")).GetProperty("items")[0];

    private static Dictionary<string, JsonElement> Models(JsonElement forecast) =>
        forecast.GetProperty("models").EnumerateArray().ToDictionary(m => m.GetProperty("model").GetString() ?? "");

    private static List<string> Warnings(JsonElement from) => [.. from.GetProperty("warnings").EnumerateArray().Select(w => w.GetString() ?? "")];

    private static double Last(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Last().GetDouble();

    public sealed class OnSqlite(GraphDemo.OnSqlite api) : ForecastTests(api), IClassFixture<GraphDemo.OnSqlite>;

    public sealed class OnPostgres(GraphDemo.OnPostgres api) : ForecastTests(api), IClassFixture<GraphDemo.OnPostgres>;
}
