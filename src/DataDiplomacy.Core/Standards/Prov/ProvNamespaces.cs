namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>Prefixes of a document, and how names are made shorter and whole again by them (PROV-N, section 3.7.1).</summary>
public sealed class ProvNamespaces
{
    /// <summary>Key of the namespace of names without a prefix, as PROV-JSON writes it.</summary>
    public const string Default = "default";

    private readonly Dictionary<string, string> _byPrefix = new(StringComparer.Ordinal) { ["prov"] = ProvNames.Prov, ["xsd"] = ProvNames.Xsd };

    /// <summary>The prefixes and their namespaces in order of the prefix; <c>default</c> stands for names without a prefix.</summary>
    public IEnumerable<KeyValuePair<string, string>> Declared => _byPrefix.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The prefixes given, beside <c>prov</c> and <c>xsd</c>.</summary>
    /// <param name="prefixes">Prefix and namespace; a prefix that stands twice takes the later one.</param>
    public static ProvNamespaces Of(params IEnumerable<KeyValuePair<string, string>> prefixes)
    {
        var namespaces = new ProvNamespaces();
        foreach (var (prefix, iri) in prefixes)
        {
            namespaces._byPrefix[prefix] = iri;
        }
        return namespaces;
    }

    /// <summary>These prefixes and those of an inner scope, which win.</summary>
    public ProvNamespaces With(IEnumerable<KeyValuePair<string, string>> inner) => Of([.. _byPrefix, .. inner]);

    /// <summary>The whole IRI of a name, or null when its prefix is not declared and it is no IRI either.</summary>
    /// <param name="name"><c>prefix:local</c>, a name of the default namespace, a blank identifier, or an absolute IRI.</param>
    /// <returns>The IRI; blank identifiers as they are.</returns>
    public string? Expand(string name)
    {
        if (ProvNames.IsBlank(name)) return name;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return _byPrefix.TryGetValue(Default, out var space) ? space + name : null;
        if (_byPrefix.TryGetValue(name[..colon], out var iri)) return iri + name[(colon + 1)..];
        return IsIri(name, colon) ? name : null;
    }

    /// <summary>The shortest name of an IRI under these prefixes, or null when none fits.</summary>
    public string? Compact(string iri)
    {
        if (ProvNames.IsBlank(iri)) return iri;
        string? prefix = null;
        var length = 0;
        foreach (var (key, space) in Declared)
        {
            if (space.Length > length && iri.StartsWith(space, StringComparison.Ordinal) && !(key == Default && iri.AsSpan(space.Length).Contains(':')))
                (prefix, length) = (key, space.Length);
        }
        if (prefix is null) return null;
        return prefix == Default ? iri[length..] : $"{prefix}:{iri[length..]}";
    }

    // A scheme with "//", or one whose names have none by definition.
    private static bool IsIri(string name, int colon) =>
        name.AsSpan(colon).StartsWith("://") || name.StartsWith("urn:", StringComparison.Ordinal) || name.StartsWith("mailto:", StringComparison.Ordinal) || name.StartsWith("did:", StringComparison.Ordinal);
}
