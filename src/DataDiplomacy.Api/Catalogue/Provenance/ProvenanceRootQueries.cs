using System.Globalization;
using System.Text.RegularExpressions;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Standards.Prov;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Finds what an id stands for, and whether the caller may see it.</summary>
public sealed partial class ProvenanceRootQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, ProvenanceNodeQueries things, ProvenanceIris iris, ComputedAnswers answers, AnswerSourceQueries sources)
{
    /// <summary>The thing, or null when there is none that the caller may see.</summary>
    /// <exception cref="ProblemException">It is named wrongly: the fragment selects nothing, or the request of an answer is not one.</exception>
    internal async Task<ProvenanceRoot?> FindAsync(string id, WalkScope scope, DateTime asOf, CancellationToken cancellationToken)
    {
        if (id.Length > ProvJsonReader.MaxLength) return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var iri = await IriOfAsync(context, id, asOf, cancellationToken);
        if (SelectorProvenance.WholeOf(iri, out var why) is { } whole) return await SelectedAsync(context, scope, iri, whole, asOf, cancellationToken);
        if (why is not null && await StoredAsync(context, scope, iri, cancellationToken) is null) throw ProblemException.Invalid("id", why);
        return await WholeAsync(context, scope, iri, asOf, cancellationToken);
    }

    /// <summary>A part of a file: its own statements, and those of the whole.</summary>
    private async Task<ProvenanceRoot?> SelectedAsync(DataContext context, WalkScope scope, string iri, string whole, DateTime asOf, CancellationToken cancellationToken)
    {
        if (await WholeAsync(context, scope, whole, asOf, cancellationToken) is not { } found) return null;
        var stored = await StoredAsync(context, scope, iri, cancellationToken);
        var isStated = stored is not null && await Edges(context, scope).AnyAsync(e => e.FromId == stored.Id && e.Kind == ProvKind.Specialization && e.To.Iri == found.Iri, cancellationToken);
        // The step is stored as soon as somebody stated something of the part.
        if (stored is not null && isStated) return new ProvenanceRoot(iri, [(stored, 0)], []);
        var (dataset, version) = ProvenanceIris.PartOf(iri);
        return new ProvenanceRoot(iri, [(stored ?? new WalkedNode(0, iri, IsEntity: true, IsActivity: false, IsAgent: false, dataset, version), 0), .. found.Nodes.Select(n => (n.Node, n.Depth + 1))],
            [SelectorProvenance.Of(iri, found.Iri), .. found.Implied])
        {
            IsPart = found.IsPart,
        };
    }

    private async Task<ProvenanceRoot?> WholeAsync(DataContext context, WalkScope scope, string iri, DateTime asOf, CancellationToken cancellationToken)
    {
        if (await AnswerAsync(context, iri, asOf, cancellationToken) is { } answer)
            return answer.Statements is { } computed ? await FromAsync(context, scope, answer.Iri, computed, isPart: false, cancellationToken) : null;
        if (PackagePath().Match(iri) is { Success: true } package)
            return await FromAsync(context, scope, iri, AnswerProvenance.OfPackage(iri, package.Groups["record"].Value), isPart: false, cancellationToken);
        var path = await ObservationAsync(context, iri, cancellationToken) ?? SeriesIn(iri) ?? [iri];
        return await FromAsync(context, scope, iri, [.. path.Zip(path.Skip(1), SelectorProvenance.Of)], isPart: true, cancellationToken);
    }

    /// <summary>The thing with what its implied steps lead to; null unless that is held here and the caller may see it.</summary>
    private async Task<ProvenanceRoot?> FromAsync(DataContext context, WalkScope scope, string iri, IReadOnlyList<ProvStatement> implied, bool isPart, CancellationToken cancellationToken)
    {
        var kinds = implied.SelectMany(ProvenanceWriter.Named).ToLookup(n => n.Iri, n => n.Role, StringComparer.Ordinal);
        var nodes = new List<(WalkedNode Node, int Depth)>();
        foreach (var (part, depth) in ProvenanceRoot.Reach(iri, implied))
        {
            var (dataset, version) = ProvenanceIris.PartOf(part);
            var (isActivity, isAgent) = (kinds[part].Contains(ProvRole.Activity), kinds[part].Contains(ProvRole.Agent));
            nodes.Add((await StoredAsync(context, scope, part, cancellationToken) ?? new WalkedNode(0, part, !isActivity && !isAgent, isActivity, isAgent, dataset, version), depth));
        }

        // What nothing leads on from within the implied steps is data, and must be there; programs and plans need not be.
        var ends = nodes.Where(n => !n.Node.IsAgent && !implied.SelectMany(ProvSteps.Of).Any(s => s.From == n.Node.Iri) && !n.Node.Iri.EndsWith(AnswerProvenance.Plan, StringComparison.Ordinal));
        return ends.All(n => n.Node.Id > 0) ? new ProvenanceRoot(iri, nodes, implied) { IsPart = isPart } : null;
    }

    /// <summary>A computed answer by its address; null where it is none, without statements where its data are not there.</summary>
    private async Task<(string Iri, IReadOnlyList<ProvStatement>? Statements)?> AnswerAsync(DataContext context, string iri, DateTime asOf, CancellationToken cancellationToken)
    {
        if (iri.Contains('#', StringComparison.Ordinal) || answers.Read(iri) is not { } request) return null;
        var state = request.AsOf is { } asked ? InstantOf(asked) : asOf;
        return await sources.FindAsync(context, request, state, cancellationToken) is { } found ? (request.Pinned(state), AnswerProvenance.Of(request, state, found)) : (request.Pinned(state), null);
    }

    private static DateTime InstantOf(string asked) =>
        Instants.TryParse(asked, out var instant) ? instant : throw ProblemException.Invalid("asOf", $"'{asked}' is no instant: write 2020-10-19T00:00:00Z, or a date, which means 00:00 UTC.");

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
        if (await things.Seen(context).FirstOrDefaultAsync(n => n.Iri == iri, cancellationToken) is not { } node) return null;
        var found = new WalkedNode(node.Id, node.Iri, node.IsEntity, node.IsActivity, node.IsAgent, node.DatasetId, node.VersionNumber);
        return await IsStatedAsync(context, found, scope, cancellationToken) ? found : null;
    }

    /// <summary>Whether something is stated of it, by itself or with a thing that no hidden agent says.</summary>
    private async Task<bool> IsStatedAsync(DataContext context, WalkedNode node, WalkScope scope, CancellationToken cancellationToken)
    {
        var said = things.Said(context);
        return await context.ProvenanceStatements.AnyAsync(
            s => s.Iri == node.Iri && s.Id <= scope.UpTo && s.RecordedFrom <= scope.At && s.RecordedTo > scope.At && scope.Readable.Contains(s.Source.Handling), cancellationToken)
            || await Edges(context, scope).AnyAsync(e => e.FromId == node.Id && said.Any(n => n.Id == e.ToId), cancellationToken)
            || await Edges(context, scope).AnyAsync(e => e.ToId == node.Id && said.Any(n => n.Id == e.FromId), cancellationToken);
    }

    private static IQueryable<ProvenanceEdge> Edges(DataContext context, WalkScope scope) =>
        context.ProvenanceEdges.Where(e => e.StatementId <= scope.UpTo && e.RecordedFrom <= scope.At && e.RecordedTo > scope.At && scope.Readable.Contains(e.Handling));

    [GeneratedRegex(@"\A(?<dataset>[a-z0-9][a-z0-9-]*)@(?<n>[1-9][0-9]{0,8})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex VersionId();

    [GeneratedRegex(@"\A(?<key>[0-9a-f]{32})-(?<period>[0-9A-Z-]+)-v(?<n>[1-9][0-9]{0,8})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ObservationId();

    [GeneratedRegex(@"\A(?<version>v1/datasets/[a-z0-9-]+/versions/[0-9]+)/series/[^/]+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SeriesPath();

    [GeneratedRegex(@"\A(?<record>v1/evidence/[^/#?]+)/package\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PackagePath();
}
