using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Tests.Graph;

public sealed class ConnectionTests
{
    private const string Page = "query($n: Int, $a: String) { countries(first: $n, after: $a) "
        + "{ edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }";

    [Fact]
    public async Task Gives_a_page_with_its_cursors()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync(Page, new { n = 2 });

        answer.Data.ShouldBe("{\"countries\":{\"edges\":[{\"cursor\":\"Côte d'Ivoire\",\"node\":{\"id\":\"CI\"}},{\"cursor\":\"Italia\",\"node\":{\"id\":\"IT\"}}],"
            + "\"nodes\":[{\"id\":\"CI\"},{\"id\":\"IT\"}],"
            + "\"pageInfo\":{\"hasNextPage\":true,\"hasPreviousPage\":false,\"startCursor\":\"Côte d'Ivoire\",\"endCursor\":\"Italia\"},\"totalCount\":3}}");
    }

    [Fact]
    public async Task Goes_on_after_the_last_cursor_and_ends()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync(Page, new { n = 2, a = "Italia" });

        answer.Json.GetProperty("data").GetProperty("countries").GetProperty("pageInfo").GetRawText()
            .ShouldBe("{\"hasNextPage\":false,\"hasPreviousPage\":true,\"startCursor\":\"Nippon\",\"endCursor\":\"Nippon\"}");
    }

    [Fact]
    public async Task Any_edge_is_a_place_to_go_on_from()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("{ countries(after: \"Côte d'Ivoire\") { nodes { id } } }");

        answer.Data.ShouldBe("{\"countries\":{\"nodes\":[{\"id\":\"IT\"},{\"id\":\"JP\"}]}}");
    }

    [Fact]
    public async Task An_empty_page_has_no_cursors()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("{ countries(after: \"Z\") { edges { cursor } pageInfo { hasNextPage startCursor endCursor } } }");

        answer.Data.ShouldBe("{\"countries\":{\"edges\":[],\"pageInfo\":{\"hasNextPage\":false,\"startCursor\":null,\"endCursor\":null}}}");
    }

    [Fact]
    public void Pages_of_the_rest_door_keep_their_cursors()
    {
        var rest = new PageView<string> { Items = ["a", "b"], Cursors = ["at-a", "rest-next"], Next = "rest-next" };

        var page = ConnectionPages.Of(rest, new ConnectionArguments(2, null, WantsTotal: false));

        page.Edges.Select(edge => edge.Cursor).ShouldBe(["at-a", "rest-next"]);
        page.PageInfo.ShouldBe(new PageInfo { HasNextPage = true, HasPreviousPage = false, StartCursor = "at-a", EndCursor = "rest-next" });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task Refuses_a_first_out_of_range_before_anything_runs(int first)
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync(Page, new { n = first });

        (answer.Status, answer.Code).ShouldBe((400, "INVALID_REQUEST"));
        answer.Message.ShouldBe($"'first' is {first}; it must be from 1 to 1000.");
        answer.Errors[0].GetProperty("extensions").GetProperty("errors").GetProperty("first")[0].GetString().ShouldBe(answer.Message);
    }

    [Theory]
    [InlineData("{ countries { totalCount } }", true)]
    [InlineData("{ countries { all: totalCount } }", true)]
    [InlineData("{ countries { ...F } } fragment F on CountryConnection { totalCount }", true)]
    [InlineData("{ countries { nodes { id } } }", false)]
    [InlineData("{ countries { nodes { id } totalCount @skip(if: true) } }", false)]
    public async Task Counts_only_when_asked(string query, bool counts)
    {
        await using var host = await GraphHost.StartAsync();

        await host.PostAsync(query);

        host.Atlas.Counted.ShouldBe(counts);
    }

    [Fact]
    public async Task Asks_for_a_hundred_when_nothing_is_said()
    {
        await using var host = await GraphHost.StartAsync();

        await host.PostAsync("{ countries { nodes { id } } }");

        host.Atlas.LastFirst.ShouldBe(100);
    }
}
