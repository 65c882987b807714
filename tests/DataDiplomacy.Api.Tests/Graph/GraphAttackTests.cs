using System.Text;
using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Tests.Docs;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>The attacks known of GraphQL servers, sent to the whole server: each is refused briefly, by a count and not by a clock.</summary>
public sealed class GraphAttackTests(DemoServer server) : ApiTests(server), IClassFixture<DemoServer>
{
    private const int MostBytes = 64 * 1024;

    public static TheoryData<string> Attacks => [.. GraphAttacks.All.Keys];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Refuses(string attack)
    {
        var (body, refusal) = GraphAttacks.All[attack];

        var answer = await SendAsync(body, GraphNegotiation.Response);

        answer.Status.ShouldBe(400);
        answer.Message.ShouldNotBeNull().ShouldContain(refusal);
        Encoding.UTF8.GetByteCount(answer.Body).ShouldBeLessThanOrEqualTo(MostBytes);
        answer.Errors.Count.ShouldBeLessThanOrEqualTo(GraphErrors.MaxErrors);
        (await SendAsync("{\"query\":\"{ __typename }\"}", GraphNegotiation.Response)).Data.ShouldBe("{\"__typename\":\"Query\"}");
    }

    [Theory]
    [InlineData("fragments that multiply to 2^25")]
    [InlineData("1,000 aliases")]
    [InlineData("fragments in a circle")]
    [InlineData("introspection in circles")]
    [InlineData("levels beyond the depth")]
    public async Task Refuses_what_is_beyond_the_limits_to_a_caller_of_the_legacy_type_too(string attack)
    {
        var answer = await SendAsync(GraphAttacks.All[attack].Body, GraphNegotiation.Legacy);

        answer.Status.ShouldBe(400);
    }

    // Here the query is sound and one field of it is refused, which GraphQL answers with 200, without data.
    [Fact]
    public async Task A_field_takes_no_more_codes_than_the_rest_door()
    {
        var answer = await Anonymous.QueryAsync("query($s: [ID!]) { observations(series: $s) { totalCount } }", new { s = Enumerable.Range(0, 9_000).Select(i => $"S{i}") });

        answer.Status.ShouldBe(200);
        answer.Code.ShouldBe("INVALID_REQUEST");
        Encoding.UTF8.GetByteCount(answer.Body).ShouldBeLessThanOrEqualTo(MostBytes);
    }

    [Fact]
    public async Task Lets_tools_read_the_whole_schema()
    {
        var answer = await Anonymous.QueryAsync(QueryLimitsTests.Introspection);

        answer.Status.ShouldBe(200);
        answer.Errors.ShouldBeEmpty();
    }

    private async Task<GraphAnswer> SendAsync(string body, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd(accept);
        using var response = await Anonymous.SendAsync(request, Stop);
        return new((int)response.StatusCode, response.Content.Headers.ContentType, [], await response.Content.ReadAsStringAsync(Stop));
    }
}
