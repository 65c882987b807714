using DataDiplomacy.Api.Graph;

namespace DataDiplomacy.Api.Tests.Graph;

public sealed class DocumentCacheTests
{
    private const string Paged = "query($n: Int) { countries(first: $n) { nodes { cities { country { cities { name } } } } } }";

    [Fact]
    public async Task Keeps_a_document_that_passed_and_answers_the_same_from_it()
    {
        await using var host = await GraphHost.StartAsync();

        var first = await host.PostAsync("query($t: String) { echo(text: $t) }", new { t = "one" });
        var second = await host.PostAsync("query($t: String) { echo(text: $t) }", new { t = "two" });

        first.Data.ShouldBe("{\"echo\":\"one\"}");
        second.Data.ShouldBe("{\"echo\":\"two\"}");
        host.Cache.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{ nowhere }")]
    [InlineData("{ echo")]
    [InlineData("mutation { echo }")]
    [InlineData("{ countries(first: 0) { totalCount } }")]
    public async Task Keeps_nothing_that_was_refused(string query)
    {
        await using var host = await GraphHost.StartAsync();

        await host.PostAsync(query);

        host.Cache.Count.ShouldBe(0);
    }

    [Fact]
    public async Task The_limits_hold_for_a_known_document_with_other_variables()
    {
        await using var host = await GraphHost.StartAsync();
        (await host.PostAsync(Paged, new { n = 2 })).Status.ShouldBe(200);

        var outOfRange = await host.PostAsync(Paged, new { n = 1001 });
        var wrongType = await host.PostAsync(Paged, new { n = "two" });
        var tooMuch = await host.PostAsync(Paged, new { n = 1000 });

        (outOfRange.Status, outOfRange.Code).ShouldBe((400, "INVALID_REQUEST"));
        (wrongType.Status, wrongType.Code).ShouldBe((400, "INVALID_VALUE"));
        (tooMuch.Status, tooMuch.Code).ShouldBe((400, "COMPLEXITY"));
        host.Cache.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Drops_the_least_recently_used_when_full()
    {
        await using var host = await GraphHost.StartAsync();
        var cache = new DocumentCache(maxCharacters: 30);
        await RunAsync(host, cache, "{ a: echo }");
        await RunAsync(host, cache, "{ b: echo }");
        await RunAsync(host, cache, "{ a: echo }");

        await RunAsync(host, cache, "{ c: echo }");

        (cache.Count, cache.Characters).ShouldBe((2, 22));
        (await IsKnownAsync(cache, "{ a: echo }")).ShouldBeTrue();
        (await IsKnownAsync(cache, "{ b: echo }")).ShouldBeFalse();
        (await IsKnownAsync(cache, "{ c: echo }")).ShouldBeTrue();
    }

    [Fact]
    public async Task Keeps_no_document_longer_than_itself()
    {
        await using var host = await GraphHost.StartAsync();
        var cache = new DocumentCache(maxCharacters: 10);

        await RunAsync(host, cache, "{ a: echo }");

        (cache.Count, cache.Characters).ShouldBe((0, 0));
    }

    private static Task<GraphQL.ExecutionResult> RunAsync(GraphHost host, DocumentCache cache, string query) =>
        cache.ExecuteAsync(new() { Query = query }, options => host.ExecuteAsync(options));

    private static async Task<bool> IsKnownAsync(DocumentCache cache, string query)
    {
        var known = false;
        await cache.ExecuteAsync(new() { Query = query }, options =>
        {
            known = options.Document is not null;
            return Task.FromResult(new GraphQL.ExecutionResult());
        });
        return known;
    }
}
