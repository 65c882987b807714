using System.Net;
using System.Net.Http.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Http;

public class RateLimitTests(RateLimitTests.Server server) : IClassFixture<RateLimitTests.Server>, IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await server.StartAsync();
        server.Time.UtcNow = server.NextMinute();
    }

    [Fact]
    public async Task Refuses_what_is_more_than_the_quota_and_says_when_to_go_on()
    {
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 4; i++)
            answers.Add(await server.Anonymous.GetAsync("/v1/me", Stop));

        answers.Select(a => (int)a.StatusCode).ShouldBe([200, 200, 200, 429]);
        (await answers[3].RefusedAsync(429)).Type.ShouldBe("too-many-requests");
        answers[3].Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(60));
        answers.Select(a => a.Headers.GetValues("RateLimit").Single()).ShouldBe(["\"default\";r=2;t=60", "\"default\";r=1;t=60", "\"default\";r=0;t=60", "\"default\";r=0;t=60"]);
        answers.Select(a => a.Headers.GetValues("RateLimit-Policy").Single()).Distinct().ShouldBe(["\"default\";q=3;w=60"]);
    }

    [Fact]
    public async Task Counts_keys_apart_and_those_that_do_not_work_by_address()
    {
        var (one, other, unknown) = (await server.ClientAsync(Role.Reader), await server.ClientAsync(Role.Reader), server.Factory.ClientWith("no-such-key"));

        await one.GetAsync("/v1/me", Stop);
        await unknown.GetAsync("/v1/me", Stop);

        (await one.GetAsync("/v1/me", Stop)).Headers.GetValues("RateLimit").ShouldBe(["\"default\";r=8;t=60"]);
        (await other.GetAsync("/v1/me", Stop)).Headers.GetValues("RateLimit").ShouldBe(["\"default\";r=9;t=60"]);
        (await server.Anonymous.GetAsync("/v1/me", Stop)).Headers.GetValues("RateLimit").ShouldBe(["\"default\";r=1;t=60"]);
    }

    [Fact]
    public async Task Begins_anew_each_minute()
    {
        for (var i = 0; i < 5; i++)
            await server.Anonymous.GetAsync("/v1/me", Stop);

        server.Time.UtcNow = server.NextMinute();

        (await server.Anonymous.GetAsync("/v1/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    // datasets 1, nodes 1, then each field for each of the items: 3,002, 1,002 and 7 points.
    [InlineData("{ datasets(first: 1000) { nodes { id title publisher } } }", 3)]
    [InlineData("{ datasets(first: 1000) { nodes { id } } }", 1)]
    [InlineData("{ datasets(first: 5) { nodes { id } } }", 1)]
    [InlineData("{ __schema { types { name fields { name type { name } } } } }", 1)]
    public async Task A_query_counts_for_each_thousand_points_of_its_complexity(string query, int cost)
    {
        var client = await server.ClientAsync(Role.Reader);

        var answer = await AskAsync(client, query);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        answer.Headers.GetValues("RateLimit").ShouldBe([$"\"default\";r={10 - cost};t=60"]);
    }

    [Fact]
    public async Task A_query_that_is_known_counts_by_its_variables()
    {
        var client = await server.ClientAsync(Role.Reader);
        const string Query = "query($n: Int) { datasets(first: $n) { nodes { id title publisher } } }";

        string[] left =
        [
            LeftOf(await AskAsync(client, Query, new { n = 2 })),
            LeftOf(await AskAsync(client, Query, new { n = 1000 })),
            LeftOf(await AskAsync(client, Query, new { n = 2 })),
        ];

        left.ShouldBe(["\"default\";r=9;t=60", "\"default\";r=6;t=60", "\"default\";r=5;t=60"]);
    }

    [Fact]
    public async Task Dear_queries_use_the_quota_up()
    {
        var client = await server.ClientAsync(Role.Reader);
        const string Dear = "{ datasets(first: 1000) { nodes { id title description licence publisher citation handling redistribution sourceKind } } }";

        HttpResponseMessage[] answers = [await AskAsync(client, Dear), await AskAsync(client, Dear), await AskAsync(client, "{ __typename }")];

        answers.Select(a => (int)a.StatusCode).ShouldBe([200, 200, 429]);
        answers.Select(LeftOf).ShouldBe(["\"default\";r=1;t=60", "\"default\";r=0;t=60", "\"default\";r=0;t=60"]);
        (await answers[2].RefusedAsync(429)).Type.ShouldBe("too-many-requests");
        answers[2].Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Pages_and_health_are_not_counted()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => server.Anonymous.GetAsync("/health/live", Stop)));

        answers.Select(a => a.StatusCode).Distinct().ShouldBe([HttpStatusCode.OK]);
    }

    [Fact]
    public void Counts_exactly_when_many_count_at_once()
    {
        var windows = new RateWindows();

        Parallel.For(0, 10_000, _ => windows.Charge("someone", 5, 1));

        windows.Charge("someone", 5, 0).ShouldBe(10_000);
        windows.Charge("someone", 6, 0).ShouldBe(0);
    }

    [Fact]
    public void Counts_in_the_next_minute_what_ends_after_its_own()
    {
        var windows = new RateWindows();
        windows.Charge("someone", 5, 3);
        windows.Charge("someone", 6, 2);

        windows.Charge("someone", 5, 4).ShouldBe(6);

        windows.Charge("someone", 6, 0).ShouldBe(6);
    }

    [Fact]
    public void Of_dear_queries_that_come_at_once_one_is_let_through()
    {
        var windows = new RateWindows();
        var requests = Enumerable.Range(0, 3).Select(_ => new RateWindow(windows, "someone", 3, DateTimeOffset.UnixEpoch)).ToList();

        requests.Select(r => r.TryEnter()).ToList().ShouldBe([true, true, true]);
        requests.Select(r => r.TryAdd(50)).ToList().ShouldBe([true, false, false]);
        requests[0].Left.ShouldBe(0);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string query, object? variables = null) =>
        client.PostAsJsonAsync("/graphql", new { query, variables }, Stop);

    private static string LeftOf(HttpResponseMessage answer) => answer.Headers.GetValues("RateLimit").Single();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    public sealed class Server(PostgresServer postgres) : ApiFixture(DatabaseProvider.Sqlite, postgres)
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string> { ["RateLimits:AnonymousPerMinute"] = "3", ["RateLimits:KeyPerMinute"] = "10" };

        internal DateTime NextMinute() => Time.UtcNow.AddMinutes(1).AddTicks(-(Time.UtcNow.Ticks % TimeSpan.TicksPerMinute));
    }
}
