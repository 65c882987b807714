using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Http;

namespace DataDiplomacy.Api.Tests.Http;

public class NegotiatedTests
{
    [Theory]
    [InlineData(null, null, "json")]
    [InlineData("*/*", null, "json")]
    [InlineData("text/csv", null, "csv")]
    [InlineData("text/*", null, "csv")]
    [InlineData("application/json;q=0.5, text/csv", null, "csv")]
    [InlineData("text/html, application/x-ndjson;q=0.9, */*;q=0.1", null, "ndjson")]
    [InlineData("text/csv", "ndjson", "ndjson")]
    [InlineData("text/csv;charset=utf-8", null, "csv")]
    public void Chooses_what_the_caller_prefers_of_what_is_offered(string? accept, string? format, string chosen)
    {
        Negotiated.Choose(Request(accept, format)).Name.ShouldBe(chosen);
    }

    [Theory]
    [InlineData("image/png", null)]
    [InlineData("text/csv;q=0", null)]
    [InlineData("nonsense", null)]
    [InlineData("text/csv", "xlsx")]
    [InlineData("text/csv", "CSV")]
    public void Refuses_what_is_not_offered_with_the_list(string accept, string? format)
    {
        var refusal = Should.Throw<ProblemException>(() => Negotiated.Choose(Request(accept, format)));

        refusal.Problem.ShouldBe(Problems.NotAcceptable);
        refusal.Suggestions.ShouldBe(["application/json", "text/csv", "application/x-ndjson"]);
        refusal.Detail.ShouldContain("text/csv (format=csv)");
    }

    [Fact]
    public void Tells_caches_that_the_answer_depends_on_Accept()
    {
        var http = Request("text/csv", null);

        Negotiated.Choose(http);

        http.Response.Headers.Vary.ToString().ShouldBe("Accept");
    }

    private static DefaultHttpContext Request(string? accept, string? format)
    {
        var http = new DefaultHttpContext();
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new OfferedFormats([WireFormat.Json, WireFormat.Csv, WireFormat.Ndjson])), "a route"));
        if (accept is not null)
            http.Request.Headers.Accept = accept;
        if (format is not null)
            http.Request.QueryString = new QueryString($"?format={format}");
        return http;
    }
}
