using System.Net.Http.Json;
using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Graph;
using Microsoft.Extensions.Configuration;

namespace DataDiplomacy.Api.Tests.Graph;

public sealed class TrustedDocumentTests : IDisposable
{
    private const string Known = "query Echo($t: String) { echo(text: $t) }\n";

    // printf 'query Echo($t: String) { echo(text: $t) }\n' | sha256sum
    private const string KnownId = "sha256:fb06e3d96e9f6646e0ebe7e4fbd34e7b6c5c8be77d9c6ae16a5f61cb0a5f9345";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trusted-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Executes_a_document_named_by_its_hash(string only)
    {
        await using var host = await StartAsync(only);

        var answer = await PostAsync(host, new { documentId = KnownId, variables = new { t = "hello" } });

        (answer.Status, answer.Data).ShouldBe((200, "{\"echo\":\"hello\"}"));
    }

    [Fact]
    public async Task Takes_the_hash_in_a_query_string_too()
    {
        await using var host = await StartAsync("true");

        var answer = await host.SendAsync(new(HttpMethod.Get, new Uri($"/graphql?documentId={KnownId}&variables=%7B%22t%22:%22x%22%7D", UriKind.Relative)));

        (answer.Status, answer.Data).ShouldBe((200, "{\"echo\":\"x\"}"));
    }

    [Fact]
    public async Task Refuses_other_documents_to_callers_without_a_key()
    {
        await using var host = await StartAsync("true");

        var unknown = await host.PostAsync("{ echo }");
        var introspection = await host.PostAsync("{ __typename }");
        var sameText = await host.PostAsync(Known, new { t = "y" });

        (unknown.Status, unknown.Code).ShouldBe((403, "TRUSTED_DOCUMENTS_ONLY"));
        introspection.Status.ShouldBe(403);
        (sameText.Status, sameText.Data).ShouldBe((200, "{\"echo\":\"y\"}"));
    }

    [Theory]
    [InlineData("GET", "application/graphql-response+json")]
    [InlineData("GET", "application/json")]
    [InlineData("POST", "application/graphql-response+json")]
    [InlineData("POST", "application/json")]
    public async Task A_refusal_is_a_well_formed_answer_without_data(string method, string accepted)
    {
        await using var host = await StartAsync("true");
        var request = method == "GET"
            ? new HttpRequestMessage(HttpMethod.Get, new Uri("/graphql?query=%7B__typename%7D", UriKind.Relative))
            : new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ __typename }" }) };

        var answer = await host.SendAsync(request, accepted);

        // GraphQL (October 2021), section 7.1: a request that is not executed has errors, each with a message, and no member data.
        (answer.Status, answer.Type?.MediaType).ShouldBe((403, accepted));
        answer.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["errors"]);
        answer.Message.ShouldBe("Without a key this server takes only the queries it knows, by 'documentId'.");
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(null)]
    public void Lets_a_holder_of_a_key_send_any_document(Role? role)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "echo.graphql"), Known);
        var trusted = TrustedDocuments.Load(Settings(folder.FullName, "true"), new DocumentGuard(new()));

        Func<string> choose = () => trusted.Choose("{ echo }", null, anonymous: role is null);

        if (role is null) Should.Throw<GraphRefusedException>(choose).Status.ShouldBe(403);
        else choose().ShouldBe("{ echo }");
    }

    [Fact]
    public async Task Takes_any_document_where_the_option_is_off()
    {
        await using var host = await StartAsync("false");

        (await host.PostAsync("{ echo }")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("sha256:0000000000000000000000000000000000000000000000000000000000000000", "PERSISTED_DOCUMENT_NOT_FOUND")]
    [InlineData("sha256:", "BAD_REQUEST")]
    [InlineData("../../etc/passwd", "BAD_REQUEST")]
    [InlineData("echo.graphql", "BAD_REQUEST")]
    public async Task Refuses_a_hash_it_does_not_know(string id, string code)
    {
        await using var host = await StartAsync("true");

        var answer = await PostAsync(host, new { documentId = id });

        (answer.Status, answer.Code).ShouldBe((400, code));
    }

    [Fact]
    public async Task Refuses_a_document_beside_a_hash()
    {
        await using var host = await StartAsync("true");

        var answer = await PostAsync(host, new { documentId = KnownId, query = "{ echo }" });

        (answer.Status, answer.Message).ShouldBe((400, "Send either 'query' or 'documentId'."));
    }

    [Theory]
    [InlineData("{ echo", "cannot be used")]
    [InlineData("{ r { a a a a a a a a a a a } }", "more fields named 'a' in one place than the 10")]
    public void Stops_the_start_on_a_file_that_no_request_could_use(string text, string message)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "wrong.graphql"), text);

        Should.Throw<InvalidOperationException>(() => TrustedDocuments.Load(Settings(folder.FullName, "false"), new DocumentGuard(new()))).Message.ShouldContain(message);
    }

    [Fact]
    public void Stops_the_start_when_nothing_could_be_asked()
    {
        Should.Throw<InvalidOperationException>(() => TrustedDocuments.Load(Settings(folder.FullName, "true"), new DocumentGuard(new())))
            .Message.ShouldBe("GraphQl:TrustedOnly needs at least one .graphql file in the folder GraphQl:TrustedDocuments.");
    }

    private async Task<GraphHost> StartAsync(string only)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "echo.graphql"), Known, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        return await GraphHost.StartAsync(null, (TrustedDocuments.FolderSetting, folder.FullName), (TrustedDocuments.OnlySetting, only));
    }

    private static IConfiguration Settings(string folder, string only) => new ConfigurationBuilder()
        .AddInMemoryCollection([new(TrustedDocuments.FolderSetting, folder), new(TrustedDocuments.OnlySetting, only)]).Build();

    private static Task<GraphAnswer> PostAsync(GraphHost host, object body) =>
        host.SendAsync(new(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(body) });
}
