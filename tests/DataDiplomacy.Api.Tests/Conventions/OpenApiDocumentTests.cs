using System.Net;
using System.Text;
using DataDiplomacy.Api.Tests.Docs;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.OpenApi;

namespace DataDiplomacy.Api.Tests.Conventions;

/// <summary>What the OpenAPI document promises to those who generate clients from it.</summary>
public sealed class OpenApiDocumentTests(DemoServer server) : ApiTests(server), IClassFixture<DemoServer>
{
    /// <summary>Operations with a refusal that is no problem document, each with its reason.</summary>
    private static readonly string[] AnswersOfItsOwn = ["getHealthReady 503"]; // Its body says what is missing, as its 200 does.

    [Fact]
    public async Task Every_parameter_has_a_name_as_on_the_wire_a_description_and_an_example()
    {
        var parameters = (await ReadAsync()).Parameters;

        parameters.Where(p => string.IsNullOrWhiteSpace(p.Parameter.Description)).Select(p => p.Label).ShouldBeEmpty();
        parameters.Where(p => p.Parameter.In is not ParameterLocation.Header && !char.IsAsciiLetterLower(p.Name[0])).Select(p => p.Label).ShouldBeEmpty();
        parameters.Where(p => p.Parameter.Example is null && !p.Schema.ExplainsItself()).Select(p => p.Label).ShouldBeEmpty();
        parameters.Where(p => p.Parameter.Example is { } example && SchemaCheck.Faults(example, p.Schema).Any()).Select(p => p.Label).ShouldBeEmpty();
        parameters.ShouldContain(p => p.Name == "If-Match" && p.Parameter.Required);
    }

    [Fact]
    public async Task Every_schema_and_every_property_has_a_description()
    {
        var document = await ReadAsync();

        document.Schemas.Where(s => string.IsNullOrWhiteSpace(s.Value.Description)).Select(s => s.Key).ShouldBeEmpty();
        document.Properties.Where(p => string.IsNullOrWhiteSpace(p.Property.Description)).Select(p => p.Label).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_scalar_property_has_an_example_of_its_type()
    {
        var properties = (await ReadAsync()).Properties;

        properties.Where(p => p.Property.IsScalar() && !p.Property.ExplainsItself() && p.Property.Examples is not { Count: > 0 }).Select(p => p.Label).ShouldBeEmpty();
        properties.Where(p => (p.Property.Examples ?? []).Any(e => SchemaCheck.Faults(e, p.Property).Any())).Select(p => p.Label).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_what_it_answers_and_what_it_refuses()
    {
        var document = await ReadAsync();
        var tags = (document.Document.Tags ?? new HashSet<OpenApiTag>()).Where(t => !string.IsNullOrWhiteSpace(t.Description)).Select(t => t.Name).ToList();

        document.Operations.Where(o => string.IsNullOrWhiteSpace(o.Operation.Summary)).Select(o => o.Id).ShouldBeEmpty();
        document.Operations.GroupBy(o => o.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        document.Operations.Where(o => o.Operation.Tags is not { Count: 1 } || !tags.Contains(o.Operation.Tags.Single().Name)).Select(o => o.Id).ShouldBeEmpty();
        document.Operations.Where(o => !o.Responses.Keys.Any(s => s[0] == '2')).Select(o => o.Id).ShouldBeEmpty();
        document.Operations.SelectMany(o => o.Responses.Where(r => r.Key[0] != '2' && r.Key != "304" && !IsProblem(r.Value)), (o, r) => $"{o.Id} {r.Key}").ShouldBe(AnswersOfItsOwn);
        document.Document.Servers.ShouldHaveSingleItem().Url.ShouldBe("/");
    }

    [Fact]
    public async Task Every_operation_says_whether_it_needs_a_key()
    {
        var operations = (await ReadAsync()).Operations;

        operations.Where(o => o.Operation.Security is not { Count: > 0 }).Select(o => o.Id).ShouldBeEmpty();
        operations.Where(o => o.NeedsKey).Select(o => o.Id).ShouldContain("postDatasetsByIdImports");
        operations.Where(o => !o.NeedsKey).Select(o => o.Id).ShouldContain("getObservations");
    }

    [Fact]
    public async Task Every_body_is_needed()
    {
        var bodies = (await ReadAsync()).Operations.Where(o => o.Operation.RequestBody is not null).ToList();

        bodies.Where(o => !o.Operation.RequestBody!.Required).Select(o => o.Id).ShouldBeEmpty();
        bodies.Select(o => o.Id).ShouldContain("postStatisticsByMethod");
        var file = bodies.Single(o => o.Id == "postDatasetsByIdImports").Operation.RequestBody!;
        file.Description.ShouldBe("The file itself, byte for byte, plain or gzip; no form.");
        file.Content!["application/gzip"].Schema!.Format.ShouldBe("binary");
    }

    [Theory]
    [InlineData("getObservations", "format", "json csv ndjson")]
    [InlineData("getObservations", "count", "exact")]
    [InlineData("getTrends", "format", "json csv svg")]
    [InlineData("getDatasets", "sourceKind", "officialStatistics online sensor satellite text transaction")]
    [InlineData("getAreas", "type", "world region subregion intermediateRegion country former aggregate other")]
    [InlineData("getSearch", "kind", "dataset indicator series area evidence")]
    [InlineData("postDatasetsByIdImports", "format", "unsd-csv unsd-long-csv csv ndjson")]
    [InlineData("postDatasetsByIdImports", "mode", "snapshot merge full")]
    public async Task A_closed_set_lists_its_names(string operation, string parameter, string names)
    {
        var schema = (await ReadAsync()).Parameter(operation, parameter).Schema;

        (schema.Items ?? schema).Enum.ShouldNotBeNull().Select(n => n.ToString()).ShouldBe(names.Split(' '));
    }

    [Theory]
    [InlineData("getObservations", "limit", "1", "1000")]
    [InlineData("getSearch", "limit", "1", "50")]
    public async Task A_limit_says_its_range(string operation, string parameter, string minimum, string maximum)
    {
        var schema = (await ReadAsync()).Parameter(operation, parameter).Schema;

        (schema.Minimum, schema.Maximum).ShouldBe((minimum, maximum));
    }

    [Fact]
    public async Task A_parameter_that_is_needed_says_so_and_a_list_is_separated_by_commas()
    {
        var document = await ReadAsync();

        string[] needed = [.. document.Parameters.Where(p => p.Parameter is { Required: true, In: ParameterLocation.Query }).Select(p => p.Label)];
        needed.ShouldBe(
        [
            "getAnomalies series", "getAreasResolve q", "getClaims case", "getCorrelations area", "getCorrelations series", "getForecasts series",
            "getObservationsHistory area", "getObservationsHistory period", "getObservationsHistory series", "getSdgProgress area", "getSdgProgressGoals area", "getSearch q",
            "getTrends series", "getTrendsScan dataset", "postDatasetsByIdImports format",
        ]);
        document.Parameters.Where(p => p.Schema.Type == JsonSchemaType.Array && (p.Parameter.Style, p.Parameter.Explode) != (ParameterStyle.Form, false)).Select(p => p.Label).ShouldBeEmpty();
        document.Parameter("getTrends", "confidence").Schema.ExclusiveMaximum.ShouldBe("1");
    }

    [Theory]
    [InlineData("getTrends", "Trend", "TrendList")]
    [InlineData("getObservations", "ObservationPage", "AnswerSize")]
    public async Task An_answer_with_two_shapes_names_both(string operation, params string[] shapes)
    {
        var schema = (await ReadAsync()).Operation(operation).Responses["200"].Content!["application/json"].Schema!;

        schema.OneOf.ShouldNotBeNull().Cast<OpenApiSchemaReference>().Select(s => s.Reference.Id).ShouldBe(shapes);
    }

    [Fact]
    public async Task Every_status_is_declared()
    {
        var operations = (await ReadAsync()).Operations.Where(o => o.Path.StartsWith("/v1/", StringComparison.Ordinal)).ToList();

        foreach (var operation in operations)
        {
            await AnswersAsync(operation, Admin, HttpStatusCode.BadRequest, query: "?nonsense=1");
            await AnswersAsync(operation, Admin, operation.Method == HttpMethod.Get && operation.Id != GivesWhatItKeeps ? HttpStatusCode.NotAcceptable : null, accept: "application/nonsense");
            if (operation.NeedsKey)
            {
                await AnswersAsync(operation, Anonymous, HttpStatusCode.Unauthorized);
            }
        }

        operations.Where(o => o.NeedsKey).ShouldNotBeEmpty();
        operations.Count.ShouldBeGreaterThan(30);
    }

    /// <summary>A content has the type it was taken in with, whatever the caller accepts (RFC 9110, 12.4.1 allows that).</summary>
    private const string GivesWhatItKeeps = "getEvidenceByIdContent";

    /// <summary>Null stands for any status: what is written has one form only, and Accept is not asked.</summary>
    private static async Task AnswersAsync(DescribedOperation operation, HttpClient client, HttpStatusCode? status, string query = "", string? accept = null)
    {
        using var request = new HttpRequestMessage(operation.Method, operation.ExampleUrl() + query);
        request.Content = operation.ExampleBody() is { } body ? new StringContent(body, Encoding.UTF8, "application/json") : null;
        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        var response = await client.SendAsync(request, Stop);

        response.StatusCode.ShouldBe(status ?? response.StatusCode, $"{operation.Id}: {await response.Content.ReadAsStringAsync(Stop)}");
        operation.Responses.ShouldContainKey(((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), operation.Id);
    }

    private async Task<DescribedDocument> ReadAsync() => DescribedDocument.Parse(await Anonymous.GetStringAsync("/openapi/v1.json", Stop));

    private static bool IsProblem(IOpenApiResponse response) =>
        response.Content is { Count: 1 } content && content.TryGetValue("application/problem+json", out var media)
        && media.Schema is OpenApiSchemaReference { Reference.Id: "Problem" };
}
