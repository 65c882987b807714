using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Http;

/// <summary>Methods, bodies and headers as browsers, monitors and proxies send them, on a server of its own port.</summary>
public sealed class MethodTests(RunningApi api) : IClassFixture<RunningApi>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/datasets")]
    [InlineData("/v1/observations?series=EG_FEC_RNEW&limit=1")]
    [InlineData("/v1/observations?series=EG_FEC_RNEW&format=csv")]
    [InlineData("/health/live")]
    [InlineData("/")]
    public async Task Answers_head_as_get_without_the_body(string path)
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, path);

        var answer = await api.Client.SendAsync(head, Stop);
        var get = await api.Client.GetAsync(path, Stop);

        answer.StatusCode.ShouldBe(get.StatusCode);
        answer.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType);
        (await answer.Content.ReadAsByteArrayAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_head_for_what_does_not_exist()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "/v1/datasets/none");

        (await api.Client.SendAsync(head, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("OPTIONS", "/v1/datasets", 405)]
    [InlineData("PATCH", "/v1/datasets/sdg-demo", 405)]
    [InlineData("TRACE", "/v1/datasets", 405)]
    [InlineData("HEAD", "/v1/datasets/sdg-demo/imports", 405)]
    [InlineData("GET", "/v1/none", 404)]
    [InlineData("GET", "/v1//datasets", 404)]
    [InlineData("POST", "/v1/datasets", 401)]
    public async Task Refuses_what_a_route_does_not_offer(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        ((int)(await api.Client.SendAsync(request, Stop)).StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", 200)]
    [InlineData("text/html", 406)]
    [InlineData("application/json;q=0", 406)]
    [InlineData("*/*;q=0", 406)]
    [InlineData("garbage", 406)]
    [InlineData("application/*", 200)]
    public async Task Reads_what_a_browser_accepts(string accept, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/datasets");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        ((int)(await api.Client.SendAsync(request, Stop)).StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("application/xml", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/json; charset=nonsense", 415)]
    [InlineData(null, 415)]
    public async Task Refuses_a_body_that_is_no_json(string? type, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/datasets") { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", RunningApi.Key);
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

        var answer = await api.Client.SendAsync(request, Stop);

        ((int)answer.StatusCode).ShouldBe(status, await answer.Content.ReadAsStringAsync(Stop));
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/v1/datasets?limit=1&limit=2")]
    [InlineData("/v1/datasets?asOf=2020-01-01&asOf=2021-01-01")]
    [InlineData("/v1/observations?headline=true&headline=false")]
    public async Task Refuses_a_parameter_given_twice_that_takes_one_value(string path) =>
        await (await api.Client.GetAsync(path, Stop)).RefusedAsync(400);

    [Theory]
    [InlineData("/v1/datasets?limit=ten", "limit", "a whole number is expected")]
    [InlineData("/v1/datasets?limit=99999999999", "limit", "a whole number is expected")]
    [InlineData("/v1/observations?headline=1", "headline", "true or false is expected")]
    [InlineData("/v1/forecasts?series=EG_FEC_RNEW&area=KEN&target=1,5", "target", "a number such as 1.5 is expected")]
    [InlineData("/v1/datasets?limit=1&limit=2", "limit", "give it once")]
    public async Task Says_which_value_is_not_of_its_type_and_what_is(string path, string field, string expected)
    {
        var refusal = await (await api.Client.GetAsync(path, Stop)).RefusedAsync(400);

        refusal.Errors.Keys.ShouldBe([field]);
        refusal.Detail.ShouldContain(expected);
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer nonsense")]
    [InlineData("bearer\tnonsense")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer a, Bearer b")]
    public async Task Refuses_a_key_that_is_none_on_public_routes_too(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/datasets");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        (await (await api.Client.SendAsync(request, Stop)).RefusedAsync(401)).Type.ShouldBe("unauthenticated");
    }

    [Fact]
    public async Task Refuses_a_very_long_query_without_failing()
    {
        var answer = await api.Client.GetAsync($"/v1/series?q={new string('x', 60_000)}", Stop);

        ((int)answer.StatusCode).ShouldBeOneOf(400, 414);
    }

    [Fact]
    public async Task Refuses_json_that_is_nested_without_end()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/datasets");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", RunningApi.Key);
        request.Content = new StringContent($$"""{"id":"deep","title":"T","sourceKind":"online","licence":"L","redistribution":"open","handling":"public","mapping":{{new string('[', 5_000)}}{{new string(']', 5_000)}}}""", Encoding.UTF8, "application/json");

        await (await api.Client.SendAsync(request, Stop)).RefusedAsync(400);
    }
}
