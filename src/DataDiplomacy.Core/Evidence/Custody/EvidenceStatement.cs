using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>What is signed about a record when checks were run or a claim was assessed: canonical JSON (RFC 8785), numbers whole, decimals as texts.</summary>
public sealed record EvidenceStatement
{
    /// <summary>The payload type of its envelope (DSSE).</summary>
    public const string PayloadType = "application/vnd.datadiplomacy.evidence-statement.v1+json";

    private const double MaxExact = 9_007_199_254_740_991;

    /// <summary>The id of the statement.</summary>
    public required string Id { get; init; }

    /// <summary>The record.</summary>
    public required string Record { get; init; }

    /// <summary>What it is, camelCase.</summary>
    public required string Kind { get; init; }

    /// <summary>The statement that this one answers or replaces; null for none.</summary>
    public required string? About { get; init; }

    /// <summary>When, RFC 3339 UTC.</summary>
    public required string At { get; init; }

    /// <summary>Who, by a pseudonym that stands for a key.</summary>
    public required string Actor { get; init; }

    /// <summary>Size of the newest checkpoint when it was signed, so that it cannot be older; 0 before the first.</summary>
    public required long AfterSize { get; init; }

    /// <summary>The program that signed, with its version.</summary>
    public required string Tool { get; init; }

    /// <summary>What is stated.</summary>
    public required JsonObject Body { get; init; }

    /// <summary>The path of a statement, as its disclosure writes it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="id">The statement.</param>
    /// <returns>For example <c>/records/ev-01…/statements/vf-01…</c>.</returns>
    public static string PathOf(string record, string id) => $"/records/{record}/statements/{id}";

    /// <summary>What the leaf of a statement commits to: the hash of its envelope, blinded by a salt of the record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="id">The statement.</param>
    /// <param name="salt">The salt.</param>
    /// <param name="envelope">The envelope's bytes.</param>
    /// <returns>The disclosure that opens the leaf's commitment.</returns>
    public static Disclosure DisclosureOf(string record, string id, ReadOnlyMemory<byte> salt, ReadOnlySpan<byte> envelope) =>
        new("statement", PathOf(record, id), salt, JsonValue.Create(CustodyEvent.HashOf(envelope)));

    /// <summary>The canonical bytes that are signed.</summary>
    /// <returns>UTF-8.</returns>
    /// <exception cref="ArgumentException">The body has a number that is not whole or not exact: it would have to be a text.</exception>
    public byte[] ToJson()
    {
        if (Inexact(Body) is { } number) throw new ArgumentException($"The number {number} is not whole, or is beyond 2^53 - 1. Statements hold decimals as texts.", nameof(Body));
        var statement = new JsonObject
        {
            ["v"] = 1,
            ["id"] = Id,
            ["record"] = Record,
            ["kind"] = Kind,
            ["about"] = About,
            ["at"] = At,
            ["actor"] = Actor,
            ["afterSize"] = AfterSize,
            ["tool"] = Tool,
            ["body"] = Body.DeepClone()
        };
        return Jcs.Canonicalize(Encoding.UTF8.GetBytes(statement.ToJsonString()));
    }

    /// <summary>Reads the payload of a verified envelope.</summary>
    /// <param name="json">The canonical bytes.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="FormatException">A member is missing, of another type, or the bytes are not canonical.</exception>
    public static EvidenceStatement Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var statement = new EvidenceStatement
            {
                Id = Text(root, "id"),
                Record = Text(root, "record"),
                Kind = Text(root, "kind"),
                About = root.GetProperty("about").GetString(),
                At = Text(root, "at"),
                Actor = Text(root, "actor"),
                AfterSize = root.GetProperty("afterSize").GetInt64(),
                Tool = Text(root, "tool"),
                Body = JsonObject.Create(root.GetProperty("body").Clone()) ?? throw new FormatException("\"body\" is null.")
            };
            return statement.ToJson().AsSpan().SequenceEqual(json.Span) ? statement : throw new FormatException("The statement is not canonical, or has members that are not known.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The payload is no statement about a record: " + error.Message, error);
        }
    }

    private static string? Inexact(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => Inexact(member.Value)).FirstOrDefault(each => each is not null),
        JsonArray items => items.Select(Inexact).FirstOrDefault(each => each is not null),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => IsExact(value.ToJsonString()) ? null : value.ToJsonString(),
        _ => null
    };

    private static bool IsExact(string number) => number.AsSpan().IndexOfAny(".eE") < 0 && Math.Abs(double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)) <= MaxExact;

    private static string Text(JsonElement root, string name) =>
        root.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null.");
}
