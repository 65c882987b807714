using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.OpenLineage;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Tells of activities as events of OpenLineage.</summary>
public sealed class LineageEventQueries(ProvenanceQueries provenance, ProvenanceIris iris, IValidator<FindLineageEvents> validator)
{
    /// <summary>Inputs and outputs of one run that are told, at most.</summary>
    private const int MostNodes = 10_000;

    /// <summary>The events of an activity as a JSON array; null when there is none that the caller may see.</summary>
    public async Task<byte[]?> FindAsync(string id, FindLineageEvents request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        // A run is known by its UUID alone.
        var named = Guid.TryParseExact(id, "D", out var run) ? "urn:uuid:" + run.ToString("D") : id;
        var walk = new WalkProvenance { Direction = "both", Depth = 1, Nodes = MostNodes, AsOf = request.AsOf };
        if (await provenance.WalkAsync(named, walk, cancellationToken) is not { } graph || graph.Nodes[0].Kind != NodeKind.Activity) return null;
        var toldAt = graph.Edges.Select(e => e.RecordedAt).Min() ?? graph.AsOf;
        var events = new OpenLineageRun(iris.Base.TrimEnd('/'), Known).Of(graph.Id, [.. graph.Statements.Select(s => s.Statement)], Instants.Format(toldAt));
        return events.Count == 0 ? null : OpenLineageWriter.Write(events);
    }

    /// <summary>The name that a data set of this server has in events: its id, and the number of the version.</summary>
    private (string Name, string? Version)? Known(string iri)
    {
        var stored = iris.Stored(iri);
        if (stored == iri) return null;
        var (dataset, version) = ProvenanceIris.PartOf(stored);
        if (dataset is null || stored != (version is { } number ? ProvenanceIris.Version(dataset, number) : ProvenanceIris.Dataset(dataset))) return (stored, null);
        return (dataset, version?.ToString(CultureInfo.InvariantCulture));
    }
}
