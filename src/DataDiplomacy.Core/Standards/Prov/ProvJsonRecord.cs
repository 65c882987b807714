using System.Globalization;
using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>Reads the object of one record of PROV-JSON.</summary>
internal sealed class ProvJsonRecord(ProvShape shape, ProvJsonNames names, string path)
{
    public IEnumerable<ProvStatement> Read(string id, JsonElement record)
    {
        var arguments = new string?[shape.Arguments.Count];
        var attributes = new List<ProvAttribute>();
        IReadOnlyList<string> members = [];
        foreach (var (property, place) in ProvJsonReader.Members(record, path))
        {
            var index = IndexOf(property.Name);
            if (index < 0)
                attributes.AddRange(ReadAttribute(property, place));
            else if (property.Value.ValueKind == JsonValueKind.Array && shape.Arguments[index].JsonName == "prov:entity" && shape.Kind == ProvKind.Membership)
                members = ReadMembers(property.Value, place);
            else
                arguments[index] = ReadArgument(shape.Arguments[index], property.Value, place);
        }
        if (members.Count == 0) return [new ProvStatement { Kind = shape.Kind, Id = id, Arguments = arguments, Attributes = attributes }];
        return members.Select(member => new ProvStatement { Kind = shape.Kind, Id = id, Arguments = [arguments[0], member], Attributes = attributes });
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < shape.Arguments.Count; i++)
        {
            if (shape.Arguments[i].JsonName == name) return i;
        }
        return -1;
    }

    private List<string> ReadMembers(JsonElement array, string place)
    {
        var members = new List<string>();
        foreach (var member in array.EnumerateArray())
        {
            members.Add(ReadArgument(shape.Arguments[1], member, $"{place}/{members.Count}"));
        }
        return members;
    }

    private string ReadArgument(ProvArgument argument, JsonElement value, string place)
    {
        // Some writers give names the form of a typed literal.
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("$", out var inner)) value = inner;
        if (value.ValueKind != JsonValueKind.String)
            throw ProvJsonReader.Expected(place, value, argument.Role == ProvRole.Time ? "an instant as a string" : "one name as a string");
        var text = value.GetString() ?? "";
        if (argument.Role != ProvRole.Time) return names.Expand(text, place);
        if (!ProvTime.IsDateTime(text)) throw new ProvFormatException(place, $"'{ProvJsonReader.Shown(text)}' is no xsd:dateTime, such as 2026-11-01T10:00:00Z.");
        return text;
    }

    private IEnumerable<ProvAttribute> ReadAttribute(JsonProperty property, string place)
    {
        var name = names.Expand(property.Name, place);
        if (property.Value.ValueKind != JsonValueKind.Array) return [new ProvAttribute(name, ReadValue(property.Value, place))];
        return property.Value.EnumerateArray().Select((value, index) => new ProvAttribute(name, ReadValue(value, $"{place}/{index}"))).ToList();
    }

    private ProvValue ReadValue(JsonElement value, string place) => value.ValueKind switch
    {
        JsonValueKind.String => new ProvValue(Text(value, place)),
        JsonValueKind.True or JsonValueKind.False => new ProvValue(value.GetBoolean() ? "true" : "false", ProvNames.Xsd + "boolean"),
        JsonValueKind.Number => new ProvValue(value.GetRawText(), ProvNames.Xsd + (int.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? "int" : "double")),
        JsonValueKind.Object => ReadLiteral(value, place),
        _ => throw ProvJsonReader.Expected(place, value, "a string, a number, true, false or an object with \"$\""),
    };

    private ProvValue ReadLiteral(JsonElement literal, string place)
    {
        string? text = null, type = null, language = null;
        foreach (var (member, at) in ProvJsonReader.Members(literal, place))
        {
            switch (member.Name)
            {
                case "$":
                    text = member.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? member.Value.GetRawText() : Text(member.Value, at);
                    break;
                case "type":
                    type = Text(member.Value, at) is { Length: > 0 } name ? names.ExpandOrKeep(name) : null;
                    break;
                case "lang":
                    language = Text(member.Value, at);
                    break;
                default:
                    throw new ProvFormatException(at, $"'{ProvJsonReader.Shown(member.Name)}' is no part of a typed literal; it has \"$\", \"type\" and \"lang\".");
            }
        }
        if (text is null) throw new ProvFormatException(place, "An object as a value is a typed literal and needs \"$\", its text.");
        if (type is ProvNames.QualifiedName or ProvNames.XsdQName) return new ProvValue(names.ExpandOrKeep(text), type);
        return new ProvValue(text, language is not null || type is ProvNames.Xsd + "string" ? null : type, language);
    }

    private static string Text(JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.String) throw ProvJsonReader.Expected(place, value, "a string");
        var text = value.GetString() ?? "";
        return text.Length <= ProvJsonReader.MaxLength ? text : throw new ProvFormatException(place, $"A text longer than {ProvJsonReader.MaxLength} characters.");
    }
}
