namespace DataDiplomacy.Api.Tests.Graph;

public sealed class GraphErrorsTests
{
    [Fact]
    public async Task Shows_a_problem_with_the_code_and_the_details_it_has_at_the_rest_door()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("{ refused }");

        answer.Status.ShouldBe(200);
        answer.Message.ShouldBe("No country 'XX'.");
        answer.Errors[0].GetProperty("path").GetRawText().ShouldBe("[\"refused\"]");
        answer.Errors[0].GetProperty("extensions").GetRawText().ShouldBe(
            "{\"code\":\"COUNTRY_NOT_FOUND\",\"status\":404,\"errors\":{\"code\":[\"'XX' is unknown.\"]},"
            + "\"suggestions\":[\"XK\"],\"candidates\":[{\"code\":\"XK\"}]}");
        host.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("broken", "Query.broken failed: System.InvalidOperationException")]
    [InlineData("raw", "(no field) failed: GraphQL.ExecutionError")]
    public async Task Hides_any_other_failure_and_logs_it_without_its_values(string field, string logged)
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync($"{{ {field} }}");

        answer.Status.ShouldBe(200);
        answer.Message.ShouldBe("Internal error.");
        answer.Errors[0].GetProperty("extensions").GetRawText().ShouldBe("{\"code\":\"INTERNAL\"}");
        var line = host.Log.Errors.ShouldHaveSingleItem();
        line.ShouldContain(logged);
        line.ShouldNotContain(Atlas.Secret);
    }

    [Fact]
    public async Task A_number_that_json_cannot_hold_is_an_error_of_its_field()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("{ echo(text: \"still here\") numbers }");

        answer.Data.ShouldBe("{\"echo\":\"still here\",\"numbers\":[1.5,null]}");
        answer.Code.ShouldBe("INTERNAL");
    }

    [Fact]
    public async Task Shows_at_most_ten_errors()
    {
        await using var host = await GraphHost.StartAsync();
        var fields = string.Join(' ', Enumerable.Range(0, 9).Select(i => $"a{i}: all {{ nowhere{i} elsewhere{i} }}"));

        var answer = await host.PostAsync($"{{ {fields} }}");

        answer.Status.ShouldBe(400);
        answer.Errors.Count.ShouldBe(10);
    }
}
