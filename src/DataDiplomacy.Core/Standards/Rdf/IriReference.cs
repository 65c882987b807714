namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>References resolved against a base (RFC 3986, section 5.2, 2005), text by text: nothing is decoded or put in another case.</summary>
internal static class IriReference
{
    /// <summary>Length of the scheme without its colon; 0 when the text has none (RFC 3986, 3.1).</summary>
    public static int SchemeLength(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character == ':') return at;
            if (!char.IsAsciiLetter(character) && (at == 0 || !(char.IsAsciiDigit(character) || character is '+' or '-' or '.'))) return 0;
        }
        return 0;
    }

    /// <summary>The reference as an absolute IRI; without a base, or with a scheme of its own, it stays as it is.</summary>
    public static string Resolve(string? baseIri, string reference)
    {
        if (baseIri is null || SchemeLength(reference) > 0) return reference;
        var parts = Parts.Of(baseIri);
        if (reference.StartsWith("//", StringComparison.Ordinal)) return parts.Scheme + reference;

        var queryAt = reference.AsSpan().IndexOfAny('?', '#') is var found and >= 0 ? found : reference.Length;
        var (path, rest) = (reference[..queryAt], reference[queryAt..]);
        if (path.Length == 0) return parts.Scheme + parts.Authority + parts.Path + (rest.StartsWith('?') ? rest : parts.Query + rest);
        if (path[0] != '/') path = Merge(parts, path);
        return parts.Scheme + parts.Authority + WithoutDots(path) + rest;
    }

    private static string Merge(Parts parts, string path) =>
        parts.Authority.Length > 0 && parts.Path.Length == 0 ? "/" + path : parts.Path[..(parts.Path.LastIndexOf('/') + 1)] + path;

    private static string WithoutDots(string path)
    {
        var kept = new List<string>();
        var segments = path.Split('/');
        for (var at = 0; at < segments.Length; at++)
        {
            var isLast = at == segments.Length - 1;
            if (segments[at] is not ("." or ".."))
            {
                kept.Add(segments[at]);
                continue;
            }
            if (segments[at] == ".." && kept.Count > 1) kept.RemoveAt(kept.Count - 1);
            if (isLast) kept.Add("");
        }
        return string.Join('/', kept);
    }

    /// <summary>The parts of an IRI with their delimiters, without the fragment.</summary>
    private readonly record struct Parts(string Scheme, string Authority, string Path, string Query)
    {
        public static Parts Of(string iri)
        {
            if (iri.IndexOf('#') is var hash and >= 0) iri = iri[..hash];
            var query = iri.IndexOf('?') is var mark and >= 0 ? iri[mark..] : "";
            iri = iri[..(iri.Length - query.Length)];
            var scheme = SchemeLength(iri) is var length and > 0 ? iri[..(length + 1)] : "";
            iri = iri[scheme.Length..];
            if (!iri.StartsWith("//", StringComparison.Ordinal)) return new(scheme, "", iri, query);

            var pathAt = iri.IndexOf('/', 2) is var slash and >= 0 ? slash : iri.Length;
            return new(scheme, iri[..pathAt], iri[pathAt..], query);
        }
    }
}
