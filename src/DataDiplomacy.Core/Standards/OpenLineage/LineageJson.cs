using System.Text.Json;
using System.Text.RegularExpressions;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Core.Standards.OpenLineage;

/// <summary>A value of an event with its place, so that what is wrong can be said where.</summary>
internal sealed partial record LineageJson(JsonElement Element, string Path)
{
    public string Text => Element.GetRawText();

    public LineageJson Object() => Element.ValueKind == JsonValueKind.Object ? this : throw Fault("A JSON object is expected here.");

    public LineageJson? Find(string member) =>
        Object().Element.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? new LineageJson(value, $"{Path}/{member}") : null;

    public LineageJson Required(string member) => Find(member) ?? throw new OpenLineageFormatException($"{Path}/{member}", $"{member} is missing.");

    public IReadOnlyList<LineageJson> Items() => Element.ValueKind == JsonValueKind.Array
        ? [.. Element.EnumerateArray().Select((e, i) => new LineageJson(e, $"{Path}/{i}"))]
        : throw Fault("A JSON array is expected here.");

    public IEnumerable<(string Name, LineageJson Value)> Members() => Object().Element.EnumerateObject().Select(p => (p.Name, new LineageJson(p.Value, $"{Path}/{p.Name}")));

    public string String()
    {
        if (Element.ValueKind != JsonValueKind.String) throw Fault("A text is expected here.");
        var text = Element.GetString() ?? "";
        return text.Length <= OpenLineageReader.MaxLength ? text : throw Fault($"A text longer than {OpenLineageReader.MaxLength} characters.");
    }

    public string Uri() => System.Uri.TryCreate(String(), UriKind.Absolute, out _) ? String() : throw Fault($"'{String()}' is no URI.");

    public string Instant() => ProvTime.IsDateTime(String()) && ProvTime.Instant(String()) is not null
        ? String()
        : throw Fault($"'{String()}' is no instant with a zone (RFC 3339), such as 2026-11-01T10:00:00Z.");

    public string Uuid() => UuidForm().IsMatch(String()) ? String().ToLowerInvariant() : throw Fault($"'{String()}' is no UUID (RFC 9562).");

    public T OneOf<T>()
        where T : struct, Enum
    {
        if (String().All(char.IsAsciiLetterUpper) && Enum.TryParse<T>(String(), ignoreCase: true, out var value)) return value;
        throw Fault($"'{String()}' is none of {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToUpperInvariant()))}.");
    }

    public OpenLineageFormatException Fault(string message) => new(Path, message);

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UuidForm();
}
