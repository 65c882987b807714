namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Which elements lie in which others, step by step: a purpose in a broader one, an area in a larger one, a party in a group.</summary>
public sealed class OdrlRelation
{
    /// <summary>A relation of which nothing is known.</summary>
    public static readonly OdrlRelation None = new([]);

    private readonly ILookup<string, string> parents;

    /// <summary>Takes the direct steps; longer ways follow from them.</summary>
    /// <param name="pairs">Element and what it directly lies in; IRIs or ODRL terms in any form.</param>
    public OdrlRelation(IEnumerable<(string Element, string In)> pairs)
    {
        parents = pairs.ToLookup(pair => OdrlTerms.Normal(pair.Element), pair => OdrlTerms.Normal(pair.In), StringComparer.Ordinal);
    }

    /// <summary>Whether it is said of an element what it lies in.</summary>
    /// <param name="element">The element.</param>
    /// <returns>True if there is at least one step from it.</returns>
    public bool Knows(string element) => parents.Contains(OdrlTerms.Normal(element));

    /// <summary>Whether one element lies in another, over any number of steps but not none. Circles do no harm.</summary>
    /// <param name="element">The element.</param>
    /// <param name="other">What it may lie in.</param>
    /// <returns>True if there is a way.</returns>
    public bool Leads(string element, string other)
    {
        var wanted = OdrlTerms.Normal(other);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([OdrlTerms.Normal(element)]);
        while (open.TryDequeue(out var current))
        {
            foreach (var parent in parents[current])
            {
                if (string.Equals(parent, wanted, StringComparison.Ordinal)) return true;
                if (seen.Add(parent)) open.Enqueue(parent);
            }
        }
        return false;
    }
}
