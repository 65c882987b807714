using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// Which things of the graph the caller may see: those of data sets and public records that the caller sees, and what no hidden agent is or says.
/// Walks have the same rule in their statement (<see cref="Data.Readers.ProvenanceReader"/>).
/// </summary>
public sealed class ProvenanceNodeQueries(IDbContextFactory<DataContext> contexts, Visibility visibility)
{
    private const int Chunk = 1_000;

    /// <summary>Things that the caller may see.</summary>
    public IQueryable<ProvenanceNode> Seen(DataContext context)
    {
        var (readable, agent) = (visibility.Caller.Readable, ProvenanceIris.Agent(""));
        var (datasets, said) = (visibility.Datasets(context).Select(d => d.Id), Said(context));
        return said.Where(n => (n.DatasetId == null || datasets.Contains(n.DatasetId))
            && (n.RecordId == null || context.EvidenceRecords.Any(r => r.Id == n.RecordId && r.Sensitivity == Sensitivity.Public && !r.IsErased))
            // Agents that nobody registered have no label.
            && !(n.Iri.StartsWith(agent) && context.Agents.Any(a => a.Id == n.Iri.Substring(agent.Length) && !readable.Contains(a.Handling))));
    }

    /// <summary>Things that nobody says, or an agent of whom the caller may know.</summary>
    public IQueryable<ProvenanceNode> Said(DataContext context)
    {
        var agents = visibility.Agents(context).Select(a => a.Id);
        return context.ProvenanceNodes.AsNoTracking().Where(n => n.AgentId == null || agents.Contains(n.AgentId));
    }

    /// <summary>Those of some names that the caller may not know: of things, and of relations that are called after one.</summary>
    /// <param name="names">Names as they are stored.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async Task<IReadOnlySet<string>> WithheldAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var things = names.Distinct(StringComparer.Ordinal).ToDictionary(n => n, ThingsOf, StringComparer.Ordinal);
        if (things.Count == 0) return new HashSet<string>();

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in things.Values.SelectMany(t => t).Distinct(StringComparer.Ordinal).Chunk(Chunk))
        {
            hidden.UnionWith(await context.ProvenanceNodes.Where(n => chunk.Contains(n.Iri)).Select(n => n.Iri).ToListAsync(cancellationToken));
            hidden.ExceptWith(await Seen(context).Where(n => chunk.Contains(n.Iri)).Select(n => n.Iri).ToListAsync(cancellationToken));
        }

        // A data set of which nothing is stated has no row in the graph.
        var sets = things.Keys.Select(n => ProvenanceIris.PartOf(n).Dataset).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var open = sets.Count == 0 ? [] : await visibility.Datasets(context).Where(d => sets.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken);
        hidden.UnionWith(sets.Except(open, StringComparer.Ordinal).Select(ProvenanceIris.Dataset));
        return things.Where(t => t.Value.Any(hidden.Contains)).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The thing of a name, and those in whose names it stands: a relation, or a part, is called after its thing.</summary>
    private static IReadOnlyList<string> ThingsOf(string name)
    {
        var things = new List<string> { name };
        if (name.IndexOf('#', StringComparison.Ordinal) is > 0 and var at) things.Add(name[..at]);
        if (ProvenanceIris.PartOf(name).Dataset is { } dataset) things.Add(ProvenanceIris.Dataset(dataset));
        if (ProvenanceIris.RecordOf(name) is { } record) things.Add("v1/evidence/" + record);
        if (name.StartsWith(ProvenanceIris.Agent(""), StringComparison.Ordinal)) things.Add(ProvenanceIris.Agent(name[ProvenanceIris.Agent("").Length..].Split('/', '#')[0]));
        return things;
    }
}
