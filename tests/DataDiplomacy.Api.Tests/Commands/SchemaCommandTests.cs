using DataDiplomacy.Api.Commands;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.OpenApi;

namespace DataDiplomacy.Api.Tests.Commands;

public class SchemaCommandTests(SqliteApi api) : ApiTests(api), IClassFixture<SqliteApi>
{
    [Fact]
    public async Task Writes_the_schemas_that_are_checked_in()
    {
        var written = await WriteAsync();

        written.ShouldContainKey("openapi.v1.json");
        foreach (var (name, text) in written)
            await CheckedIn.MatchAsync($"schema/{name}", text);
    }

    [Fact]
    public async Task Writes_the_document_that_is_served()
    {
        var written = await WriteAsync();

        var served = await Anonymous.GetStringAsync("/openapi/v1.json", Stop);

        (served == written["openapi.v1.json"]).ShouldBeTrue(CheckedIn.FirstDifference(written["openapi.v1.json"], served));
    }

    [Fact]
    public async Task Writes_OpenApi_3_1_without_errors()
    {
        var written = await WriteAsync();

        var read = OpenApiDocument.Parse(written["openapi.v1.json"], "json");

        var diagnostic = read.Diagnostic.ShouldNotBeNull();
        diagnostic.Errors.Select(e => e.ToString()).ShouldBeEmpty();
        diagnostic.Warnings.Select(e => e.ToString()).ShouldBeEmpty();
        diagnostic.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        read.Document.ShouldNotBeNull().Paths.ShouldContainKey("/v1/datasets/{id}/imports");
    }

    [Fact]
    public async Task Gives_every_operation_a_summary_and_an_id_of_its_own()
    {
        var document = OpenApiDocument.Parse((await WriteAsync())["openapi.v1.json"], "json").Document.ShouldNotBeNull();

        var operations = document.Paths.SelectMany(p => p.Value.Operations ?? [], (p, o) => (Route: $"{o.Key} {p.Key}", Operation: o.Value)).ToList();

        operations.Where(o => string.IsNullOrEmpty(o.Operation.Summary)).Select(o => o.Route).ShouldBeEmpty();
        operations.GroupBy(o => o.Operation.OperationId).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    private static async Task<Dictionary<string, string>> WriteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("dd-schema-");
        try
        {
            (await CommandLine.RunAsync(["schema", folder.FullName])).ShouldBe(0);
            return folder.GetFiles().ToDictionary(f => f.Name, f => File.ReadAllText(f.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
