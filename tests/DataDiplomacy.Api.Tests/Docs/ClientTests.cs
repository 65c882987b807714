using System.Text.RegularExpressions;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Docs;

/// <summary>
/// What people make of the contracts with tools of their own, in tests/clients: the lint, the types that are generated, programs on these types, and
/// the audits of GraphQL over HTTP. The tools come from npm; where tests/clients/install has not put them the tests are skipped.
/// </summary>
public sealed partial class ClientTests(RunningApi api, ClientTests.Guarded guarded, ClientTools tools, ITestOutputHelper output)
    : IClassFixture<RunningApi>, IClassFixture<ClientTests.Guarded>, IClassFixture<ClientTools>
{
    [Fact]
    public async Task The_OpenAPI_document_lints_clean()
    {
        var report = await tools.RunAsync("lint", "--format=json");

        var line = Totals().Replace(Totals().Match(report).Value, "$1 errors, $2 warnings, $3 ignored");
        Report("Redocly", line);
        line.ShouldBe("0 errors, 0 warnings, 0 ignored", report);
    }

    [Fact]
    public async Task Types_of_both_doors_are_generated_and_compile_under_strict() => Report("openapi-typescript, graphql-codegen, tsc", await tools.Generated);

    [Fact]
    public async Task A_program_on_the_types_of_REST_pages_reads_problems_and_repeats_a_write()
    {
        await tools.Generated;

        Report("REST", await tools.RunAsync("rest", Address(api), RunningApi.Key));
    }

    [Fact]
    public async Task A_program_on_the_types_of_GraphQL_pages_and_asks_as_of_a_day()
    {
        await tools.Generated;

        Report("GraphQL", await tools.RunAsync("graph", Address(api)));
    }

    [Fact]
    public async Task Every_audit_of_GraphQL_over_HTTP_is_ok()
    {
        var line = await tools.RunAsync("audit", Address(api));

        Report("Audits", line);
        line.ShouldBe("61 of 61 ok, 0 warn, 0 notice, 0 error");
    }

    [Fact]
    public async Task Every_audit_is_ok_for_the_holder_of_a_key_where_others_may_send_trusted_documents_only()
    {
        var line = await tools.RunAsync("audit", Address(guarded), RunningApi.Key);

        Report("Audits, trusted documents only, with a key", line);
        line.ShouldBe("61 of 61 ok, 0 warn, 0 notice, 0 error");
    }

    private void Report(string check, string result) => output.WriteLine($"{check}: {result}");

    private static string Address(RunningApi api) => (api.Client.BaseAddress ?? throw new InvalidOperationException("The server has no address.")).ToString().TrimEnd('/');

    [GeneratedRegex("\"errors\": ([0-9]+),\\s+\"warnings\": ([0-9]+),\\s+\"ignored\": ([0-9]+)")]
    private static partial Regex Totals();

    /// <summary>A server that takes from callers without a key only the documents it knows.</summary>
    public sealed class Guarded : RunningApi
    {
        protected override IEnumerable<string> Settings
        {
            get
            {
                File.WriteAllText(Path.Combine(Folder, "areas.graphql"), "query Areas { areas { nodes { code name } } }");
                return [$"--GraphQl:TrustedDocuments={Folder}", "--GraphQl:TrustedOnly=true"];
            }
        }
    }
}
