using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// Where a walk begins. Observations, series, selected parts of files and computed answers are not stored as things of their own: two million
/// observations cost nothing until somebody states something of one. Their first steps follow from what they are.
/// </summary>
/// <param name="Iri">The thing that was asked for, as it would be stored.</param>
/// <param name="Nodes">It, and the things that its implied steps lead to, each with its number of steps; those that are stored have a number.</param>
/// <param name="Implied">What follows from what it is, and is not stored.</param>
internal sealed record ProvenanceRoot(string Iri, IReadOnlyList<(WalkedNode Node, int Depth)> Nodes, IReadOnlyList<ProvStatement> Implied)
{
    /// <summary>False where what was made of the data is not made of the thing itself: a computed answer is no part of its data.</summary>
    public bool IsPart { get; init; } = true;

    /// <summary>The stored ones from which a walk goes on.</summary>
    public IReadOnlyList<(WalkedNode Node, int Depth)> StoredFor(Direction direction) =>
        [.. Nodes.Where(n => n.Node.Id > 0 && (IsPart || direction == Direction.Upstream || n.Depth == 0))];

    /// <summary>Puts the thing and the implied steps at the beginning of the answer.</summary>
    public void Begin(ProvenanceWalk walk, Direction direction)
    {
        walk.Nodes.AddRange(Nodes.Select(n => new Reached(n.Node, n.Depth, n.Depth == 0 ? direction : Direction.Upstream)));
        walk.Steps.AddRange(Implied.SelectMany(s => ProvSteps.Of(s).Select(step => new Taken(step.From, step.To, s.Kind, null))));
    }

    /// <summary>It without what follows from what it is and was stated too, which the walk found.</summary>
    public ProvenanceRoot Beside(IReadOnlyList<ProvStatement> stated, ProvenanceWalk walk)
    {
        var held = walk.Steps.Where(s => s.Statement is not null).Select(s => (s.From, s.To, s.Kind)).ToHashSet();
        walk.Steps.RemoveAll(s => s.Statement is null && held.Contains((s.From, s.To, s.Kind)));
        var declared = stated.Where(s => s.Shape.IsElement).ToLookup(s => (s.Kind, s.Id), s => s.Attributes);
        return this with
        {
            Implied = [.. Implied.Where(s => s.Shape.IsElement
                ? !declared[(s.Kind, s.Id)].Any(a => a.SequenceEqual(s.Attributes))
                : !ProvSteps.Of(s).All(step => held.Contains((step.From, step.To, s.Kind))))],
        };
    }

    /// <summary>The steps from a thing to all that statements lead to, nearest first.</summary>
    public static IReadOnlyList<(string Iri, int Depth)> Reach(string iri, IReadOnlyList<ProvStatement> implied)
    {
        var steps = implied.SelectMany(ProvSteps.Of).ToLookup(s => s.From, s => s.To, StringComparer.Ordinal);
        var reached = new List<(string Iri, int Depth)> { (iri, 0) };
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var next in steps[reached[i].Iri].Where(to => reached.TrueForAll(r => r.Iri != to))) reached.Add((next, reached[i].Depth + 1));
        }

        return reached;
    }
}
