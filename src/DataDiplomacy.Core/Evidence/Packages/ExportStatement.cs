using System.Text.Json;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>What the custodian signs about a package as a whole: canonical JSON (RFC 8785). By the tag manifest it covers every file of the bag (RFC 8493, 2.2.1).</summary>
public sealed record ExportStatement
{
    /// <summary>The payload type of its envelope (DSSE).</summary>
    public const string PayloadType = "application/vnd.datadiplomacy.evidence-export.v1+json";

    /// <summary>What was packed: the id of the record or of the case.</summary>
    public required string Package { get; init; }

    /// <summary>How many records the package has, erased ones included.</summary>
    public required int Records { get; init; }

    /// <summary>SHA-256 of tagmanifest-sha256.txt, lower-case hexadecimal.</summary>
    public required string TagManifestSha256 { get; init; }

    /// <summary>For whom it was packed, by a pseudonym that stands for a key; null for anyone, without a key.</summary>
    public required string? Actor { get; init; }

    /// <summary>When, as the server says, RFC 3339 UTC.</summary>
    public required string At { get; init; }

    /// <summary>Size of the newest checkpoint when it was signed, so that it cannot be older; 0 before the first.</summary>
    public required long AfterSize { get; init; }

    /// <summary>The program that signed, with its version.</summary>
    public required string Tool { get; init; }

    /// <summary>The canonical bytes that are signed.</summary>
    /// <returns>UTF-8.</returns>
    public byte[] ToJson() =>
        new CanonicalWriter().BeginObject().Name("actor").Text(Actor).Name("afterSize").Number(AfterSize).Name("at").Text(At).Name("package").Text(Package)
            .Name("records").Number(Records).Name("tagManifestSha256").Text(TagManifestSha256).Name("tool").Text(Tool).Name("v").Number(1).End().ToArray();

    /// <summary>Reads the payload of a verified envelope.</summary>
    /// <param name="json">The canonical bytes.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="FormatException">A member is missing, of another type, or the bytes are not canonical.</exception>
    public static ExportStatement Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var statement = new ExportStatement
            {
                Package = Text(root, "package"),
                Records = root.GetProperty("records").GetInt32(),
                TagManifestSha256 = Text(root, "tagManifestSha256"),
                Actor = root.GetProperty("actor").GetString(),
                At = Text(root, "at"),
                AfterSize = root.GetProperty("afterSize").GetInt64(),
                Tool = Text(root, "tool")
            };
            return statement.ToJson().AsSpan().SequenceEqual(json.Span) ? statement : throw new FormatException("The statement is not canonical, or has members that are not known.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The payload is no statement about a package: " + error.Message, error);
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null.");
}
