using System.Net.Http.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Http;

/// <summary>What is answered where no route fits, in the same form as every other refusal.</summary>
public class RoutingTests(SqliteApi api) : ApiTests(api), IClassFixture<SqliteApi>
{
    [Theory]
    [InlineData("/v1/nothing")]
    [InlineData("/nothing")]
    [InlineData("/v1/datasets/a/versions/x")]
    public async Task Says_that_there_is_no_such_route(string path)
    {
        var refusal = await (await Anonymous.GetAsync(path, Stop)).RefusedAsync(404);

        (refusal.Type, refusal.Detail.Contains(path, StringComparison.Ordinal)).ShouldBe(("not-found", true));
        refusal.TraceId.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Says_which_methods_a_route_has()
    {
        var response = await Admin.PostAsJsonAsync("/v1/me", new { }, Stop);

        var refusal = await response.RefusedAsync(405);
        refusal.Type.ShouldBe("method-not-allowed");
        response.Content.Headers.Allow.ShouldBe(["GET"]);
        refusal.Detail.ShouldContain("Allow: GET");
    }

    [Theory]
    [InlineData("/v1/datasets?sourcekind2=text", "sourceKind")]
    [InlineData("/v1/datasets?limits=3", "limit")]
    public async Task Refuses_an_unknown_parameter_with_the_nearest_known(string path, string nearest)
    {
        var refusal = await (await Anonymous.GetAsync(path, Stop)).RefusedAsync(400);

        refusal.Type.ShouldBe("unknown-parameter");
        refusal.Suggestions.ShouldContain(nearest);
        refusal.Errors.Keys.ShouldBe([path.Split('?', '=')[1]]);
    }

    [Fact]
    public async Task Refuses_parameters_where_a_route_has_none()
    {
        (await (await Anonymous.GetAsync("/v1/me?x=1", Stop)).RefusedAsync(400)).Detail.ShouldContain("This route has: format.");
    }

    [Fact]
    public async Task Does_not_keep_refusals_in_caches()
    {
        var response = await Anonymous.GetAsync("/v1/datasets/none", Stop);

        response.Headers.CacheControl?.NoStore.ShouldBe(true);
    }
}
