using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>
/// What a custodian signs about one event: canonical JSON (RFC 8785) that holds no personal data. What people wrote, names and digests of content
/// stand in it as commitments; their disclosures are kept apart, under the key of the record.
/// </summary>
public sealed record CustodyStatement
{
    /// <summary>The payload type of its envelope (DSSE).</summary>
    public const string PayloadType = "application/vnd.datadiplomacy.custody-event.v1+json";

    /// <summary>The record, by its id, which tells nothing of what it is.</summary>
    public required string Record { get; init; }

    /// <summary>Counts the events of the record from 1, without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>What happened, camelCase.</summary>
    public required string Type { get; init; }

    /// <summary>When, as the server or the signer says, RFC 3339 UTC.</summary>
    public required string At { get; init; }

    /// <summary>Who, by a pseudonym that stands for a key.</summary>
    public required string Actor { get; init; }

    /// <summary>SHA-256 of the envelope of the event before, lower-case hexadecimal; null for the first.</summary>
    public required string? Previous { get; init; }

    /// <summary>Size of the newest checkpoint when it was signed, so that it cannot be older; 0 before the first.</summary>
    public required long AfterSize { get; init; }

    /// <summary>The program that signed, with its version.</summary>
    public required string Tool { get; init; }

    /// <summary>Commitments to the values of the event by their names, base64url.</summary>
    public required IReadOnlyDictionary<string, string> Commitments { get; init; }

    /// <summary>The path of a value of this event, as disclosures write it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="sequence">The event.</param>
    /// <returns>For example <c>/records/ev-01…/events/3</c>.</returns>
    public static string PathOf(string record, int sequence) => string.Create(CultureInfo.InvariantCulture, $"/records/{record}/events/{sequence}");

    /// <summary>The canonical bytes that are signed.</summary>
    /// <returns>UTF-8.</returns>
    public byte[] ToJson()
    {
        var writer = new CanonicalWriter().BeginObject().Name("actor").Text(Actor).Name("afterSize").Number(AfterSize).Name("at").Text(At).Name("commitments").BeginObject();
        foreach (var (name, commitment) in Commitments.OrderBy(each => each.Key, StringComparer.Ordinal)) writer.Name(name).Text(commitment);
        return writer.End().Name("prev").Text(Previous).Name("record").Text(Record).Name("seq").Number(Sequence).Name("tool").Text(Tool).Name("type").Text(Type)
            .Name("v").Number(1).End().ToArray();
    }

    /// <summary>Reads the payload of a verified envelope.</summary>
    /// <param name="json">The canonical bytes.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="FormatException">A member is missing, of another type, or the bytes are not canonical.</exception>
    public static CustodyStatement Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var statement = new CustodyStatement
            {
                Record = Text(root, "record"),
                Sequence = root.GetProperty("seq").GetInt32(),
                Type = Text(root, "type"),
                At = Text(root, "at"),
                Actor = Text(root, "actor"),
                Previous = root.GetProperty("prev").GetString(),
                AfterSize = root.GetProperty("afterSize").GetInt64(),
                Tool = Text(root, "tool"),
                Commitments = root.GetProperty("commitments").EnumerateObject().ToDictionary(each => each.Name, each => each.Value.GetString() ?? "", StringComparer.Ordinal)
            };
            return statement.ToJson().AsSpan().SequenceEqual(json.Span) ? statement : throw new FormatException("The statement is not canonical, or has members that are not known.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The payload is no statement of custody: " + error.Message, error);
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null.");
}
