using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DataDiplomacy.Api.Graph;

/// <summary>The XML comments that the compiler writes beside an assembly, by the name of what they describe.</summary>
/// <remarks>The library looks through the whole file for each member: half of the time that making the schema takes.</remarks>
internal static partial class XmlComments
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, string>> Files = new();

    /// <summary>The summary of a type on one line; null without one.</summary>
    public static string? Of(Type type) => Find(type.Assembly, "T:" + NameOf(type));

    /// <summary>The summary of a property or of a member of an enum on one line; null without one.</summary>
    /// <remarks>The compiler documents the property of a positional record only by the parameter of its constructor.</remarks>
    public static string? Of(MemberInfo member)
    {
        if (member.DeclaringType is not { } type) return null;
        var kind = member is FieldInfo ? "F:" : "P:";
        return Find(type.Assembly, $"{kind}{NameOf(type)}.{member.Name}") ?? Find(type.Assembly, ParameterName(NameOf(type), member.Name));
    }

    private static string? Find(Assembly assembly, string name) => Files.GetOrAdd(assembly, Read).GetValueOrDefault(name);

    private static string? NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName?.Replace('+', '.');

    private static string ParameterName(string? type, string parameter) => $"parameter:{type}.{parameter}";

    private static Dictionary<string, string> Read(Assembly assembly)
    {
        var comments = new Dictionary<string, string>();
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path)) return comments;
        foreach (var member in XDocument.Load(path).Descendants("member"))
            Add(comments, member.Attribute("name")?.Value ?? "", member);
        return comments;
    }

    private static void Add(Dictionary<string, string> comments, string name, XElement member)
    {
        const string Constructor = ".#ctor(";
        if (OneLine(member.Element("summary")) is { } summary) comments[name] = summary;
        if (!name.StartsWith("M:", StringComparison.Ordinal) || name.IndexOf(Constructor, StringComparison.Ordinal) is not (> 0 and var end)) return;
        foreach (var parameter in member.Elements("param"))
        {
            if (OneLine(parameter) is { } text) comments.TryAdd(ParameterName(name[2..end], parameter.Attribute("name")?.Value ?? ""), text);
        }
    }

    private static string? OneLine(XElement? comment) =>
        Blanks().Replace(comment?.Value ?? "", " ").Trim() is { Length: > 0 } text ? text : null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
