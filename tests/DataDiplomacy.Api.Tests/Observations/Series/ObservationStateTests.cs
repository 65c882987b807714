using System.Text.Json;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Series;

/// <summary>Which state a read sees: that of its first page, that of an instant, and what came since.</summary>
public abstract class ObservationStateTests(ApiFixture api) : ApiTests(api)
{
    private const string Header = "SeriesCode,GeoAreaCode,TimePeriod,Value\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Shows_the_state_of_the_first_page_on_all_pages(int limit)
    {
        var (one, other, late) = (await Given.DatasetAsync(), await Given.DatasetAsync(), await Given.DatasetAsync());
        var (a, b) = (Code("A"), Code("B"));
        await Given.ImportAsync(one, $"{Header}{a},404,2010,1\n{a},404,2011,2\n{a},516,2010,3");
        await Given.ImportAsync(other, $"{Header}{b},404,2010,4\n{b},404,2011,5", "format=unsd-csv&recordedAt=2020-01-01");
        var query = $"/v1/observations?series={a},{b}&limit={limit}&count=exact";
        var page = await Anonymous.GetJsonAsync(query);
        var (seen, asOf, total) = (Texts(page).ToList(), page.GetProperty("asOf").GetString(), page.GetProperty("total").GetInt32());

        // Between the pages: a change, a vintage of long ago in another data set, and the same code in a third one.
        await Given.ImportAsync(one, $"{Header}{a},404,2011,20\n{a},404,2012,6\n{a},516,2010,30");
        await Given.ImportAsync(other, $"{Header}{b},404,2011,50\n{b},800,2010,7", "format=unsd-csv&recordedAt=2020-06-01");
        await Given.ImportAsync(late, $"{Header}{b},404,2010,8", "format=unsd-csv&recordedAt=2019-01-01");
        while (page.GetProperty("next").GetString() is { } next)
        {
            page = await Anonymous.GetJsonAsync($"{query}&cursor={next}");
            seen.AddRange(Texts(page));
            page.GetProperty("asOf").GetString().ShouldBe(asOf);
            page.GetProperty("total").GetInt32().ShouldBe(total);
        }

        seen.ShouldBe([$"{a} 404 2010 = 1", $"{a} 404 2011 = 2", $"{a} 516 2010 = 3", $"{b} 404 2010 = 4", $"{b} 404 2011 = 5"], ignoreOrder: true);
        total.ShouldBe(5);
    }

    /// <summary>An import whose rows are out of order, read in pieces that begin and end in the middle of areas, keys and periods.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Pages_through_some_periods_of_a_series_in_the_order_of_the_whole(int limit)
    {
        var (dataset, code) = (await Given.DatasetAsync(), Code("T"));
        var rows = from year in new[] { 2012, 2009, 2011, 2010 } from area in new[] { "516", "404" } from sex in new[] { "MALE", "FEMALE" } select $"{code},{area},{year},{sex},{year}.{area}";
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,[Sex],Value\n" + string.Join('\n', rows));
        var whole = (await Anonymous.GetJsonAsync($"/v1/observations?series={code}")).GetProperty("items").EnumerateArray()
            .Where(o => o.GetProperty("period").GetString() is "2010" or "2011").Select(o => o.GetProperty("id").GetString()).ToList();

        var (seen, cursor) = (new List<string?>(), "");
        do
        {
            var page = await Anonymous.GetJsonAsync($"/v1/observations?series={code}&from=2010&to=2011&limit={limit}&count=exact{cursor}");
            page.GetProperty("total").GetInt32().ShouldBe(8);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(o => o.GetProperty("id").GetString()));
            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : null;
        }
        while (cursor is not null);

        whole.Count.ShouldBe(8);
        seen.ShouldBe(whole);
    }

    [Fact]
    public async Task Finds_a_code_as_it_was_before_a_second_data_set_had_it()
    {
        var (first, second) = (await Given.DatasetAsync(), await Given.DatasetAsync());
        var code = Code("C");
        await Given.ImportAsync(first, $"{Header}{code},404,2010,1\n{code},404,2011,2\n{code},404,2012,3\n{code},404,2013,4", "format=unsd-csv&recordedAt=2018-01-01");
        await Given.ImportAsync(second, $"{Header}{code},404,2010,9", "format=unsd-csv&recordedAt=2019-01-01");

        foreach (var path in new[] { $"observations?series={code}&", $"series/{code}?", $"series/{code}/facets?", $"trends?series={code}&area=404&", $"observations/history?series={code}&area=404&period=2010&" })
        {
            (await Anonymous.GetAsync($"/v1/{path}asOf=2018-06-01", Stop)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, path);
            var refusal = await (await Anonymous.GetAsync($"/v1/{path}asOf=2019-06-01", Stop)).RefusedAsync(409);
            refusal.Candidates.Select(c => c.GetProperty("dataset").GetString()).ShouldBe([first, second], ignoreOrder: true, path);
        }
    }

    [Theory]
    [InlineData("2017-12-31T23:59:59.999Z", new string[0])]
    [InlineData("2018-01-01T00:00:00Z", new[] { "404 2010 = 1", "404 2011 = 2" })]
    [InlineData("2018-12-31", new[] { "404 2010 = 1", "404 2011 = 2" })]
    [InlineData("2019-01-01", new[] { "404 2010 = 1" })]
    [InlineData("2020-01-01", new[] { "404 2010 = 1.0", "404 2011 = 2" })]
    [InlineData("2099-01-01", new[] { "404 2010 = 1.0", "404 2011 = 2" })]
    public async Task Shows_what_was_recorded_by_an_instant(string asOf, string[] expected)
    {
        var (dataset, code) = (await Given.DatasetAsync(), Code("D"));
        await Given.ImportAsync(dataset, $"{Header}{code},404,2010,1\n{code},404,2011,2", "format=unsd-csv&recordedAt=2018-01-01");
        await Given.ImportAsync(dataset, $"{Header}{code},404,2010,1", "format=unsd-csv&recordedAt=2019-01-01");
        await Given.ImportAsync(dataset, $"{Header}{code},404,2010,1.0\n{code},404,2011,2", "format=unsd-csv&recordedAt=2020-01-01");

        var page = await Anonymous.GetJsonAsync($"/v1/observations?series={code}&asOf={asOf}&count=exact");

        Texts(page).ShouldBe(expected.Select(e => $"{code} {e}"));
        page.GetProperty("total").GetInt32().ShouldBe(expected.Length);
    }

    [Fact]
    public async Task Keeps_the_headline_that_a_series_had_when_a_breakdown_is_added_later()
    {
        var (dataset, code) = (await Given.DatasetAsync(), Code("E"));
        const string header = "SeriesCode,GeoAreaCode,TimePeriod,Value,Sex\n";
        await Given.ImportAsync(dataset, $"{header}{code},404,2010,1,FEMALE", "format=unsd-csv&recordedAt=2018-01-01");
        var query = $"/v1/observations?series={code}&headline=true";
        var before = Texts(await Anonymous.GetJsonAsync($"{query}&asOf=2018-06-01"));

        await Given.ImportAsync(dataset, $"{header}{code},404,2010,1,FEMALE\n{code},404,2010,3,MALE\n{code},404,2010,2,BOTHSEX", "format=unsd-csv&recordedAt=2019-01-01");

        before.ShouldBe([$"{code} 404 2010 = 1"]);
        Texts(await Anonymous.GetJsonAsync($"{query}&asOf=2018-06-01")).ShouldBe(before);
        Texts(await Anonymous.GetJsonAsync(query)).ShouldBe([$"{code} 404 2010 = 2"]);
    }

    [Fact]
    public async Task Keeps_the_headline_of_an_older_state_for_the_areas_of_a_series_too()
    {
        var (dataset, code) = (await Given.DatasetAsync(), Code("G"));
        const string header = "SeriesCode,GeoAreaCode,TimePeriod,Value,Sex\n";
        await Given.ImportAsync(dataset, $"{header}{code},404,2010,1,FEMALE", "format=unsd-csv&recordedAt=2018-01-01");
        await Given.ImportAsync(dataset, $"{header}{code},404,2010,1,FEMALE\n{code},404,2010,3,MALE\n{code},404,2010,2,BOTHSEX", "format=unsd-csv&recordedAt=2019-01-01");

        var then = await Anonymous.DataAsync($"{{ series(code: \"{code}\", asOf: \"2018-06-01\") {{ areas {{ nodes {{ latest {{ value }} }} }} }} }}", "series", "areas", "nodes");
        var now = await Anonymous.DataAsync($"{{ series(code: \"{code}\") {{ areas {{ nodes {{ latest {{ value }} }} }} }} }}", "series", "areas", "nodes");

        then[0].GetProperty("latest").GetProperty("value").GetDouble().ShouldBe(1);
        now[0].GetProperty("latest").GetProperty("value").GetDouble().ShouldBe(2);
    }

    [Fact]
    public async Task Shows_what_came_since_once_each_with_the_time_of_the_withdrawal()
    {
        var (dataset, code) = (await Given.DatasetAsync(), Code("F"));
        async Task<string> Import(string rows, string at)
        {
            await Given.ImportAsync(dataset, Header + rows.Replace("X", code, StringComparison.Ordinal), $"format=unsd-csv&recordedAt={at}");
            var version = (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}")).GetProperty("latestVersion");
            return version.GetProperty("publishedAt").GetString()!;
        }

        var since = await Import("X,404,2001,1\nX,404,2002,2\nX,404,2003,3\nX,404,2004,4\nX,404,2005,5", "2010-01-01");
        await Import("X,404,2001,1\nX,404,2002,20\nX,404,2003,30\nX,404,2004,4\nX,404,2006,6", "2011-01-01");
        await Import("X,404,2001,1\nX,404,2002,21\nX,404,2004,4\nX,404,2005,5\nX,404,2007,7", "2012-01-01");
        await Import("X,404,2001,1\nX,404,2002,21\nX,404,2007,7", "2013-01-01");
        var items = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Anonymous.GetJsonAsync($"/v1/observations?series={code}&updatedAfter={since}&limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            items.AddRange(page.GetProperty("items").EnumerateArray().Select(i =>
                $"{i.GetProperty("period").GetString()} {i.GetProperty("change").GetString()} {(i.TryGetProperty("withdrawnAt", out var at) ? at.GetString() : null)}".TrimEnd()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        // 2003 was changed and then withdrawn, 2005 withdrawn twice, 2006 came and went.
        items.ShouldBe(["2002 changed", "2003 withdrawn 2012-01-01T00:00:00Z", "2004 withdrawn 2013-01-01T00:00:00Z", "2005 withdrawn 2013-01-01T00:00:00Z", "2007 added"]);
    }

    [Fact]
    public async Task Offers_for_a_history_only_what_the_history_takes()
    {
        var (dataset, code) = (await Given.DatasetAsync(), Code("H"));
        await Given.ImportAsync(dataset, $"SeriesCode,GeoAreaCode,TimePeriod,Value,Sex\n{code},404,2010,1,FEMALE\n{code},404,2010,2,MALE");

        var refusal = await (await Anonymous.GetAsync($"/v1/observations/history?series={code}&area=404&period=2010", Stop)).RefusedAsync(422);

        refusal.Errors.Keys.ShouldBe(["dim.SEX"]);
        refusal.Detail.ShouldNotContain("headline");
    }

    [Theory]
    [InlineData("from=2020", "2020 2020-M01 2020-Q1 2020-Q2 2020-12-31 2021")]
    [InlineData("to=2020", "2019 2020 2020-M01 2020-Q1 2020-Q2 2020-12-31")]
    [InlineData("from=2020-Q2", "2020-Q2 2020-12-31 2021")]
    [InlineData("from=2020&to=2020-Q1", "2020-M01 2020-Q1")]
    [InlineData("to=2020-12-30", "2019 2020-M01 2020-Q1 2020-Q2")]
    [InlineData("from=2020-01-02&to=2020-12-31", "2020-Q2 2020-12-31")]
    public async Task Expands_from_and_to_to_their_first_and_last_day(string query, string periods)
    {
        var (dataset, code) = (await Given.DatasetAsync(), Code("G"));
        string[] all = ["2019", "2020", "2020-M01", "2020-Q1", "2020-Q2", "2020-12-31", "2021"];
        await Given.ImportAsync(dataset, string.Join('\n', all.Select((p, i) => $$"""{"series":"{{code}}","area":"404","period":"{{p}}","value":"{{i}}"}""")), "format=ndjson");

        var page = await Anonymous.GetJsonAsync($"/v1/observations?series={code}&{query}");

        page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("period").GetString()!).ShouldBe(periods.Split(' '), ignoreOrder: true);
    }

    private static string Code(string name) => $"ST_{name}_{Guid.NewGuid():N}";

    private static string[] Texts(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(i => $"{i.GetProperty("series").GetString()} {i.GetProperty("area").GetString()} {i.GetProperty("period").GetString()} = {i.GetProperty("valueText").GetString()}")];

    public sealed class OnSqlite(SqliteApi api) : ObservationStateTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ObservationStateTests(api), IClassFixture<PostgresApi>;
}
