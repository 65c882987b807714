using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Evidence.Statements;

/// <summary>What opens a commitment.</summary>
/// <param name="Name">The name of the value.</param>
/// <param name="Path">Where the value stands, as a JSON pointer or a path of the kind's own.</param>
/// <param name="Salt">At least 16 random bytes.</param>
/// <param name="Value">The value, any JSON.</param>
public sealed record Disclosure(string Name, string Path, ReadOnlyMemory<byte> Salt, JsonNode? Value)
{
    /// <summary>The JSON <c>{"n","p","s","v"}</c>, the salt in base64url.</summary>
    /// <returns>The canonical bytes, which the commitment is the hash of.</returns>
    public byte[] ToJson() =>
        new CanonicalWriter().BeginObject().Name("n").Text(Name).Name("p").Text(Path).Name("s").Text(Base64Url.EncodeToString(Salt.Span)).Name("v").Value(Value).End().ToArray();

    /// <summary>Reads a disclosure.</summary>
    /// <param name="json">An object with <c>n</c>, <c>p</c>, <c>s</c> and <c>v</c>.</param>
    /// <returns>The disclosure.</returns>
    /// <exception cref="FormatException">A member is missing or the salt is no base64url.</exception>
    public static Disclosure FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("n", out var name) || name.ValueKind != JsonValueKind.String
            || !json.TryGetProperty("p", out var path) || path.ValueKind != JsonValueKind.String
            || !json.TryGetProperty("s", out var salt) || salt.ValueKind != JsonValueKind.String
            || !json.TryGetProperty("v", out var value))
        {
            throw new FormatException("A disclosure has the texts n, p and s and a value v.");
        }
        return new Disclosure(name.GetString() ?? "", path.GetString() ?? "", Base64Url.DecodeFromChars(salt.GetString()), JsonNode.Parse(value.GetRawText()));
    }
}
