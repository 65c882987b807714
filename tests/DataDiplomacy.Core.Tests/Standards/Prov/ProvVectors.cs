using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Core.Tests.Standards.Prov;

/// <summary>One case of a family of published test cases.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Folder">Where its files are.</param>
/// <param name="Expected">What its <c>cases.json</c> says of it.</param>
internal sealed record ProvCase(string Name, string Folder, JsonElement Expected)
{
    public IReadOnlyList<string> Files => [.. Expected.GetProperty("files").EnumerateArray().Select(f => f.GetString() ?? "")];

    public bool IsContested => Expected.TryGetProperty("contested", out var contested) && contested.GetBoolean();

    public bool IsValid => !Expected.TryGetProperty("expect", out var expect) || expect.GetString() == "valid";

    public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    /// <summary>The document of the case: PROV-JSON where there is one, else PROV-XML.</summary>
    public ProvDocument Document() => Files.FirstOrDefault(f => f.EndsWith(".json", StringComparison.Ordinal)) is { } json
        ? ProvJsonReader.Read(Bytes(json))
        : ProvXml.Read(Encoding.UTF8.GetString(Bytes(Files.Single(f => f.EndsWith("xml", StringComparison.Ordinal) || f.EndsWith("provx", StringComparison.Ordinal)))));
}

internal static class ProvVectors
{
    public static IReadOnlyList<ProvCase> Of(string family)
    {
        var folder = SharedFiles.Folder("vectors/provenance/" + family);
        return [.. SharedFiles.Json(Path.Combine(folder, "cases.json")).EnumerateObject().Select(c => new ProvCase(c.Name, folder, c.Value))];
    }
}
