using System.Globalization;
using System.Text.RegularExpressions;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Prov;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Finds what an id stands for, and whether the caller may see it.</summary>
public sealed partial class ProvenanceRootQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, ProvenanceNodeQueries things, ProvenanceIris iris, AnswerQueries answers)
{
    /// <summary>The thing, or null when there is none that the caller may see.</summary>
    /// <exception cref="ProblemException">It is named wrongly: the fragment selects nothing, or the request of an answer is not one.</exception>
    internal async Task<ProvenanceRoot?> FindAsync(string id, WalkScope scope, DateTime asOf, CancellationToken cancellationToken)
    {
        if (id.Length > ProvJsonReader.MaxLength) return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var iri = await IriOfAsync(context, id, asOf, cancellationToken);
        var whole = SelectorProvenance.WholeOf(iri, out var why);
        if (why is not null && await StoredAsync(context, scope, iri, cancellationToken) is null) throw ProblemException.Invalid("id", why);
        if (await answers.FindAsync(context, whole ?? iri, asOf, cancellationToken) is { } answer)
        {
            if (answer.Statements is not { } computed) return null;
            return whole is null
                ? await FromAsync(context, scope, answer.Iri, computed, isPart: false, cancellationToken)
                : await FromAsync(context, scope, iri, [SelectorProvenance.Of(iri, answer.Iri), .. computed], isPart: false, cancellationToken);
        }

        var (parts, _) = await PartQueries.FindAsync(context, [iri], cancellationToken);
        return await FromAsync(context, scope, iri, [.. parts.Select(p => SelectorProvenance.Of(p.Part, p.Whole))], isPart: true, cancellationToken);
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

    /// <summary>The IRI of a short id; an IRI stays as it is.</summary>
    private async Task<string> IriOfAsync(DataContext context, string id, DateTime asOf, CancellationToken cancellationToken)
    {
        if (id.Contains(':', StringComparison.Ordinal) || id.StartsWith("v1/", StringComparison.Ordinal)) return iris.Stored(id);
        if (VersionId().Match(id) is { Success: true } version) return ProvenanceIris.Version(version.Groups["dataset"].Value, int.Parse(version.Groups["n"].Value, CultureInfo.InvariantCulture));
        if (PartQueries.IsObservation(id)) return ProvenanceIris.Observation(id);
        var newest = await visibility.Versions(context).Where(v => v.DatasetId == id && v.RecordedAt <= asOf).MaxAsync(v => (int?)v.Number, cancellationToken);
        return newest is { } number ? ProvenanceIris.Version(id, number) : ProvenanceIris.Activity(id);
    }

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
}
