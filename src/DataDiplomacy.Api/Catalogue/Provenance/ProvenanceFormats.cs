using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>A lineage in the notations of the W3C.</summary>
public static class ProvenanceFormats
{
    /// <summary>PROV-JSON (W3C Member Submission, 2013), which has no registered media type.</summary>
    public static readonly WireFormat ProvJson = new("prov-json", "application/provenance+json");

    /// <summary>PROV-N (W3C Recommendation, 2013, section 7).</summary>
    public static readonly WireFormat ProvN = new("prov-n", "text/provenance-notation");

    /// <summary>The statements of a walk as a document.</summary>
    public static ProvDocument Document(ProvenanceGraphView graph, ProvenanceIris iris) => new()
    {
        Namespaces = ProvNamespaces.Of([new("dd", iris.Base), new("ddt", iris.Terms)]),
        Statements = [.. graph.Statements.Where(s => s.Bundle is null).Select(s => s.Statement)],
        Bundles = [.. graph.Statements.Where(s => s.Bundle is not null).GroupBy(s => s.Bundle ?? "").Select(g => new ProvBundle(g.Key, [.. g.Select(s => s.Statement)]))],
    };

    public static async Task WriteJsonAsync(HttpResponse response, ProvDocument document, CancellationToken cancellationToken)
    {
        response.ContentType = ProvJson.MediaType;
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        ProvJsonWriter.Write(document, json);
        await json.FlushAsync(cancellationToken);
    }

    public static IResult Notation(ProvDocument document) => TypedResults.Text(ProvNWriter.Write(document), ProvN.MediaType, Encoding.UTF8);
}
