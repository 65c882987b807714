using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>The members of an object with what their names mean in a context.</summary>
internal sealed class JsonLdMembers
{
    private static readonly HashSet<string> OncePerNode = ["@id", "@value", "@list", "@set", "@language", "@index"];

    public JsonLdMembers(JsonLdContext context, JsonElement element, JsonPath path)
    {
        foreach (var member in element.EnumerateObject())
        {
            var name = context.ExpandName(member.Name);
            if (name is not null && OncePerNode.Contains(name) && Keyword(name) is not null) throw path.Member(member.Name).Wrong($"{name} twice", "one of them");
            All.Add((member.Name, name, member.Value));
        }
    }

    /// <summary>As written, as it is meant (null for nothing), and the value; in the order of the document.</summary>
    public List<(string Key, string? Name, JsonElement Value)> All { get; } = [];

    public bool Has(string keyword) => Keyword(keyword) is not null;

    public JsonElement? Keyword(string keyword)
    {
        foreach (var (_, name, value) in All)
        {
            if (name == keyword) return value;
        }
        return null;
    }
}
