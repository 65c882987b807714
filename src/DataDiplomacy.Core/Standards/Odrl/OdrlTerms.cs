namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>The names of ODRL terms and of the data types it uses, brought to one form each (ODRL Vocabulary and Expression 2.2, 2018).</summary>
public static class OdrlTerms
{
    /// <summary>The namespace of ODRL 2.2: terms in it are kept by their short name.</summary>
    public const string Namespace = "http://www.w3.org/ns/odrl/2/";

    /// <summary>The JSON-LD context of ODRL 2.2 (ODRL Vocabulary and Expression 2.2, JSON-LD serialisation).</summary>
    public const string Context = "http://www.w3.org/ns/odrl.jsonld";

    /// <summary>Creative Commons actions, which the ODRL vocabulary includes.</summary>
    internal const string CreativeCommons = "http://creativecommons.org/ns#";

    private const string Xsd = "http://www.w3.org/2001/XMLSchema#";

    /// <summary>The prefixes which the ODRL context declares and policies use without declaring them again.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Prefixes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["odrl"] = Namespace,
        ["cc"] = CreativeCommons,
        ["xsd"] = Xsd,
        ["dc"] = "http://purl.org/dc/terms/",
        ["dct"] = "http://purl.org/dc/terms/",
        ["dcterms"] = "http://purl.org/dc/terms/"
    };

    /// <summary>One form of a term: the short name in the ODRL namespace, "xsd:" and the name for XML Schema types, the IRI otherwise.</summary>
    /// <param name="term">A short name, a prefixed name or an IRI.</param>
    /// <returns>The term; unknown prefixes and names stay as they are.</returns>
    public static string Normal(string term) => Normal(term, Prefixes);

    internal static string Normal(string term, IReadOnlyDictionary<string, string> prefixes)
    {
        var iri = Expanded(term, prefixes);
        if (iri.StartsWith(Namespace, StringComparison.Ordinal) && iri.Length > Namespace.Length) return iri[Namespace.Length..];
        return iri.StartsWith(Xsd, StringComparison.Ordinal) ? "xsd:" + iri[Xsd.Length..] : iri;
    }

    internal static string Expanded(string term, IReadOnlyDictionary<string, string> prefixes)
    {
        var colon = term.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || term.AsSpan(colon + 1).StartsWith("//", StringComparison.Ordinal)) return term;
        return prefixes.TryGetValue(term[..colon], out var iri) ? iri + term[(colon + 1)..] : term;
    }
}
