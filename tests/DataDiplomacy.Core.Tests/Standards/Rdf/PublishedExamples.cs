using DataDiplomacy.Core.Standards.Rdf;
using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Core.Tests.Standards.Rdf;

/// <summary>The examples of DCAT 3 (W3C, 2024) and of DCAT-AP 3.0.1 (European Union, 2025), each in JSON-LD and in Turtle.</summary>
internal static class PublishedExamples
{
    public const string Dcat3 = "dcat3-examples";
    public const string DcatAp = "dcat-ap-examples";

    /// <summary>The address under which the examples of DCAT-AP name their context.</summary>
    public const string ContextAddress = "https://semiceu.github.io/uri.semic.eu-generated/DCAT-AP/releases/3.0.0/html/examples/context.jsonld";

    private const string Folder = "vectors/provenance/";

    public static IReadOnlyList<string> Names(string family) => [.. SharedFiles.Files(Folder + family, "*.jsonld").Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    public static JsonLdReading JsonLd(string family, string name) =>
        JsonLdReader.Read(Bytes(family, name), new Dictionary<string, ReadOnlyMemory<byte>> { [ContextAddress] = Context() }, null);

    public static byte[] Bytes(string family, string name) => SharedFiles.Bytes(Folder + family, name + ".jsonld");

    /// <summary>The whole context of DCAT-AP 3.0.1.</summary>
    public static byte[] WholeContext() => SharedFiles.Bytes(Folder + "schemas/dcat-ap-3.0.1", "context__dcat-ap.jsonld");

    public static RdfGraph Turtle(string family, string name) =>
        TurtleGraph.Read(System.Text.Encoding.UTF8.GetString(SharedFiles.Bytes(Folder + family, name + ".ttl")));

    private static byte[] Context() => SharedFiles.Bytes(Folder + "schemas/dcat-ap-3.0.1", "examples-context.jsonld");
}
