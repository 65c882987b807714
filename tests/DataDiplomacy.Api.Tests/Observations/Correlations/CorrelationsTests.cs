using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Correlations;

/// <summary>Correlations through the door, on both databases. The figures were worked out by hand.</summary>
public abstract class CorrelationsTests(ApiFixture api) : ApiTests(api)
{
    private const string Demo = "dataset=sdg-demo&asOf=2021-01-01";

    [Fact]
    public async Task Correlates_changes_and_counts_autocorrelated_ones_as_fewer()
    {
        // Changes 1 2 -1 3 -1 and 2 1 -1 4 -1: r = 14/sqrt(12.8 18); a = -9.84/12.8, b = -12/18, so that nEff = 5 (1 - ab)/(1 + ab) with ab = 0.5125.
        var series = await SeriesAsync(("404", [0, 1, 3, 2, 5, 4]), ("50", [10, 12, 13, 12, 16, 15]));

        var answer = await GetAsync($"series={series}&area=KEN,BGD");

        answer.GetProperty("variables").EnumerateArray().Select(v => Text(v, "id")).ShouldBe([$"{series}@50", $"{series}@404"]);
        var pair = answer.GetProperty("pairs")[0];
        (Text(pair, "x"), Text(pair, "y"), Text(pair, "mode")).ShouldBe(($"{series}@50", $"{series}@404", "differences"));
        (pair.GetProperty("n").GetInt32(), pair.GetProperty("nDropped").GetInt32()).ShouldBe((5, 1));
        pair.GetProperty("pearson").GetProperty("r").GetDouble().ShouldBe(14 / Math.Sqrt(12.8 * 18), 1e-12);
        pair.GetProperty("nEffective").GetDouble().ShouldBe(5 * 0.4875 / 1.5125, 1e-12);
        // Less than two pairs leave no degree of freedom.
        pair.GetProperty("pAdjustedForAutocorrelation").GetDouble().ShouldBe(1);
        pair.GetProperty("q").GetDouble().ShouldBe(1);
        answer.GetProperty("familySize").GetInt32().ShouldBe(1);
        Text(pair, "warnings").ShouldContain("Few pairs");
    }

    [Fact]
    public async Task Refuses_levels_that_both_trend_unless_forced()
    {
        var series = await SeriesAsync(("404", [1, 2, 4, 5, 7, 8, 11, 12]), ("50", [2, 3, 3.5, 5, 6, 8, 9, 9.5]));

        var refused = (await GetAsync($"series={series}&area=404,50&mode=levels")).GetProperty("pairs")[0];
        var forced = (await GetAsync($"series={series}&area=404,50&mode=levels&force=true")).GetProperty("pairs")[0];

        (refused.GetProperty("defined").GetBoolean(), Text(refused, "reason")).ShouldBe((false, "both_trending"));
        refused.GetProperty("pearson").ValueKind.ShouldBe(JsonValueKind.Null);
        Text(refused, "verdict").ShouldContain("two unrelated series that do so correlate");
        forced.GetProperty("defined").GetBoolean().ShouldBeTrue();
        forced.GetProperty("pearson").GetProperty("r").GetDouble().ShouldBeGreaterThan(0.9);
        Text(forced, "warnings").ShouldContain("Both series trend");
        Text(forced, "verdict").ShouldContain("no evidence of a relation");
    }

    [Fact]
    public async Task Tells_the_trend_of_each_variable()
    {
        // Eight rising values: exact p = 2/8!.
        var series = await SeriesAsync(("404", [1, 2, 4, 5, 7, 8, 11, 12]), ("50", [2, 1, 2, 1, 2, 1, 2, 1]));

        var variables = (await GetAsync($"series={series}&area=404,50")).GetProperty("variables");

        Text(variables[1].GetProperty("trend"), "direction").ShouldBe("increasing");
        variables[1].GetProperty("trend").GetProperty("p").GetDouble().ShouldBe(2.0 / 40_320, 1e-12);
        // Mean 1.5, squares 8/4, products of neighbours -7/4.
        variables[0].GetProperty("autocorrelation").GetDouble().ShouldBe(-7.0 / 8, 1e-12);
    }

    [Fact]
    public async Task Finds_who_comes_first_and_pays_for_the_search()
    {
        double[] x = [5, 1, 7, 2, 9, 3, 3, 8, 1, 6, 2, 7, 7, 1, 4, 9, 2, 5, 8, 3, 6, 1, 9, 4];
        var series = await SeriesAsync(("50", x), ("404", [4, 4, .. x[..^2]]));

        var answer = await GetAsync($"series={series}&area=404,50&lags=3");

        var lag = answer.GetProperty("pairs")[0].GetProperty("lag");
        (lag.GetProperty("best").GetInt32(), lag.GetProperty("lagsTried").GetInt32()).ShouldBe((2, 7));
        Text(lag, "meaning").ShouldContain("2 years earlier");
        lag.GetProperty("p").GetDouble().ShouldBeLessThan(0.001);
        answer.GetProperty("familySize").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task Holds_a_series_fixed_within_an_area_only()
    {
        var pairs = (await GetAsync($"{Demo}&series=EG_ELC_ACCS,SN_ITK_DEFC&area=404,50&with=EG_FEC_RNEW")).GetProperty("pairs");

        foreach (var pair in pairs.EnumerateArray())
        {
            var sameArea = Text(pair, "x").Split('@')[1] == Text(pair, "y").Split('@')[1];
            (pair.GetProperty("partial").ValueKind == JsonValueKind.Object).ShouldBe(sameArea && pair.GetProperty("defined").GetBoolean());
        }

        pairs.EnumerateArray().Any(p => p.GetProperty("partial").ValueKind == JsonValueKind.Object).ShouldBeTrue();
    }

    [Fact]
    public async Task Filters_by_a_dimension_only_the_series_that_know_it()
    {
        var variables = (await GetAsync($"{Demo}&series=SH_DYN_MORT,EG_FEC_RNEW&area=404&dim.SEX=FEMALE")).GetProperty("variables");

        Text(variables[0].GetProperty("dimensions"), "SEX").ShouldBe("FEMALE");
        variables.EnumerateArray().ShouldAllBe(v => v.GetProperty("n").GetInt32() > 0);
    }

    [Fact]
    public async Task Gives_the_same_at_the_graph_door()
    {
        var shape = await SchemaShape.ReadAsync(Anonymous);

        var byRest = await GetAsync($"{Demo}&series=EG_ELC_ACCS,SN_ITK_DEFC&area=404,50&lags=1&mode=levels&force=true&with=EG_FEC_RNEW&confidence=0.9&from=2001");
        var byGraph = await Anonymous.DataAsync(
            """{ it: correlations(dataset: "sdg-demo", asOf: "2021-01-01", series: ["EG_ELC_ACCS", "SN_ITK_DEFC"], area: [404, 50], lags: 1, mode: LEVELS, force: true, with: ["EG_FEC_RNEW"], confidence: 0.9, from: "2001") { """
            + shape.Select("CorrelationList") + " } }", "it");

        var parity = new Parity(shape);
        parity.Compare(byRest, byGraph, "CorrelationList", "CorrelationList");
        parity.Compared.ShouldBePositive();
    }

    [Fact]
    public async Task Draws_the_matrix_and_writes_a_row_for_each_pair()
    {
        const string Query = $"/v1/correlations?{Demo}&series=EG_ELC_ACCS,EG_FEC_RNEW,SN_ITK_DEFC&area=404,50&mode=levels";
        var svg = await Anonymous.GetStringAsync(new Uri(Query + "&format=svg", UriKind.Relative), Stop);
        var csv = await Anonymous.GetStringAsync(new Uri(Query + "&format=csv", UriKind.Relative), Stop);

        var texts = XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        texts.ShouldContain("refused");
        texts.ShouldContain(t => t.Contains("mode=levels", StringComparison.Ordinal));
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1 + 15);
    }

    [Theory]
    [InlineData("area=404,50", 400)]
    [InlineData("series=EG_ELC_ACCS", 400)]
    [InlineData("series=EG_ELC_ACCS&area=404", 400)]
    [InlineData("series=EG_ELC_ACCS&area=404,KEN", 400)]
    [InlineData("series=EG_ELC_ACCS&area=404,50&mode=raw", 400)]
    [InlineData("series=EG_ELC_ACCS&area=404,50&lags=21", 400)]
    [InlineData("series=EG_ELC_ACCS&area=404,50&confidence=1", 400)]
    [InlineData("series=EG_ELC_ACCS,NOPE&area=404", 404)]
    [InlineData("series=EG_ELC_ACCS&area=404,50&with=NOPE", 404)]
    [InlineData("series=EG_ELC_ACCS&area=404,XXX", 404)]
    [InlineData("series=EG_ELC_ACCS&area=404,50&asOf=2000-01-01", 404)]
    [InlineData("series=SH_DYN_MORT&area=404,50&headline=false", 422)]
    [InlineData("series=EG_ELC_ACCS,EG_FEC_RNEW,SH_DYN_MORT,SI_POV_DAY1,SN_ITK_DEFC&area=4,8,12,24,50,76,242,276,356,404,516,578,728", 413)]
    public async Task Refuses_what_it_cannot_answer(string query, int status)
    {
        var response = await Anonymous.GetAsync(new Uri($"/v1/correlations?dataset=sdg-demo&{query}", UriKind.Relative), Stop);

        response.StatusCode.ShouldBe((HttpStatusCode)status, await response.Content.ReadAsStringAsync(Stop));
    }

    private async Task<string> SeriesAsync(params (string Area, double[] Values)[] areas)
    {
        var dataset = await Given.DatasetAsync();
        var series = "TOY_" + dataset.Replace('-', '_').ToUpperInvariant();
        var rows = areas.SelectMany(a => a.Values.Select((value, i) => string.Create(CultureInfo.InvariantCulture, $"{series},{a.Area},{2000 + i},{value}")));
        await Given.ImportAsync(dataset, $"SeriesCode,GeoAreaCode,TimePeriod,Value\n{string.Join('\n', rows)}\n");
        return series;
    }

    private Task<JsonElement> GetAsync(string query) => Anonymous.GetJsonAsync($"/v1/correlations?{query}");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).ToString();

    public sealed class OnSqlite(GraphDemo.OnSqlite api) : CorrelationsTests(api), IClassFixture<GraphDemo.OnSqlite>;

    public sealed class OnPostgres(GraphDemo.OnPostgres api) : CorrelationsTests(api), IClassFixture<GraphDemo.OnPostgres>;
}
