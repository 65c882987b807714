using System.Diagnostics;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Docs;

/// <summary>What the server writes in published formats, read by programs of others; those that are not installed are named skips.</summary>
public sealed class OtherReadersTests(RunningApi api, ClientTools tools, ITestOutputHelper output) : IClassFixture<RunningApi>, IClassFixture<ClientTools>
{
    private static readonly string[] Shapes = ["html__shacl__shapes.ttl", "html__shacl__range.ttl", "html__shacl__deprecateduris.ttl", "shacl__dcat-ap-SHACL.ttl"];

    [Theory]
    [InlineData("/catalog", "json-ld", "jsonld")]
    [InlineData("/catalog", "turtle", "ttl")]
    [InlineData("/v1/datasets/sdg-demo/catalog", "json-ld", "jsonld")]
    public async Task The_catalogue_conforms_to_the_shapes_of_DCAT_AP(string path, string format, string extension)
    {
        var shapes = Shapes.Select(s => SharedData.Find("vectors/provenance/schemas/dcat-ap-3.0.1/" + s)).OfType<string>().ToList();
        Assert.SkipWhen(shapes.Count < Shapes.Length, "The shapes of DCAT-AP are not beside this repository.");
        await OfferedAndMeasuredAsync();
        using var file = await SavedAsync($"{path}?format={format}", extension);
        var text = await File.ReadAllTextAsync(file.Path, TestContext.Current.CancellationToken);
        text.ShouldContain("odrl:hasPolicy");
        text.ShouldContain("dqv:hasQualityMeasurement");
        text.Contains("Brunnen", StringComparison.Ordinal).ShouldBe(path == "/catalog");

        var report = await tools.RunAsync("shacl", [.. shapes, "--", file.Path]);

        output.WriteLine($"rdf-validate-shacl, DCAT-AP 3.0.1: {report}");
        report.ShouldContain(", conforms");
        report.ShouldContain("0 of 0 results are violations");
    }

    [Fact]
    public async Task A_data_set_is_a_Dataset_of_schema_org_and_a_wrong_one_is_refused()
    {
        await OfferedAndMeasuredAsync();
        using var file = await SavedAsync("/v1/datasets/sdg-demo/catalog?format=schema-org", "json");
        using var wrong = new Saved("json");
        var text = await File.ReadAllTextAsync(file.Path, TestContext.Current.CancellationToken);
        text.ShouldContain("\"maintainer\"");
        await File.WriteAllTextAsync(wrong.Path, text.Replace("\"maintainer\"", "\"maintainedBy\""), TestContext.Current.CancellationToken);

        var report = await tools.RunAsync("schema-org", file.Path);

        output.WriteLine($"schema-dts 2.1.0: {report}");
        report.ShouldBe("1 files, 0 errors");
        (await tools.RefusedAsync("schema-org", wrong.Path)).ShouldBe("1 files, 1 errors");
    }

    /// <summary>The demo with an offer and a profile, and a data set that came from another catalogue.</summary>
    private async Task OfferedAndMeasuredAsync()
    {
        await PostAsync("/v1/datasets/sdg-demo/offers", """{ "policy": { "@type": "Offer", "@id": "urn:test", "permission": [ { "action": "use" } ] } }""", "application/json");
        await api.Client.GetStringAsync("/v1/datasets/sdg-demo/profile", TestContext.Current.CancellationToken);
        await PostAsync("/v1/catalogs", """
            { "@context": { "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/" },
              "@graph": [ { "@id": "https://example.org/wells", "@type": "dcat:Dataset", "dct:title": { "@value": "Brunnen", "@language": "de" }, "dct:description": { "@value": "Wasserstände.", "@language": "de" },
                "dct:accessRights": { "@id": "http://publications.europa.eu/resource/authority/access-right/PUBLIC" } } ] }
            """, "application/ld+json");
    }

    private async Task PostAsync(string path, string body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, type), Headers = { Authorization = new("Bearer", RunningApi.Key) } };
        var answer = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/v1/provenance/sdg-demo@2?depth=20&direction=both", "wasDerivedFrom")]
    [InlineData("/v1/provenance/cce8991b2d76e83f0ad0dd60da05b252-2015-v2?depth=20", "specializationOf")]
    public async Task The_Python_library_for_provenance_reads_a_lineage(string path, string expected)
    {
        Assert.SkipWhen(Installed("prov-convert") is null, "prov-convert (Debian: prov-tools) is not installed.");
        using var file = await SavedAsync(path + "&format=prov-json", "json");

        var notation = await RunAsync("prov-convert", "-f", "provn", file.Path, "/dev/stdout");

        output.WriteLine($"prov-convert: {notation.Split('\n').Length} lines of PROV-N");
        notation.ShouldContain(expected);
        notation.ShouldContain("wasGeneratedBy(");
        notation.Split('\n').Count(l => l.Contains('(', StringComparison.Ordinal)).ShouldBe(await StatementsAsync(path));
    }

    /// <summary>Statements that we write ourselves, in the same notation: none may be lost by who reads them.</summary>
    private async Task<int> StatementsAsync(string path) =>
        (await api.Client.GetStringAsync(path + "&format=prov-n")).Split('\n').Count(l => l.StartsWith("  ", StringComparison.Ordinal) && l.Contains('(', StringComparison.Ordinal));

    private async Task<Saved> SavedAsync(string path, string extension)
    {
        var file = new Saved(extension);
        await File.WriteAllBytesAsync(file.Path, await api.Client.GetByteArrayAsync(path), TestContext.Current.CancellationToken);
        return file;
    }

    private static string? Installed(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }) ?? throw new InvalidOperationException($"{program} did not start.");
        var (written, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await error);
        return await written;
    }

    private sealed class Saved(string extension) : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"dd-{Guid.NewGuid():N}.{extension}");

        public void Dispose() => File.Delete(Path);
    }
}
