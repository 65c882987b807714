namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>The properties of a JSON object; what nobody takes is what else is said.</summary>
internal sealed class OdrlFields(OdrlNode node, Dictionary<string, OdrlNode> fields)
{
    public OdrlNode Node => node;

    public OdrlNode? Take(string name) => fields.Remove(name, out var field) ? field : null;

    public IReadOnlyList<OdrlNode> TakeItems(string name) => Take(name)?.Items() ?? [];

    public string? TakeIri(string name, string expected) => Take(name)?.Single(expected).Iri(expected);

    public string? TakeTerm(string name, string expected) => Take(name)?.Single(expected).Term(expected);

    /// <summary>The properties which are left, in order of their names.</summary>
    public IReadOnlyDictionary<string, string> Rest()
    {
        var rest = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, field) in fields) rest[name] = field.Canonical();
        return rest;
    }

    public void RefuseRest(string expected)
    {
        foreach (var (name, field) in fields.OrderBy(field => field.Key, StringComparer.Ordinal)) throw new OdrlFormatException(field.Path, $"the property \"{name}\"", expected);
    }
}
