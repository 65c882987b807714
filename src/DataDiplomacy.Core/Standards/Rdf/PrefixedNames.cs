namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>IRIs by prefix and local name where the name is a plain one that each reader takes (a part of PN_LOCAL, RDF 1.1 Turtle, 6.5, 2014).</summary>
internal sealed class PrefixedNames(IReadOnlyDictionary<string, string> prefixes)
{
    private readonly SortedDictionary<string, string> _used = new(StringComparer.Ordinal);

    /// <summary>The prefixes that were needed, in order.</summary>
    public IReadOnlyDictionary<string, string> Used => _used;

    /// <summary>The prefixed name, or the IRI in angle brackets.</summary>
    public string Of(string iri) => Find(iri) ?? TurtleText.Iri(iri);

    /// <summary>The prefixed name; null when no prefix fits.</summary>
    public string? Find(string iri)
    {
        foreach (var (prefix, space) in prefixes)
        {
            if (!iri.StartsWith(space, StringComparison.Ordinal) || !IsPlain(iri.AsSpan(space.Length))) continue;
            _used[prefix] = space;
            return $"{prefix}:{iri.AsSpan(space.Length)}";
        }
        return null;
    }

    private static bool IsPlain(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name[0] == '-') return false;
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-')) return false;
        }
        return true;
    }
}
