using System.Xml.Linq;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Core.Tests.Standards.Prov;

/// <summary>Reads the little PROV-XML that some test cases are published in, with the older dialect of ProvToolbox (<c>prov:bundle</c>).</summary>
internal static class ProvXml
{
    private static readonly XNamespace Prov = ProvNames.Prov;

    public static ProvDocument Read(string xml)
    {
        // ProvToolbox wrote a declaration that no parser takes.
        var text = xml[xml.IndexOf("<prov:document", StringComparison.Ordinal)..];
        var root = XDocument.Parse(text).Root.ShouldNotBeNull();
        return new ProvDocument
        {
            Namespaces = ProvNamespaces.Of(),
            Statements = Statements(root),
            Bundles = [.. root.Elements(Prov + "bundle").Concat(root.Elements(Prov + "bundleContent")).Select(b => new ProvBundle(Name(b, Attribute(b, "id")), Statements(b)))],
        };
    }

    private static List<ProvStatement> Statements(XElement scope) => [.. scope.Elements()
        .Where(e => e.Name.LocalName is not ("bundle" or "bundleContent"))
        .Select(Statement)];

    private static ProvStatement Statement(XElement element)
    {
        var shape = ProvShape.Named(element.Name.LocalName).ShouldNotBeNull(element.Name.LocalName);
        return new ProvStatement
        {
            Kind = shape.Kind,
            Id = Attribute(element, "id") is { Length: > 0 } id ? Name(element, id) : null,
            Arguments = [.. shape.Arguments.Select(a => Argument(element, a))],
            Attributes = [.. element.Elements(Prov + "type").Select(t => new ProvAttribute(ProvNames.Type, ProvValue.Name(Name(t, t.Value.Trim()))))],
        };
    }

    private static string? Argument(XElement element, ProvArgument argument)
    {
        var child = element.Element(Prov + argument.JsonName["prov:".Length..]);
        if (child is null) return null;
        return argument.Role == ProvRole.Time ? child.Value : Name(child, Attribute(child, "ref"));
    }

    private static string Attribute(XElement element, string name) => (string?)element.Attribute(Prov + name) ?? "";

    private static string Name(XElement scope, string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return scope.GetNamespaceOfPrefix(name[..colon]).ShouldNotBeNull(name).NamespaceName + name[(colon + 1)..];
    }
}
