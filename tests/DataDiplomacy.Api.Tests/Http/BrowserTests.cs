using System.Net;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Http;

/// <summary>What a browser is told: which origins may do what, and to run nothing.</summary>
public class BrowserTests(BrowserTests.Server server) : IClassFixture<BrowserTests.Server>, IAsyncLifetime
{
    private const string Friend = "https://desk.example.org";
    private const string Stranger = "https://elsewhere.example.org";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await server.StartAsync();

    [Theory]
    [InlineData("GET", "/v1/areas", 200)]
    [InlineData("GET", "/v1/areas/no-such-area", 404)]
    [InlineData("GET", "/v1/areas?format=xml", 406)]
    [InlineData("GET", "/v1/imports/any", 401)]
    [InlineData("POST", "/graphql", 415)]
    [InlineData("POST", "/v1/statistics/mann_kendall", 415)]
    public async Task Pages_of_any_origin_can_read_answers_and_errors(string method, string path, int status)
    {
        var answer = await SendAsync(method, path, Stranger);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        answer.Headers.GetValues("Access-Control-Expose-Headers").Single().ShouldContain("ETag, Location");
        answer.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    [Theory]
    [InlineData(Stranger, "/v1/datasets", "GET, HEAD, OPTIONS")]
    [InlineData(Stranger, "/v1/data-negotiations", "GET, HEAD, OPTIONS")]
    [InlineData(Stranger, "/graphql", "GET, HEAD, OPTIONS, POST")]
    [InlineData(Stranger, "/v1/policies/evaluate", "GET, HEAD, OPTIONS, POST")]
    [InlineData(Stranger, "/v1/provenance/validate", "GET, HEAD, OPTIONS, POST")]
    [InlineData(Stranger, "/v1/evidence/verify", "GET, HEAD, OPTIONS, POST")]
    [InlineData(Friend, "/v1/datasets", "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE")]
    public async Task A_browser_that_asks_first_is_told_the_methods_of_its_origin(string origin, string path, string methods)
    {
        var answer = await SendAsync("OPTIONS", path, origin, asked: "POST");

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers.GetValues("Access-Control-Allow-Methods").ShouldBe([methods]);
        answer.Headers.GetValues("Access-Control-Allow-Headers").Single().ShouldContain("Authorization");
    }

    [Theory]
    [InlineData(Stranger, false)]
    [InlineData(Friend, true)]
    public async Task Only_pages_of_configured_origins_learn_what_a_write_answered(string origin, bool isAllowed)
    {
        var answer = await SendAsync("POST", "/v1/datasets", origin);

        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBe(isAllowed);
    }

    [Theory]
    [InlineData("/v1/areas", "cross-origin", "default-src 'none'; frame-ancestors 'none'")]
    [InlineData("/v1/areas/no-such-area", "cross-origin", "default-src 'none'; frame-ancestors 'none'")]
    [InlineData("/", "same-origin", "script-src 'self'")]
    [InlineData("/graphiql", "same-origin", "script-src")]
    [InlineData("/swagger/index.html", "same-origin", "script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'")]
    public async Task Each_answer_says_what_a_browser_may_do_with_it(string path, string resourcePolicy, string policy)
    {
        var answer = await SendAsync("GET", path, Stranger);

        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe([resourcePolicy]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain(policy);
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string origin, string? asked = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
            request.Content = new StringContent("x", System.Text.Encoding.UTF8, "text/html");
        request.Headers.Add("Origin", origin);
        if (asked is not null)
            request.Headers.Add("Access-Control-Request-Method", asked);
        return await server.Anonymous.SendAsync(request, Stop);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    public sealed class Server(PostgresServer postgres) : ApiFixture(DatabaseProvider.Sqlite, postgres)
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Cors:Origins:0"] = Friend };
    }
}
