using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Rdf;

/// <summary>Graphs compared up to the names of blank nodes: each is named after what is said of it, again and again until its whole surroundings count.</summary>
internal static class GraphComparison
{
    private const int Rounds = 12;

    /// <summary>The triples in a form that does not depend on the labels of blank nodes, sorted.</summary>
    public static IReadOnlyList<string> Lines(RdfGraph graph)
    {
        var names = graph.Triples.SelectMany(triple => new[] { triple.Subject, triple.Object }).Where(term => term.IsBlank).Distinct().ToDictionary(term => term, _ => "_");
        for (var round = 0; round < Rounds; round++)
        {
            names = names.Keys.ToDictionary(node => node, node => "_:" + Hash(string.Join('\n', graph.Triples
                .Where(triple => triple.Subject == node || triple.Object == node)
                .Select(triple => (triple.Subject == node ? "> " : "< ") + Line(triple, names)).Order(StringComparer.Ordinal))));
        }
        return [.. graph.Triples.Select(triple => Line(triple, names)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Lines of one graph that the other does not have, each marked with its side.</summary>
    public static IReadOnlyList<string> Differences(RdfGraph left, RdfGraph right)
    {
        var (first, second) = (Lines(left), Lines(right));
        return [.. first.Except(second).Select(line => "- " + line), .. second.Except(first).Select(line => "+ " + line)];
    }

    /// <summary>Triples of the first graph that the second does not have, or has less often; blank nodes count as any other.</summary>
    public static IReadOnlyList<RdfTriple> Missing(IEnumerable<RdfTriple> first, IEnumerable<RdfTriple> second)
    {
        var kept = second.Select(Nameless).CountBy(triple => triple).ToDictionary();
        return [.. first.Select(Nameless).CountBy(triple => triple).Where(each => kept.GetValueOrDefault(each.Key) < each.Value).Select(each => each.Key)];
    }

    private static RdfTriple Nameless(RdfTriple triple) => new(Nameless(triple.Subject), triple.Predicate, Nameless(triple.Object));

    private static RdfTerm Nameless(RdfTerm term) => term.IsBlank ? RdfTerm.Blank("any") : term;

    private static string Line(RdfTriple triple, Dictionary<RdfTerm, string> names) => $"{Name(triple.Subject, names)} <{triple.Predicate}> {Name(triple.Object, names)}";

    private static string Name(RdfTerm term, Dictionary<RdfTerm, string> names) => names.TryGetValue(term, out var name) ? name : term.ToString();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
