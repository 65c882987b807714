using System.Net;

namespace DataDiplomacy.Api.Tests.Graph;

public sealed class GraphEndpointTests
{
    [Fact]
    public async Task Answers_a_query_sent_as_json()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("{ echo(text: \"Côte d'Ivoire\") }");

        answer.Status.ShouldBe(200);
        answer.Type!.ToString().ShouldBe("application/graphql-response+json; charset=utf-8");
        answer.Body.ShouldBe("{\"data\":{\"echo\":\"Côte d'Ivoire\"}}");
    }

    [Fact]
    public async Task Answers_a_query_sent_by_get()
    {
        await using var host = await GraphHost.StartAsync();
        var address = "/graphql?operationName=B&variables=" + Uri.EscapeDataString("{\"t\":\"one\"}")
            + "&query=" + Uri.EscapeDataString("query A { echo } query B($t: String) { echo(text: $t) }");

        var answer = await host.SendAsync(new(HttpMethod.Get, address));

        answer.Status.ShouldBe(200);
        answer.Data.ShouldBe("{\"echo\":\"one\"}");
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/json, application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json;q=0.5, application/json", "application/json")]
    [InlineData("application/graphql-response+json, */*;q=0.1", "application/graphql-response+json")]
    [InlineData("application/json;q=0, */*", "application/graphql-response+json")]
    public async Task Chooses_the_media_type_the_caller_prefers(string? accept, string chosen)
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.SendAsync(new(HttpMethod.Get, "/graphql?query={echo}"), accept);

        answer.Status.ShouldBe(200);
        answer.Type!.MediaType.ShouldBe(chosen);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json;q=0")]
    public async Task Names_what_it_offers_when_nothing_is_acceptable(string accept)
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.SendAsync(new(HttpMethod.Get, "/graphql?query={echo}"), accept);

        answer.Status.ShouldBe(406);
        answer.Code.ShouldBe("NOT_ACCEPTABLE");
        answer.Message.ShouldBe("Accept one of: application/graphql-response+json, application/json.");
    }

    [Theory]
    [InlineData("{ nowhere }", "FIELDS_ON_CORRECT_TYPE")]
    [InlineData("{ echo", "SYNTAX_ERROR")]
    [InlineData("query A { echo } query B { echo }", "NO_OPERATION_NAME")]
    public async Task A_document_that_cannot_run_is_400_in_the_new_type_and_200_in_the_legacy_type(string query, string code)
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync(query);
        var legacy = await host.PostAsync(query, accept: "application/json");

        (answer.Status, answer.Code).ShouldBe((400, code));
        (legacy.Status, legacy.Code).ShouldBe((200, code));
        answer.Json.TryGetProperty("data", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Refuses_a_variable_of_the_wrong_type()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("query($t: String!) { echo(text: $t) }", new { t = 7 });

        (answer.Status, answer.Code).ShouldBe((400, "INVALID_VALUE"));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Allows_get_and_post_alone(string method)
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.SendAsync(new(new(method), "/graphql?query={echo}"));

        answer.Status.ShouldBe(405);
        answer.Allow.ShouldBe(["GET", "POST"]);
        answer.Code.ShouldBe("METHOD_NOT_ALLOWED");
    }

    [Fact]
    public async Task A_mutation_by_get_is_a_method_not_allowed()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.SendAsync(new(HttpMethod.Get, "/graphql?query=mutation{__typename}"));

        (answer.Status, answer.Code).ShouldBe((405, "QUERIES_ONLY"));
        answer.Allow.ShouldBe(["POST"]);
    }

    [Theory]
    [InlineData("mutation { drop }")]
    [InlineData("subscription { news }")]
    public async Task Offers_queries_alone(string query)
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync(query);

        answer.Status.ShouldBe(400);
        answer.Errors.ShouldContain(error => error.GetProperty("extensions").GetProperty("code").GetString() == "QUERIES_ONLY");
    }

    [Fact]
    public async Task A_query_that_takes_too_long_is_unavailable()
    {
        await using var host = await GraphHost.StartAsync(new() { Timeout = TimeSpan.FromMilliseconds(50) });

        var answer = await host.PostAsync("{ slow }");

        (answer.Status, answer.Code).ShouldBe((503, "TIMEOUT"));
        host.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_is_no_error()
    {
        await using var host = await GraphHost.StartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={slow}");

        await Should.ThrowAsync<OperationCanceledException>(host.Client.SendAsync(request, patience.Token));
        (await host.PostAsync("{ echo }")).Status.ShouldBe(200);

        host.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_that_the_answer_depends_on_accept_and_may_not_be_sniffed()
    {
        await using var host = await GraphHost.StartAsync();

        using var response = await host.Client.GetAsync(new Uri("/graphql?query={echo}", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Vary.ShouldBe(["Accept"]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }
}
