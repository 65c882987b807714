using System.Globalization;
using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>The cost of a query does not grow with what it finds: a statement for each level, not for each thing.</summary>
public abstract class BatchingTests(ApiFixture api, StatementCounter counter) : ApiTests(api)
{
    /// <summary>Countries and areas of M49 by code; more than one batch of the usual size holds when each is asked for two things.</summary>
    private const int Many = 240;

    [Theory]
    [InlineData(1)]
    [InlineData(Many)]
    public async Task Goes_from_an_indicator_to_its_areas_and_observations_in_three_statements(int count)
    {
        var (indicator, dataset) = await ImportAsync(count);
        var query = $$"""
            { indicator(code: "{{indicator}}") { series { nodes { code dataset areas(first: 1000) { nodes {
                area { code name } observations { nodes { period value } } latest { period value recordedAt } } } } } } }
            """;
        await Anonymous.QueryAsync(query);
        counter.Clear();

        var series = await Anonymous.DataAsync(query, "indicator", "series", "nodes");

        counter.Statements.Count.ShouldBeInRange(3, 3, string.Join("\n---\n", counter.Statements));
        var areas = series.EnumerateArray().Single(s => s.GetProperty("dataset").GetString() == dataset).GetProperty("areas").GetProperty("nodes");
        areas.GetArrayLength().ShouldBe(count);
        foreach (var area in areas.EnumerateArray())
        {
            area.GetProperty("observations").GetProperty("nodes").EnumerateArray().Select(o => o.GetProperty("value").GetDouble()).ShouldBe([1, 2.5]);
            area.GetProperty("latest").GetProperty("period").GetString().ShouldBe("2011");
        }
    }

    [Theory]
    [InlineData("history { value }", 2)]
    [InlineData("id", 0)]
    public async Task Reads_the_histories_of_a_page_together(string field, int more)
    {
        var (_, dataset) = await ImportAsync(3);
        await Anonymous.DataAsync($"{{ observations(dataset: \"{dataset}\") {{ nodes {{ period }} }} }}"); // What is remembered between requests is read now.
        counter.Clear();
        await Anonymous.DataAsync($"{{ observations(dataset: \"{dataset}\") {{ nodes {{ period }} }} }}");
        var plain = counter.Statements.Count;
        counter.Clear();

        var nodes = await Anonymous.DataAsync($"{{ observations(dataset: \"{dataset}\") {{ nodes {{ {field} }} }} }}", "observations", "nodes");

        nodes.GetArrayLength().ShouldBe(6);
        counter.Statements.Count.ShouldBe(plain + more);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public async Task Assesses_the_trends_of_areas_in_two_statements(int count)
    {
        var (indicator, _) = await ImportAsync(count);
        counter.Clear();

        await Anonymous.DataAsync($"{{ indicator(code: \"{indicator}\") {{ series {{ nodes {{ areas {{ nodes {{ trend {{ n }} }} }} }} }} }} }}");

        counter.Statements.Count.ShouldBe(4, string.Join("\n---\n", counter.Statements));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public async Task Lists_the_versions_of_data_sets_in_three_statements(int count)
    {
        var title = $"one-of-{count}-sets";
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await Given.DatasetAsync(title: title));
            for (var version = 0; version <= i % 3; version++)
                await Given.ImportAsync(ids[i], $"Indicator,SeriesCode,GeoAreaCode,TimePeriod,Value\n1.1.1,{ids[i]},404,2010,{version}\n");
        }

        var query = $"{{ datasets(q: \"{title}\") {{ nodes {{ id %}} }} }}";
        counter.Clear();
        await Anonymous.DataAsync(query.Replace("%", "", StringComparison.Ordinal));
        var plain = counter.Statements.Count;
        counter.Clear();

        var nodes = await Anonymous.DataAsync(query.Replace("%", "versions(first: 2) { totalCount nodes { dataset number } pageInfo { hasNextPage } }", StringComparison.Ordinal), "datasets", "nodes");

        counter.Statements.Count.ShouldBe(plain + 3, string.Join("\n---\n", counter.Statements));
        var pages = nodes.EnumerateArray().ToDictionary(n => n.GetProperty("id").GetString()!, n => n.GetProperty("versions"));
        for (var i = 0; i < count; i++)
        {
            pages[ids[i]].GetProperty("totalCount").GetInt32().ShouldBe(i % 3 + 1);
            pages[ids[i]].GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBe(i % 3 == 2);
            pages[ids[i]].GetProperty("nodes").EnumerateArray().Select(v => (v.GetProperty("dataset").GetString(), v.GetProperty("number").GetInt32()))
                .ShouldBe(Enumerable.Range(1, Math.Min(2, i % 3 + 1)).Select(n => ((string?)ids[i], n)));
        }
    }

    [Fact]
    public async Task Goes_on_after_versions_that_were_read_together_and_keeps_to_their_state()
    {
        var dataset = await Given.DatasetAsync();
        foreach (var year in new[] { 2018, 2019, 2020 })
            await Given.ImportAsync(dataset, $"Indicator,SeriesCode,GeoAreaCode,TimePeriod,Value\n1.1.1,{dataset},404,2010,{year}\n", $"format=unsd-csv&recordedAt={year}-01-01");
        async Task<System.Text.Json.JsonElement> PageAsync(string arguments) => await Anonymous.DataAsync(
            $"{{ dataset(id: \"{dataset}\", asOf: \"2019-06-01\") {{ versions({arguments}) {{ nodes {{ number }} pageInfo {{ endCursor hasNextPage }} }} }} }}", "dataset", "versions");

        var first = await PageAsync("first: 1");
        var second = await PageAsync($"first: 1, after: \"{first.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"");

        first.GetProperty("nodes")[0].GetProperty("number").GetInt32().ShouldBe(1);
        second.GetProperty("nodes")[0].GetProperty("number").GetInt32().ShouldBe(2);
        second.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("&area=004&from=2010")]
    [InlineData("&asOf=2031-01-01")]
    public async Task Asks_for_the_state_and_for_the_rows_when_a_series_was_read_before(string filter)
    {
        var (_, dataset) = await ImportAsync(3);
        var path = $"/v1/observations?series={dataset}{filter}";
        await Anonymous.GetJsonAsync(path);
        counter.Clear();

        await Anonymous.GetJsonAsync(path);

        counter.Statements.Count.ShouldBe(2, string.Join("\n---\n", counter.Statements));
    }

    /// <summary>A data set of one series that serves an indicator of its own, with two years for each area.</summary>
    private async Task<(string Indicator, string Dataset)> ImportAsync(int areas)
    {
        var dataset = await Given.DatasetAsync();
        var list = await Anonymous.GetJsonAsync("/v1/areas?type=country&limit=1000");
        var codes = list.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("code").GetString()).Take(areas).ToList();
        codes.Count.ShouldBe(areas);
        var indicator = Indicators[int.Parse(dataset["set-".Length..], CultureInfo.InvariantCulture) % Indicators.Length];
        var file = new StringBuilder("Indicator,SeriesCode,GeoAreaCode,TimePeriod,Value\n");
        foreach (var code in codes)
            file.Append(CultureInfo.InvariantCulture, $"{indicator},{dataset},{code},2010,1\n{indicator},{dataset},{code},2011,2.5\n");
        (await Given.ImportAsync(dataset, file.ToString())).RowsAccepted.ShouldBe(2 * areas);
        return (indicator, dataset);
    }

    private static readonly string[] Indicators = ["1.1.1", "2.1.1", "3.1.1", "4.1.1", "5.1.1", "6.1.1", "7.1.1", "8.1.1", "9.1.1", "10.1.1", "11.1.1"];

    public sealed class CountedSqlite(PostgresServer postgres) : ApiFixture(DatabaseProvider.Sqlite, postgres)
    {
        internal StatementCounter Counter { get; } = new();

        protected override void Configure(IServiceCollection services) => Counter.AddTo(services);
    }

    public sealed class CountedPostgres(PostgresServer postgres) : ApiFixture(DatabaseProvider.Postgres, postgres)
    {
        internal StatementCounter Counter { get; } = new();

        protected override void Configure(IServiceCollection services) => Counter.AddTo(services);
    }

    public sealed class OnSqlite(CountedSqlite api) : BatchingTests(api, api.Counter), IClassFixture<CountedSqlite>;

    public sealed class OnPostgres(CountedPostgres api) : BatchingTests(api, api.Counter), IClassFixture<CountedPostgres>;
}
