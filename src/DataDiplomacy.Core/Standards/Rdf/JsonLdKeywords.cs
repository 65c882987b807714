namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>The keywords of JSON-LD 1.1 (section 1.7, 2020).</summary>
internal static class JsonLdKeywords
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "@base", "@container", "@context", "@direction", "@graph", "@id", "@import", "@included", "@index", "@json", "@language", "@list", "@nest",
        "@none", "@prefix", "@propagate", "@protected", "@reverse", "@set", "@type", "@value", "@version", "@vocab",
    };

    public static bool Contains(string name) => All.Contains(name);

    /// <summary>Whether a name has the form of a keyword, which is kept for later versions of the standard.</summary>
    public static bool LooksLikeOne(string name) => name.Length > 1 && name[0] == '@' && name.AsSpan(1).IndexOfAnyExcept(Letters) < 0;

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
