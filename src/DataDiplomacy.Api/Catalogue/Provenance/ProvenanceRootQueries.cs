using System.Globalization;
using System.Text.RegularExpressions;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Standards.Prov;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// Where a walk begins. An observation and a series are parts of a version and are not stored as things of their own: two million of them cost
/// nothing until somebody states something of one. Their first steps follow from what they are.
/// </summary>
/// <param name="Path">The thing that was asked for, then the things it is a part of; those that are stored have a number.</param>
internal sealed record ProvenanceRoot(IReadOnlyList<WalkedNode> Path)
{
    public string Iri => Path[0].Iri;

    /// <summary>The stored ones, each with its steps from the thing that was asked for.</summary>
    public IReadOnlyList<(WalkedNode Node, int Depth)> Stored => [.. Path.Select((node, depth) => (node, depth)).Where(p => p.node.Id > 0)];

    /// <summary>Puts the thing and the implied steps at the beginning of the answer.</summary>
    public void Begin(ProvenanceWalk walk, Direction direction)
    {
        for (var i = 0; i < Path.Count; i++)
        {
            walk.Nodes.Add(new Reached(Path[i], i, i == 0 ? direction : Direction.Upstream));
            if (i > 0) walk.Steps.Add(new Taken(Path[i - 1].Iri, Path[i].Iri, ProvKind.Specialization, null));
        }
    }
}

/// <summary>Finds what an id stands for, and whether the caller may see it.</summary>
public sealed partial class ProvenanceRootQueries(IDbContextFactory<DataContext> contexts, Visibility visibility, ProvenanceIris iris)
{
    internal async Task<ProvenanceRoot?> FindAsync(string id, WalkScope scope, DateTime asOf, CancellationToken cancellationToken)
    {
        if (id.Length > ProvJsonReader.MaxLength) return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var iri = await IriOfAsync(context, id, asOf, cancellationToken);
        var path = await ObservationAsync(context, iri, cancellationToken) ?? SeriesIn(iri) ?? [iri];
        var nodes = new List<WalkedNode>();
        foreach (var part in path)
        {
            var stored = await StoredAsync(context, scope, part, cancellationToken);
            var (dataset, version) = ProvenanceIris.PartOf(path[^1]);
            nodes.Add(stored ?? new WalkedNode(0, part, IsEntity: true, IsActivity: false, IsAgent: false, dataset, version));
        }

        return nodes[^1].Id > 0 ? new ProvenanceRoot(nodes) : null;
    }

    /// <summary>The IRI of a short id; an IRI stays as it is.</summary>
    private async Task<string> IriOfAsync(DataContext context, string id, DateTime asOf, CancellationToken cancellationToken)
    {
        if (id.Contains(':', StringComparison.Ordinal) || id.StartsWith("v1/", StringComparison.Ordinal)) return iris.Stored(id);
        if (VersionId().Match(id) is { Success: true } version) return ProvenanceIris.Version(version.Groups["dataset"].Value, int.Parse(version.Groups["n"].Value, CultureInfo.InvariantCulture));
        if (ObservationId().IsMatch(id)) return ProvenanceIris.Observation(id);
        var newest = await visibility.Versions(context).Where(v => v.DatasetId == id && v.RecordedAt <= asOf).MaxAsync(v => (int?)v.Number, cancellationToken);
        return newest is { } number ? ProvenanceIris.Version(id, number) : ProvenanceIris.Activity(id);
    }

    private async Task<IReadOnlyList<string>?> ObservationAsync(DataContext context, string iri, CancellationToken cancellationToken)
    {
        if (!iri.StartsWith(ProvenanceIris.Observation(""), StringComparison.Ordinal) || ObservationId().Match(iri[ProvenanceIris.Observation("").Length..]) is not { Success: true } match) return null;
        var (hash, number) = (match.Groups["key"].Value, int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture));
        if (!TimePeriod.TryParse(match.Groups["period"].Value, out var period)) return null;
        var found = await (
            from k in context.SeriesKeys
            join s in context.Series on k.SeriesId equals s.Id
            join d in visibility.Datasets(context) on s.DatasetId equals d.Id
            where k.Hash == hash && context.Observations.Any(o => o.SeriesId == k.SeriesId && o.AreaId == k.AreaId && o.KeyId == k.Id && o.Period == period.Code && o.FromVersion == number)
            select new { s.DatasetId, s.Code }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : [iri, ProvenanceIris.Series(found.DatasetId, number, found.Code), ProvenanceIris.Version(found.DatasetId, number)];
    }

    private static IReadOnlyList<string>? SeriesIn(string iri) =>
        SeriesPath().Match(iri) is { Success: true } match ? [iri, match.Groups["version"].Value] : null;

    /// <summary>The node, unless the caller may not see it: nothing tells what is hidden from what does not exist.</summary>
    private async Task<WalkedNode?> StoredAsync(DataContext context, WalkScope scope, string iri, CancellationToken cancellationToken)
    {
        if (await context.ProvenanceNodes.AsNoTracking().FirstOrDefaultAsync(n => n.Iri == iri, cancellationToken) is not { } node) return null;
        if (node.DatasetId is { } dataset && !await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken)) return null;
        if (node.RecordId is { } record && !await context.EvidenceRecords.AnyAsync(r => r.Id == record && r.Sensitivity == Sensitivity.Public && !r.IsErased, cancellationToken)) return null;
        if (await HidesAgentAsync(context, iri, cancellationToken)) return null;
        var found = new WalkedNode(node.Id, node.Iri, node.IsEntity, node.IsActivity, node.IsAgent, node.DatasetId, node.VersionNumber);
        return await IsStatedAsync(context, found, scope, cancellationToken) ? found : null;
    }

    /// <summary>Whether it is an agent of which the caller may not know; agents that nobody registered have no label.</summary>
    private async Task<bool> HidesAgentAsync(DataContext context, string iri, CancellationToken cancellationToken)
    {
        if (!iri.StartsWith(ProvenanceIris.Agent(""), StringComparison.Ordinal)) return false;
        var (id, readable) = (iri[ProvenanceIris.Agent("").Length..], visibility.Caller.Readable);
        return await context.Agents.AnyAsync(a => a.Id == id && !readable.Contains(a.Handling), cancellationToken);
    }

    private static async Task<bool> IsStatedAsync(DataContext context, WalkedNode node, WalkScope scope, CancellationToken cancellationToken) =>
        await context.ProvenanceStatements.AnyAsync(
            s => s.Iri == node.Iri && s.Id <= scope.UpTo && s.RecordedFrom <= scope.At && s.RecordedTo > scope.At && scope.Readable.Contains(s.Source.Handling), cancellationToken)
        || await Edges(context, scope).AnyAsync(e => e.FromId == node.Id, cancellationToken)
        || await Edges(context, scope).AnyAsync(e => e.ToId == node.Id, cancellationToken);

    private static IQueryable<ProvenanceEdge> Edges(DataContext context, WalkScope scope) =>
        context.ProvenanceEdges.Where(e => e.StatementId <= scope.UpTo && e.RecordedFrom <= scope.At && e.RecordedTo > scope.At && scope.Readable.Contains(e.Handling));

    [GeneratedRegex(@"\A(?<dataset>[a-z0-9][a-z0-9-]*)@(?<n>[1-9][0-9]{0,8})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex VersionId();

    [GeneratedRegex(@"\A(?<key>[0-9a-f]{32})-(?<period>[0-9A-Z-]+)-v(?<n>[1-9][0-9]{0,8})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ObservationId();

    [GeneratedRegex(@"\A(?<version>v1/datasets/[a-z0-9-]+/versions/[0-9]+)/series/[^/]+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SeriesPath();
}
