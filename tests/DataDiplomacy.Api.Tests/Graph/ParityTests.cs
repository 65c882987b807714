using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>Both doors give the same fields with the same values, on the same pages.</summary>
public abstract class ParityTests(ApiFixture api) : ApiTests(api)
{
    /// <summary>Between the two vintages of the demo.</summary>
    private const string Then = "2019-06-01";

    [Theory]
    [InlineData("datasets/sdg-demo", "dataset(id: \"sdg-demo\")", "Dataset")]
    [InlineData("datasets/sdg-demo?asOf=" + Then, "dataset(id: \"sdg-demo\", asOf: \"" + Then + "\")", "Dataset")]
    [InlineData("datasets/sdg-demo/profile", "datasetProfile(id: \"sdg-demo\")", "Profile")]
    [InlineData("datasets/sdg-demo/profile?version=1", "datasetProfile(id: \"sdg-demo\", version: 1)", "Profile")]
    [InlineData("datasets/sdg-demo/states", "datasetStates(id: \"sdg-demo\")", "DatasetStates")]
    [InlineData("data-negotiations/statistics?dataset=sdg-demo", "negotiationStatistics(dataset: \"sdg-demo\")", "NegotiationStatistics")]
    [InlineData("areas/KEN", "area(code: \"KEN\")", "Area")]
    [InlineData("areas/810", "area(code: 810)", "Area")]
    [InlineData("areas/1", "area(code: \"001\")", "Area")]
    [InlineData("indicators/7.2.1", "indicator(code: \"7.2.1\")", "Indicator")]
    [InlineData("indicators/C200303", "indicator(code: \"C200303\")", "Indicator")]
    [InlineData("indicators/3.2.1?asOf=" + Then, "indicator(code: \"3.2.1\", asOf: \"" + Then + "\")", "Indicator")]
    [InlineData("series/SH_DYN_MORT", "series(code: \"SH_DYN_MORT\")", "Series")]
    [InlineData("series/EG_FEC_RNEW?dataset=sdg-demo&asOf=" + Then, "series(code: \"EG_FEC_RNEW\", dataset: \"sdg-demo\", asOf: \"" + Then + "\")", "Series")]
    [InlineData("trends?series=EG_FEC_RNEW&area=KEN&asOf=2021-01-01", "trend(series: \"EG_FEC_RNEW\", area: \"KEN\", asOf: \"2021-01-01\")", "Trend")]
    [InlineData("trends?series=SH_DYN_MORT&area=404&dim.SEX=FEMALE&from=2005&to=2018&confidence=0.9&asOf=2021-01-01",
        "trend(series: \"SH_DYN_MORT\", area: 404, dimensions: [{ dimension: \"SEX\", codes: [\"FEMALE\"] }], from: \"2005\", to: \"2018\", confidence: 0.9, asOf: \"2021-01-01\")", "Trend")]
    public async Task Gives_the_same_thing(string rest, string field, string type)
    {
        var shape = await SchemaShape.ReadAsync(Anonymous);

        var byRest = await Anonymous.GetJsonAsync("/v1/" + rest);
        var byGraph = await Anonymous.DataAsync($"{{ it: {field} {{ {shape.Select(type)} }} }}", "it");

        Compare(shape, byRest, byGraph, type);
    }

    [Theory]
    [InlineData("series/SH_DYN_MORT/facets", "series(code: \"SH_DYN_MORT\")")]
    [InlineData("series/EG_FEC_RNEW/facets?asOf=" + Then, "series(code: \"EG_FEC_RNEW\", asOf: \"" + Then + "\")")]
    public async Task Gives_the_same_facets(string rest, string field)
    {
        var shape = await SchemaShape.ReadAsync(Anonymous);

        var byRest = await Anonymous.GetJsonAsync("/v1/" + rest);
        var byGraph = await Anonymous.DataAsync($"{{ it: {field} {{ facets {{ {shape.Select("Facets")} }} }} }}", "it", "facets");

        Compare(shape, byRest, byGraph, "Facets");
    }

    [Theory]
    [InlineData("404", "2015", "")]
    [InlineData("1", "2000", "")]
    // Withdrawn with the second vintage: only the state before it has the observation.
    [InlineData("728", "2008", Then)]
    public async Task Gives_the_same_history(string area, string period, string asOf)
    {
        var shape = await SchemaShape.ReadAsync(Anonymous);
        var (query, argument) = asOf.Length == 0 ? ("", "") : ($"&asOf={asOf}", $", asOf: \"{asOf}\"");

        var byRest = await Anonymous.GetJsonAsync($"/v1/observations/history?series=EG_FEC_RNEW&area={area}&period={period}{query}");
        var byGraph = await Anonymous.DataAsync($"{{ observations(series: \"EG_FEC_RNEW\", area: {area}, from: \"{period}\", to: \"{period}\"{argument}) {{ nodes {{ history {{ {shape.Select("HistoryEntry")} }} }} }} }}",
            "observations", "nodes", "0", "history");

        CompareLists(shape, byRest.GetProperty("items"), byGraph, "HistoryEntry");
    }

    [Theory]
    [InlineData("datasets?q=demonstration&sourceKind=officialStatistics", "datasets(q: \"demonstration\", sourceKind: OFFICIAL_STATISTICS%)", "Dataset", 5)]
    [InlineData("areas?group=SIDS", "areas(group: \"SIDS\"%)", "Area", 20)]
    [InlineData("areas?type=region,subregion&q=s", "areas(type: [REGION, SUBREGION], q: \"s\"%)", "Area", 3)]
    [InlineData("indicators?goal=7&asOf=2021-01-01", "indicators(goal: \"7\", asOf: \"2021-01-01\"%)", "Indicator", 4)]
    [InlineData("indicators?q=poverty", "indicators(framework: \"sdg\", q: \"poverty\"%)", "Indicator", 3)]
    [InlineData("series?asOf=2021-01-01", "seriesList(asOf: \"2021-01-01\"%)", "Series", 2)]
    [InlineData("series?indicator=7.2.1&dataset=sdg-demo", "seriesList(indicator: \"7.2.1\", dataset: \"sdg-demo\"%)", "Series", 2)]
    [InlineData("observations?series=EG_FEC_RNEW,SI_POV_DAY1&area=404,UGA&from=2010&to=2018&asOf=2021-01-01",
        "observations(series: [\"EG_FEC_RNEW\", \"SI_POV_DAY1\"], area: [404, \"UGA\"], from: \"2010\", to: \"2018\", asOf: \"2021-01-01\"%)", "Observation", 7)]
    [InlineData("observations?series=EG_FEC_RNEW&asOf=" + Then, "observations(series: \"EG_FEC_RNEW\", asOf: \"" + Then + "\"%)", "Observation", 100)]
    [InlineData("observations?dim.SEX=FEMALE,MALE&group=202&latest=true&asOf=2021-01-01",
        "observations(dimensions: [{ dimension: \"SEX\", codes: [\"FEMALE\", \"MALE\"] }], group: 202, latest: true, asOf: \"2021-01-01\"%)", "Observation", 4)]
    [InlineData("observations?headline=true&latest=true&dataset=sdg-demo", "observations(headline: true, latest: true, dataset: \"sdg-demo\"%)", "Observation", 13)]
    public async Task Gives_the_same_pages(string rest, string field, string type, int limit) => await ComparePagesAsync(rest, field, type, limit);

    [Fact]
    public async Task Gives_the_same_versions()
    {
        var shape = await SchemaShape.ReadAsync(Anonymous);

        var byRest = await Anonymous.GetJsonAsync("/v1/datasets/sdg-demo/versions?limit=1&count=exact&asOf=2021-01-01");
        var byGraph = await Anonymous.DataAsync(
            $"{{ dataset(id: \"sdg-demo\", asOf: \"2021-01-01\") {{ versions(first: 1) {{ nodes {{ {shape.Select("DatasetVersion")} }} pageInfo {{ endCursor }} totalCount }} }} }}", "dataset", "versions");

        CompareLists(shape, byRest.GetProperty("items"), byGraph.GetProperty("nodes"), "DatasetVersion");
        byGraph.GetProperty("pageInfo").GetProperty("endCursor").GetString().ShouldBe(byRest.GetProperty("next").GetString());
        byGraph.GetProperty("totalCount").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Gives_the_same_changes_since_an_instant()
    {
        var versions = await Anonymous.GetJsonAsync("/v1/datasets/sdg-demo/versions");
        var since = versions.GetProperty("items")[0].GetProperty("publishedAt").GetString();

        var changes = await ComparePagesAsync($"observations?dataset=sdg-demo&updatedAfter={since}", $"observations(dataset: \"sdg-demo\", updatedAfter: \"{since}\"%)", "Observation", 500);

        changes.Select(o => o.GetProperty("change").GetString()).Distinct().Order(StringComparer.Ordinal).ShouldBe(["added", "changed", "withdrawn"]);
    }

    [Fact]
    public async Task Gives_the_same_reasons_of_absence()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nX_1,404,2010,1.50\nX_1,404,2011,NaN\nX_1,404,2012,N\nX_1,404,2013,<2.5\nX_1,404,2014,>95\nX_1,404,2015-Q1,0\n");

        var items = await ComparePagesAsync($"observations?dataset={dataset}", $"observations(dataset: \"{dataset}\"%)", "Observation", 4);

        items.Select(o => o.GetProperty("missingReason").GetString()).ShouldBe([null, "notReported", "notApplicable", "bounded", "bounded", null]);
    }

    [Fact]
    public async Task Gives_below_an_indicator_what_the_lists_give()
    {
        var shape = await SchemaShape.ReadAsync(Anonymous);
        var observation = shape.Select("Observation");

        var areas = await Anonymous.DataAsync(
            $"{{ indicator(code: \"7.2.1\", asOf: \"2021-01-01\") {{ series {{ nodes {{ areas(first: 3) {{ nodes {{ area {{ {shape.Select("Area")} }} latest {{ {observation} }} trend {{ {shape.Select("Trend")} }}"
            + $" observations(first: 5, from: \"2003\") {{ nodes {{ {observation} }} totalCount pageInfo {{ endCursor }} }} }} }} }} }} }} }}", "indicator", "series", "nodes", "0", "areas", "nodes");

        areas.GetArrayLength().ShouldBe(3);
        // What is asked for together is one family at either door.
        var codes = string.Join(',', areas.EnumerateArray().Select(area => area.GetProperty("area").GetProperty("code").GetString()));
        var trends = (await Anonymous.GetJsonAsync($"/v1/trends?series=EG_FEC_RNEW&area={codes}&dataset=sdg-demo&asOf=2021-01-01")).GetProperty("items").EnumerateArray()
            .ToDictionary(trend => trend.GetProperty("area").GetString() ?? "");
        trends.Values.ShouldAllBe(trend => trend.GetProperty("familySize").GetInt32() == 3);
        foreach (var area in areas.EnumerateArray())
        {
            var code = area.GetProperty("area").GetProperty("code").GetString();
            var common = $"series=EG_FEC_RNEW&area={code}&dataset=sdg-demo&asOf=2021-01-01";
            var page = await Anonymous.GetJsonAsync($"/v1/observations?{common}&from=2003&limit=5&count=exact");
            CompareLists(shape, page.GetProperty("items"), area.GetProperty("observations").GetProperty("nodes"), "Observation");
            area.GetProperty("observations").GetProperty("pageInfo").GetProperty("endCursor").GetString().ShouldBe(page.GetProperty("next").GetString());
            area.GetProperty("observations").GetProperty("totalCount").GetInt64().ShouldBe(page.GetProperty("total").GetInt64());
            Compare(shape, (await Anonymous.GetJsonAsync($"/v1/observations?{common}&latest=true")).GetProperty("items")[0], area.GetProperty("latest"), "Observation");
            Compare(shape, trends[code ?? ""], area.GetProperty("trend"), "Trend");
            Compare(shape, (await Anonymous.GetJsonAsync($"/v1/areas?q={code}")).GetProperty("items").EnumerateArray().Single(a => a.GetProperty("code").GetString() == code), area.GetProperty("area"), "Area");
        }
    }

    private async Task<IReadOnlyList<JsonElement>> ComparePagesAsync(string rest, string field, string type, int limit)
    {
        var shape = await SchemaShape.ReadAsync(Anonymous);
        var items = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var byRest = await Anonymous.GetJsonAsync($"/v1/{rest}{(rest.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}&count=exact{(cursor is null ? "" : $"&cursor={cursor}")}");
            var arguments = $", first: {limit}{(cursor is null ? "" : $", after: \"{cursor}\"")}";
            var byGraph = await Anonymous.DataAsync(
                $"{{ it: {field.Replace("%", arguments, StringComparison.Ordinal)} {{ nodes {{ {shape.Select(type)} }} totalCount pageInfo {{ hasNextPage endCursor }} }} }}", "it");
            CompareLists(shape, byRest.GetProperty("items"), byGraph.GetProperty("nodes"), type);
            byGraph.GetProperty("totalCount").GetInt64().ShouldBe(byRest.GetProperty("total").GetInt64());
            var next = byRest.GetProperty("next").GetString();
            byGraph.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBe(next is not null);
            // The first page without asOf is of now, which is another instant at each door; what follows is pinned by the cursor.
            if (next is not null && (cursor is not null || rest.Contains("asOf=", StringComparison.Ordinal)))
                byGraph.GetProperty("pageInfo").GetProperty("endCursor").GetString().ShouldBe(next);
            items.AddRange(byRest.GetProperty("items").EnumerateArray());
            cursor = next;
        }
        while (cursor is not null);
        items.Count.ShouldBePositive();
        return items;
    }

    private static void Compare(SchemaShape shape, JsonElement rest, JsonElement graph, string type)
    {
        var parity = new Parity(shape);
        parity.Compare(rest, graph, type, type);
        parity.Compared.ShouldBePositive();
    }

    private static void CompareLists(SchemaShape shape, JsonElement rest, JsonElement graph, string type)
    {
        graph.GetArrayLength().ShouldBe(rest.GetArrayLength());
        rest.GetArrayLength().ShouldBePositive();
        foreach (var (one, other) in rest.EnumerateArray().Zip(graph.EnumerateArray()))
            Compare(shape, one, other, type);
    }

    public sealed class OnSqlite(GraphDemo.OnSqlite api) : ParityTests(api), IClassFixture<GraphDemo.OnSqlite>;

    public sealed class OnPostgres(GraphDemo.OnPostgres api) : ParityTests(api), IClassFixture<GraphDemo.OnPostgres>;
}
