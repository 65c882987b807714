using System.Net;
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

    [Fact]
    public async Task A_query_of_many_fields_counts_for_more()
    {
        var client = await server.ClientAsync(Role.Reader);
        var fields = string.Join(' ', Enumerable.Range(0, 9).Select(i => $"d{i}: datasets {{ nodes {{ id title description licence publisher citation handling redistribution sourceKind }} }}"));

        var answer = await client.GetAsync($"/graphql?query={Uri.EscapeDataString("{ " + fields + " }")}", Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        // 9 * 11 = 99 fields count for one more.
        (await client.GetAsync("/v1/me", Stop)).Headers.GetValues("RateLimit").ShouldBe(["\"default\";r=7;t=60"]);
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
