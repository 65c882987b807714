namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>Names of one scope of a PROV-JSON document, made whole; one that cannot be is refused with its place.</summary>
internal sealed class ProvJsonNames(ProvNamespaces namespaces)
{
    public string Expand(string name, string path)
    {
        if (namespaces.Expand(name) is { } iri) return iri;
        var prefix = name.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? name[..colon] : ProvNamespaces.Default;
        throw new ProvFormatException(path, $"'{ProvJsonReader.Shown(name)}' has the prefix '{ProvJsonReader.Shown(prefix)}', which \"prefix\" does not declare: add it there, or write an absolute IRI.");
    }

    /// <summary>Names in values may lack a declared prefix: they stay as they are rather than being refused, since nothing refers to them.</summary>
    public string ExpandOrKeep(string name) => namespaces.Expand(name) ?? name;
}
