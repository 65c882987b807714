using System.Text;
using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Graph;

public sealed class GraphRequestReaderTests
{
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Takes_json_in_utf8_alone_so_that_other_sites_cannot_post(string type)
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.SendAsync(Post("{\"query\":\"{echo}\"}"u8.ToArray(), type));

        (answer.Status, answer.Code).ShouldBe((415, "UNSUPPORTED_MEDIA_TYPE"));
    }

    [Fact]
    public async Task Refuses_a_body_without_a_type()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.SendAsync(Post("{\"query\":\"{echo}\"}"u8.ToArray(), null));

        answer.Status.ShouldBe(415);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\"{echo}\"")]
    [InlineData("{\"query\":")]
    [InlineData("{}")]
    [InlineData("{\"query\":null}")]
    [InlineData("{\"query\":7}")]
    [InlineData("{\"query\":\"{echo}\",\"query\":\"{echo}\"}")]
    [InlineData("{\"query\":\"{echo}\",\"operationName\":7}")]
    [InlineData("{\"query\":\"{echo}\",\"variables\":\"x\"}")]
    [InlineData("{\"query\":\"{echo}\",\"variables\":[]}")]
    [InlineData("{\"query\":\"{echo}\",\"extensions\":7}")]
    [InlineData("{\"query\":\"{echo(text:\\\"\\ud800\\\")}\"}")]
    [InlineData("{\"query\":\"query($t:String){echo(text:$t)}\",\"variables\":{\"t\":\"\\udc00\"}}")]
    public async Task Refuses_a_body_that_is_no_request(string body)
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.SendAsync(Post(Encoding.UTF8.GetBytes(body)), "application/json");

        (answer.Status, answer.Code).ShouldBe((400, "BAD_REQUEST"));
        host.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_a_body_that_is_not_utf8()
    {
        await using var host = await GraphHost.StartAsync();
        byte[] body = [.. "{\"query\":\"{echo(text:\\\""u8, 0xC3, 0x28, .. "\\\")}\"}"u8];

        var answer = await host.SendAsync(Post(body));

        (answer.Status, answer.Message).ShouldBe((400, "The body is not UTF-8."));
    }

    [Fact]
    public async Task Refuses_half_a_surrogate_pair_written_in_the_query_language()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("{ echo(text: \"\\uD800\") }");

        (answer.Status, answer.Code).ShouldBe((400, "DOCUMENT_LIMIT"));
    }

    [Theory]
    [InlineData("query=%7Becho(text:%22%FF%22)%7D")]
    [InlineData("query=%7Becho%7D&variables=%7B%22t%22:%22%ED%A0%80%22%7D")]
    [InlineData("query=%7Becho%7D&query=%7Becho%7D")]
    [InlineData("query=%7Becho%7D&variables=x")]
    [InlineData("query=%7Becho%7D&variables=%5B%5D")]
    [InlineData("query=")]
    [InlineData("")]
    public async Task Refuses_a_query_string_that_is_no_request(string query)
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.SendAsync(new(HttpMethod.Get, new Uri("/graphql?" + query, UriKind.Relative)));

        (answer.Status, answer.Code).ShouldBe((400, "BAD_REQUEST"));
    }

    [Fact]
    public async Task Refuses_a_list_of_requests_and_says_why()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.SendAsync(Post("[{\"query\":\"{echo}\"}]"u8.ToArray()));

        (answer.Status, answer.Code).ShouldBe((400, "BATCHING_NOT_OFFERED"));
    }

    [Fact]
    public async Task Takes_a_body_of_one_mebibyte()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.SendAsync(Post(Padded(GraphRequestReader.MaxBodyBytes)));

        answer.Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refuses_a_larger_body_with_or_without_its_length(bool declared)
    {
        await using var host = await GraphHost.StartAsync();
        var request = Post(Padded(GraphRequestReader.MaxBodyBytes + 1));
        if (!declared) request.Content = Streamed(request.Content!);

        var answer = await host.SendAsync(request);

        (answer.Status, answer.Code).ShouldBe((413, "BODY_TOO_LARGE"));
    }

    private static byte[] Padded(int bytes) => Encoding.UTF8.GetBytes("{\"query\":\"{echo}\"}".PadRight(bytes));

    private static HttpRequestMessage Post(byte[] body, string? type = "application/json")
    {
        var content = new ByteArrayContent(body);
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        return new(HttpMethod.Post, "/graphql") { Content = content };
    }

    // No length is known of a stream that cannot be rewound, so that the body is sent in chunks.
    private static StreamContent Streamed(HttpContent content)
    {
        var stream = new StreamContent(new OneWayStream(content.ReadAsStream(TestContext.Current.CancellationToken)));
        stream.Headers.ContentType = content.Headers.ContentType;
        return stream;
    }
}
