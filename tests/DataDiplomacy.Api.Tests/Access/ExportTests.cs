using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>What the terms of a data set let whom pass on: each format of each route but JSON is an export.</summary>
public abstract class ExportTests(ApiFixture api) : ApiTests(api)
{
    /// <summary>Routes whose other formats are no export of data, each with its reason.</summary>
    private static readonly Dictionary<string, string> NoExports = new()
    {
        ["/v1/evidence"] = "lists records, whose labels say who may see them; they are no data sets and have no terms of redistribution",
        ["/v1/evidence/{id}/content"] = "gives what a record holds to those who may see it, each time as an event of its custody",
        ["/v1/evidence/{id}/package"] = "as the content, with what proves it",
        ["/v1/cases/{id}/package"] = "as the content, with what proves it",
        ["/v1/evidence/{id}/proof"] = "holds commitments and hashes, no data",
        ["/v1/provenance/{id}"] = "tells where data come from, as a picture too, and has none of their values",
        ["/v1/datasets/{id}/catalog"] = "describes a data set and where it is had, and has none of its values",
        ["/catalog"] = "as the entry of one data set",
        ["/v1/data-negotiations/{id}"] = "tells what its parties said about data, and has none of their values",
        ["/v1/data-negotiations/{id}/moves/{number:int}"] = "as the negotiation",
        ["/v1/agreements/{id}/transfers/{number:int}"] = "tells what its parties did about data, and has none of their values",
        ["/v1/agreements/{id}/transfers/{number:int}/moves/{move:int}"] = "as the transfer",
        ["/v1/imports/{importId}/rejected"] = "tells the editor of an import which of the rows sent in were not taken",
        ["/v1/imports/{importId}/events"] = "tells how far an import is",
    };

    private static readonly Dictionary<string, string> Exported = new()
    {
        ["/v1/observations"] = "/v1/observations?series={0}",
        ["/v1/trends"] = "/v1/trends?series={0}&area=404",
        ["/v1/trends/scan"] = "/v1/trends/scan?dataset={1}",
        ["/v1/sdg/progress"] = "/v1/sdg/progress?area=404&series={0}",
        ["/v1/sdg/progress/goals"] = "/v1/sdg/progress/goals?area=404&dataset={1}",
        ["/v1/correlations"] = "/v1/correlations?series={0}&area=404,50",
        ["/v1/anomalies"] = "/v1/anomalies?series={0}&area=404",
        ["/v1/forecasts"] = "/v1/forecasts?series={0}&area=404",
    };

    [Theory]
    [InlineData("open", "200 200 200 200 200")]
    [InlineData("internal", "403 200 200 200 200")]
    [InlineData("forbidden", "403 403 403 403 200")]
    public async Task Exports_to_those_whom_the_terms_allow_and_shows_pages_to_all(string terms, string expected)
    {
        var (dataset, series) = await SetAsync(terms);
        var callers = await CallersAsync();

        foreach (var (path, format) in Formats())
        {
            var asked = path.Replace("{0}", series, StringComparison.Ordinal).Replace("{1}", dataset, StringComparison.Ordinal);
            var statuses = await Task.WhenAll(callers.Select(async c => (int)(await c.GetAsync(asked + "&format=" + format, Stop)).StatusCode));
            string.Join(' ', statuses).ShouldBe(format == "json" ? "200 200 200 200 200" : expected, $"{path} {format}");
        }
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("application/x-ndjson")]
    public async Task Asks_the_terms_also_where_Accept_chose_the_format_or_a_limit_is_given(string accept)
    {
        var (_, series) = await SetAsync("forbidden");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/observations?series={series}&limit=1");
        request.Headers.Accept.ParseAdd(accept);

        var answer = await Anonymous.SendAsync(request, Stop);

        (await answer.RefusedAsync(403)).Type.ShouldBe("redistribution-forbidden");
    }

    [Fact]
    public async Task Names_the_data_set_its_terms_and_why()
    {
        var (forbidden, series) = await SetAsync("forbidden");

        var refusal = await (await (await Api.ClientAsync(Role.Editor)).GetAsync($"/v1/observations?series={series}&format=csv", Stop)).RefusedAsync(403);

        refusal.Detail.ShouldBe($"This would export {forbidden} (redistribution forbidden, licence CC0-1.0). Terms forbid passing it on; only an admin may export it. It can be read as JSON.");
        refusal.Candidates.Select(c => (c.GetProperty("dataset").GetString(), c.GetProperty("redistribution").GetString(), c.GetProperty("licence").GetString()))
            .ShouldBe([(forbidden, "forbidden", "CC0-1.0")]);
    }

    [Fact]
    public async Task Tells_anonymous_callers_that_a_key_would_do()
    {
        var (kept, series) = await SetAsync("internal");

        var refusal = await (await Anonymous.GetAsync($"/v1/trends?series={series}&area=404&format=svg", Stop)).RefusedAsync(403);

        refusal.Detail.ShouldBe($"This would export {kept} (redistribution internal, licence CC0-1.0). "
            + "Terms keep it within the organisation; exporting it needs a key, sent as Authorization: Bearer KEY. It can be read as JSON.");
    }

    [Fact]
    public async Task Refuses_an_export_of_several_data_sets_until_it_is_narrowed()
    {
        var ((open, first), (closed, second)) = (await SetAsync("open"), await SetAsync("forbidden"));
        var both = $"/v1/observations?series={first},{second}&format=ndjson";

        var refusal = await (await Anonymous.GetAsync(both, Stop)).RefusedAsync(403);

        refusal.Detail.ShouldContain(closed);
        refusal.Detail.ShouldNotContain(open + " ");
        refusal.Detail.ShouldEndWith("Name another data set by dataset=. It can be read as JSON.");
        (await Anonymous.GetStringAsync($"/v1/observations?dataset={open}&format=ndjson", Stop)).ShouldContain(first);
    }

    [Fact]
    public async Task Does_not_name_what_the_caller_may_not_see()
    {
        var hidden = await Given.DatasetAsync("confidential", redistribution: "forbidden");
        await Given.ImportAsync(hidden, "SeriesCode,GeoAreaCode,TimePeriod,Value\nQX_HIDDEN,404,2010,1");
        var open = await SetAsync("open");

        var all = await (await Anonymous.GetAsync("/v1/observations?format=csv", Stop)).Content.ReadAsStringAsync(Stop);
        var one = await Anonymous.GetAsync($"/v1/observations?series={open.Series}&format=csv", Stop);

        all.ShouldNotContain(hidden);
        all.ShouldNotContain("QX_HIDDEN");
        ((int)one.StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task Tells_the_size_of_what_it_would_refuse()
    {
        var (_, series) = await SetAsync("forbidden");

        var size = await Anonymous.GetJsonAsync($"/v1/observations?series={series}&format=csv&dryRun=true");

        size.GetProperty("observations").GetInt64().ShouldBe(3);
    }

    [Theory]
    [InlineData("open", "200 200 200 200 200")]
    [InlineData("internal", "403 200 200 200 200")]
    [InlineData("forbidden", "403 403 403 403 200")]
    public async Task Shows_a_first_page_to_all_and_the_next_to_those_who_may_export(string terms, string expected)
    {
        var (dataset, series) = await SetAsync(terms);
        await Given.ImportAsync(dataset, $"SeriesCode,GeoAreaCode,TimePeriod,Value\n{series},404,2010,5\n{series},404,2011,6");
        var callers = await CallersAsync();

        foreach (var path in new[] { $"/v1/observations?series={series}&limit=1", $"/v1/datasets/{dataset}/versions/1/diff/2?limit=1" })
        {
            var first = await Anonymous.GetJsonAsync(path);
            var statuses = await Task.WhenAll(callers.Select(async c => (int)(await c.GetAsync($"{path}&cursor={first.GetProperty("next").GetString()}", Stop)).StatusCode));
            (first.GetProperty("items").GetArrayLength(), string.Join(' ', statuses)).ShouldBe((1, expected), path);
        }
    }

    [Fact]
    public async Task Says_what_can_be_read_instead_of_the_next_page_at_both_doors()
    {
        var (forbidden, series) = await SetAsync("forbidden");
        var next = (await Anonymous.GetJsonAsync($"/v1/observations?series={series}&limit=1")).GetProperty("next").GetString();
        var query = $"{{ observations(series: [\"{series}\"], first: 1, after: \"{next}\") {{ nodes {{ period }} }} }}";

        var rest = await (await Anonymous.GetAsync($"/v1/observations?series={series}&limit=1&cursor={next}", Stop)).RefusedAsync(403);
        var graph = await Anonymous.GetStringAsync($"/graphql?query={Uri.EscapeDataString(query)}", Stop);

        rest.Detail.ShouldBe($"Going on page by page would export {forbidden} (redistribution forbidden, licence CC0-1.0). Terms forbid passing it on; only an admin may export it. "
            + "A first page can be read, up to 1000 observations: narrow the query by area, from and to.");
        graph.ShouldContain("Terms forbid passing it on");
        graph.ShouldNotContain("2011");
    }

    [Theory]
    [InlineData("open", "anonymous", true)]
    [InlineData("forbidden", "anonymous", false)]
    [InlineData("forbidden", "admin", true)]
    public async Task Gives_more_than_a_page_in_one_piece_to_those_only_who_may_export(string terms, string caller, bool isGiven)
    {
        var (dataset, series) = await SetAsync(terms);
        var days = Enumerable.Range(0, 1_002).Select(d => $"{series},{(d % 2 == 0 ? 404 : 800)},{new DateOnly(2010, 1, 1).AddDays(d):yyyy-MM-dd},1");
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\n" + string.Join('\n', days));

        var answer = await (caller == "admin" ? Admin : Anonymous).GetAsync(
            $"/graphql?query={Uri.EscapeDataString($"{{ series(code: \"{series}\") {{ areas {{ nodes {{ observations(first: 1000) {{ nodes {{ value }} }} }} }} }} }}")}", Stop);

        (await answer.Content.ReadAsStringAsync(Stop)).Contains("Terms forbid passing it on", StringComparison.Ordinal).ShouldBe(!isGiven);
    }

    [Fact]
    public async Task Shows_pages_of_it_through_GraphQL()
    {
        var (_, series) = await SetAsync("forbidden");

        var page = await Anonymous.GetStringAsync($"/graphql?query={Uri.EscapeDataString($"{{ observations(series: [\"{series}\"]) {{ totalCount }} }}")}", Stop);

        page.ShouldContain("\"totalCount\":3");
    }

    /// <summary>Each route with another format than JSON; a new one must be tried here or give a reason.</summary>
    private IEnumerable<(string Path, string Format)> Formats()
    {
        var routes = Api.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<OfferedFormats>() is not null).ToDictionary(e => "/" + e.RoutePattern.RawText?.Trim('/'), e => e.Metadata.GetMetadata<OfferedFormats>());
        routes.Keys.Except(NoExports.Keys).Order(StringComparer.Ordinal).ShouldBe(Exported.Keys.Order(StringComparer.Ordinal));
        return Exported.SelectMany(e => (routes[e.Key]?.Formats ?? []).Select(f => (e.Value, f.Name)));
    }

    private async Task<(string Dataset, string Series)> SetAsync(string terms)
    {
        var dataset = await Given.DatasetAsync(redistribution: terms);
        var series = "EX_" + dataset.Replace('-', '_').ToUpperInvariant();
        await Given.ImportAsync(dataset, $"SeriesCode,GeoAreaCode,TimePeriod,Value\n{series},404,2010,1\n{series},404,2011,2\n{series},404,2012,3");
        return (dataset, series);
    }

    private async Task<HttpClient[]> CallersAsync() =>
        [Anonymous, await Api.ClientAsync(Role.Reader), await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Admin)];

    public sealed class OnSqlite(SqliteApi api) : ExportTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ExportTests(api), IClassFixture<PostgresApi>;
}
