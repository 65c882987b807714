using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Statistics.Pictures;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>A lineage in the notations of the W3C, and as a picture.</summary>
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

    /// <summary>The picture, with why it is not all.</summary>
    public static string Draw(ProvenanceGraphView graph)
    {
        var places = graph.Nodes.Select((n, i) => (n.Id, i)).ToDictionary(n => n.Id, n => n.i, StringComparer.Ordinal);
        int? asked = places.TryGetValue(graph.Id, out var place) ? place : null;
        return LineagePicture.Draw(new LineagePictureInput
        {
            Title = $"Where it comes from: {(asked is { } index ? Name(graph.Nodes[index]) : graph.Id)}",
            Nodes = [.. graph.Nodes.Select(n => new LineageNode(Name(n), Detail(n), ShapeOf(n.Kind)))],
            Asked = asked,
            // On a page after a cursor a step may lead to a thing of the page before.
            Edges = [.. graph.Edges.Where(e => places.ContainsKey(e.From) && places.ContainsKey(e.To)).Select(e => new LineageEdge(places[e.From], places[e.To], e.Relation, e.Role))],
            Missing = [.. graph.PartialReasons.Select(Sentence)],
            AsOf = Instants.Format(graph.AsOf),
        });
    }

    /// <summary>What people call it; of a thing of this server that nobody named, the end of its IRI.</summary>
    private static string Name(ProvenanceNodeView node) =>
        node.Id.EndsWith(node.Label, StringComparison.Ordinal) && node.Label.Split('/') is [.., var kind, var name] && node.Label.StartsWith("v1/", StringComparison.Ordinal) ? $"{kind} {name}" : node.Label;

    private static string Detail(ProvenanceNodeView node) =>
        string.Join('\n', new[] { node.Id, node.StartedAt is { } start ? $"began {start}" : null, node.EndedAt is { } end ? $"ended {end}" : null }.OfType<string>());

    private static LineageShape ShapeOf(NodeKind kind) => kind switch
    {
        NodeKind.Entity => LineageShape.Entity,
        NodeKind.Activity => LineageShape.Activity,
        NodeKind.Agent => LineageShape.Agent,
        _ => LineageShape.Unknown,
    };

    private static string Sentence(PartialReason reason) => reason switch
    {
        PartialReason.Depth => "More lies beyond the steps that were asked for: a greater depth shows it.",
        PartialReason.Nodes => "There are more things than were asked for: next, in the same answer as JSON, goes on.",
        PartialReason.Time => "The time for one request was used up: next, in the same answer as JSON, goes on.",
        _ => "Some of it is withheld from you.",
    };
}
