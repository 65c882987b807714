using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Trends;

/// <summary>Scans of small data sets through the door. A steady rise of n values has the exact p 2/n!, and q is worked out by hand from there.</summary>
public abstract class TrendScanTests(ApiFixture api) : ApiTests(api)
{
    private const string Layout = "format=csv&mapping=%7B%22series%22%3A%22series%22%2C%22area%22%3A%22area%22%2C%22period%22%3A%22period%22%2C%22value%22%3A%22value%22%2C%22unit%22%3A%22unit%22%2C%22dimensions%22%3A%7B%22SEX%22%3A%22sex%22%7D%7D";

    private const string Header = "series,area,period,value,unit,sex\n";

    [Fact]
    public async Task Adjusts_p_over_all_series_areas_and_breakdowns_and_answers_the_surest_first()
    {
        var dataset = await SetAsync();

        var scan = await Anonymous.GetJsonAsync($"/v1/trends/scan?dataset={dataset}");

        (Count(scan, "familySize"), Count(scan, "assessed"), Count(scan, "notAssessable"), Count(scan, "found")).ShouldBe((5, 5, 3, 3));
        var items = scan.GetProperty("items").EnumerateArray().ToList();
        items.Select(Key).ShouldBe(["B 404 ", "A 404 SEX=FEMALE", "A 404 SEX=MALE", "A 800 SEX=MALE", "B 800 ", "A 800 SEX=FEMALE", "C 404 ", "C 800 "]);
        // 2/7!, twice 2/6!, twice 1 (S = 0): q = p times 5 over the rank.
        items.Take(5).Select(i => i.GetProperty("p").GetDouble()).Zip([2 / 5040.0, 2 / 720.0, 2 / 720.0, 1, 1]).ShouldAllBe(p => Math.Abs(p.First - p.Second) < 1e-12);
        items.Take(5).Select(i => i.GetProperty("q").GetDouble()).Zip([10 / 5040.0, 10 / 720.0 / 3, 10 / 720.0 / 3, 1, 1]).ShouldAllBe(q => Math.Abs(q.First - q.Second) < 1e-12);
        items.Select(i => i.GetProperty("direction").GetString()).ShouldBe(
            ["increasing", "increasing", "decreasing", "notDistinguishable", "notDistinguishable", "notAssessable", "notAssessable", "notAssessable"]);
        items.Select(i => i.GetProperty("reason").GetString()).ShouldBe([null, null, null, null, null, "constant", "insufficient_data", "mixed_units"]);
    }

    [Fact]
    public async Task Says_of_each_key_where_it_is_from_and_how_much_it_changes()
    {
        var dataset = await SetAsync();

        var item = (await Anonymous.GetJsonAsync($"/v1/trends/scan?dataset={dataset}&series=B&area=KEN")).GetProperty("items")[0];

        item.GetProperty("areaName").GetString().ShouldBe("Kenya");
        item.GetProperty("dataset").GetString().ShouldBe(dataset);
        item.GetProperty("datasetVersion").GetInt32().ShouldBe(1);
        item.GetProperty("dimensions").EnumerateObject().ShouldBeEmpty();
        item.GetProperty("unit").GetString().ShouldBe("PERCENT");
        (item.GetProperty("from").GetString(), item.GetProperty("to").GetString()).ShouldBe(("2010", "2016"));
        (Count(item, "n"), Count(item, "nDropped"), Count(item, "s"), Count(item, "familySize")).ShouldBe((7, 1, 21, 1));
        (item.GetProperty("slope").GetDouble(), item.GetProperty("slopeUnit").GetString()).ShouldBe((2, "Percentage per year"));
    }

    [Fact]
    public async Task Gives_the_same_figures_as_the_trends_of_one_series()
    {
        var dataset = await SetAsync();
        var one = (await Anonymous.GetJsonAsync($"/v1/trends?dataset={dataset}&series=A&dim.SEX=MALE")).GetProperty("items").EnumerateArray().ToList();

        var scan = (await Anonymous.GetJsonAsync($"/v1/trends/scan?dataset={dataset}&series=A&dim.SEX=MALE&order=series")).GetProperty("items").EnumerateArray().ToList();

        scan.Count.ShouldBe(2);
        string[] same = ["area", "areaName", "series", "unit", "n", "nDropped", "from", "to", "slope", "slopeLow", "slopeHigh", "slopeUnit", "s", "p", "pIsExact", "q", "familySize", "direction", "reason"];
        foreach (var (scanned, trend) in scan.OrderBy(i => i.GetProperty("area").GetString()).Zip(one.OrderBy(i => i.GetProperty("area").GetString())))
        {
            same.Select(f => scanned.GetProperty(f).GetRawText()).ShouldBe(same.Select(f => trend.GetProperty(f).GetRawText()));
        }
    }

    [Theory]
    [InlineData("series=A", 3)]
    [InlineData("area=404", 3)]
    [InlineData("dim.SEX=MALE", 2)]
    [InlineData("headline=true", 2)]
    [InlineData("group=202", 5)]
    [InlineData("from=2010&to=2012", 0)]
    public async Task Has_only_what_was_asked_for_in_the_family(string query, int family)
    {
        var dataset = await SetAsync();

        var scan = await Anonymous.GetJsonAsync($"/v1/trends/scan?dataset={dataset}&{query}");

        Count(scan, "familySize").ShouldBe(family);
    }

    [Fact]
    public async Task Shows_only_what_was_found_or_the_first_without_changing_the_family()
    {
        var dataset = await SetAsync();

        var found = await Anonymous.GetJsonAsync($"/v1/trends/scan?dataset={dataset}&onlyFound=true&order=series");
        var first = await Anonymous.GetJsonAsync($"/v1/trends/scan?dataset={dataset}&limit=1");

        found.GetProperty("items").EnumerateArray().Select(Key).ShouldBe(["A 404 SEX=FEMALE", "A 404 SEX=MALE", "B 404 "]);
        first.GetProperty("items").EnumerateArray().Select(Key).ShouldBe(["B 404 "]);
        (Count(found, "familySize"), Count(first, "familySize"), Count(first, "found")).ShouldBe((5, 5, 3));
    }

    [Fact]
    public async Task Streams_the_same_items_as_lines_and_as_a_table()
    {
        var dataset = await SetAsync();
        var path = $"/v1/trends/scan?dataset={dataset}";
        var items = (await Anonymous.GetJsonAsync(path)).GetProperty("items").EnumerateArray().Select(i => i.GetRawText());

        var lines = await Anonymous.GetStringAsync(path + "&format=ndjson", Stop);
        var rows = (await Anonymous.GetStringAsync(path + "&format=csv", Stop)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(items);
        rows.Length.ShouldBe(9);
        rows[0].ShouldStartWith("area,areaName,series,seriesTitle,dataset,datasetVersion,dimensions,unit,n,");
        rows[1].ShouldStartWith($"404,Kenya,B,B,{dataset},1,,PERCENT,7,1,2010,2016,2,2,2,Percentage per year,21,");
        rows[2].ShouldContain(",SEX=FEMALE,PERCENT,6,0,2010,2015,1,");
    }

    [Fact]
    public async Task Reads_the_state_that_was_asked_for()
    {
        var dataset = await SetAsync();
        var before = (await Anonymous.GetJsonAsync($"/v1/trends/scan?dataset={dataset}&series=B&area=404")).GetProperty("asOf").GetString();
        await Given.ImportAsync(dataset, Header + string.Join('\n', AllRows).Replace("B,404,2017,NaN", "B,404,2017,-50", StringComparison.Ordinal), Layout);

        var now = await Anonymous.GetJsonAsync($"/v1/trends/scan?dataset={dataset}&series=B&area=404");
        var then = await Anonymous.GetJsonAsync($"/v1/trends/scan?dataset={dataset}&series=B&area=404&asOf={before}");

        (Count(now, "datasetVersion"), Count(now.GetProperty("items")[0], "n")).ShouldBe((2, 8));
        (Count(then, "datasetVersion"), Count(then.GetProperty("items")[0], "n")).ShouldBe((1, 7));
    }

    [Fact]
    public async Task Keeps_blocks_of_many_keys_in_their_order()
    {
        var dataset = await Given.DatasetAsync();
        var rows = Enumerable.Range(0, 1_000).SelectMany(k => Enumerable.Range(2010, 5).Select(y => string.Create(CultureInfo.InvariantCulture, $"S,404,{y},{(k % 2 == 0 ? y : -y) * (k + 1)},PERCENT,K{k:D4}")));
        await Given.ImportAsync(dataset, Header + string.Join('\n', rows), Layout);

        var scan = await Anonymous.GetJsonAsync($"/v1/trends/scan?dataset={dataset}&order=series&limit=1000");

        var items = scan.GetProperty("items").EnumerateArray().ToList();
        items.Select(i => i.GetProperty("dimensions").GetProperty("SEX").GetString()).ShouldBe(Enumerable.Range(0, 1_000).Select(k => string.Create(CultureInfo.InvariantCulture, $"K{k:D4}")));
        items.Select(i => i.GetProperty("slope").GetDouble()).ShouldBe(Enumerable.Range(0, 1_000).Select(k => (k % 2 == 0 ? 1.0 : -1.0) * (k + 1)));
        Count(scan, "familySize").ShouldBe(1_000);
    }

    [Theory]
    [InlineData("", 400, "invalid-request", "dataset is needed")]
    [InlineData("dataset={set}&order=p", 400, "invalid-request", "q, series")]
    [InlineData("dataset={set}&limit=1001", 400, "invalid-request", "limit is 1 to 1000")]
    [InlineData("dataset={set}&from=2020&to=2010", 400, "invalid-request", "to ends before from begins")]
    [InlineData("dataset={set}&cursor=x", 400, "unknown-parameter", "'cursor'")]
    [InlineData("dataset={set}&dim.SEX=X", 400, "invalid-request", "codes in use: FEMALE, MALE")]
    [InlineData("dataset=nowhere", 404, "not-found", "There is no data set 'nowhere'")]
    [InlineData("dataset={set}&series=Z", 404, "not-found", "There is no series 'Z'")]
    [InlineData("dataset={set}&area=Kenia", 404, "not-found", "There is no area 'Kenia'")]
    [InlineData("dataset={set}&asOf=2000-01-01", 404, "not-found", "has no series in that state")]
    [InlineData("dataset={set}&format=svg", 406, "not-acceptable", "application/x-ndjson")]
    public async Task Refuses_with_a_problem_that_says_what_would_be_right(string query, int status, string type, string detail)
    {
        var dataset = await SetAsync();

        var refusal = await (await Anonymous.GetAsync($"/v1/trends/scan?{query.Replace("{set}", dataset, StringComparison.Ordinal)}", Stop)).RefusedAsync(status);

        (refusal.Type, refusal.Detail).ShouldSatisfyAllConditions(r => r.Type.ShouldBe(type), r => r.Detail.ShouldContain(detail));
    }

    [Fact]
    public async Task Hides_what_the_caller_may_not_see()
    {
        var dataset = await SetAsync("confidential");

        var hidden = await (await Anonymous.GetAsync($"/v1/trends/scan?dataset={dataset}", Stop)).RefusedAsync(404);
        var shown = await Admin.GetJsonAsync($"/v1/trends/scan?dataset={dataset}");

        hidden.Detail.ShouldBe($"There is no data set '{dataset}' that you may see. GET /v1/datasets lists them.");
        Count(shown, "familySize").ShouldBe(5);
    }

    /// <summary>A: women of Kenya rise and men fall, six years each, Ugandan men stand still up and down, women are constant. B: Kenya rises for seven years and one is missing. C: too short, and in two units.</summary>
    private async Task<string> SetAsync(string handling = "public")
    {
        var dataset = await Given.DatasetAsync(handling);
        await Given.ImportAsync(dataset, Header + string.Join('\n', AllRows), Layout);
        return dataset;
    }

    private static string[] AllRows =>
    [
        .. Rows("A", 404, "FEMALE", 1, 2, 3, 4, 5, 6), .. Rows("A", 404, "MALE", 6, 5, 4, 3, 2, 1),
        .. Rows("A", 800, "FEMALE", 7, 7, 7, 7, 7), .. Rows("A", 800, "MALE", 2, 4, 1, 3),
        .. Rows("B", 404, "", 2, 4, 6, 8, 10, 12, 14), "B,404,2017,NaN,PERCENT,", .. Rows("B", 800, "", 2, 4, 1, 3),
        .. Rows("C", 404, "", 1, 2, 3), "C,800,2010,1,PERCENT,", "C,800,2011,2,PERCENT,", "C,800,2012,3,PERCENT,", "C,800,2013,4,NUMBER,",
    ];

    private static IEnumerable<string> Rows(string series, int area, string sex, params double[] values) =>
        values.Select((v, i) => string.Create(CultureInfo.InvariantCulture, $"{series},{area},{2010 + i},{v},PERCENT,{sex}"));

    private static string Key(JsonElement item) =>
        $"{item.GetProperty("series").GetString()} {item.GetProperty("area").GetString()} {string.Join('|', item.GetProperty("dimensions").EnumerateObject().Select(d => $"{d.Name}={d.Value.GetString()}"))}";

    private static int Count(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    public sealed class OnSqlite(SqliteApi api) : TrendScanTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : TrendScanTests(api), IClassFixture<PostgresApi>;
}
