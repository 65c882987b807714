using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DataDiplomacy.Core.Evidence.Statements;

/// <summary>A signature of an envelope.</summary>
/// <param name="KeyId">A hint which key it is by, never proof; null where none was given.</param>
/// <param name="Signature">The bytes.</param>
public sealed record DsseSignature(string? KeyId, ReadOnlyMemory<byte> Signature);

/// <summary>A Dead Simple Signing Envelope (secure-systems-lab/dsse, protocol v1.0.2): bytes, what they are, and who signed both.</summary>
/// <param name="PayloadType">What the payload is, as a media type or URI.</param>
/// <param name="Payload">The bytes that were signed.</param>
/// <param name="Signatures">At least one.</param>
public sealed record DsseEnvelope(string PayloadType, ReadOnlyMemory<byte> Payload, IReadOnlyList<DsseSignature> Signatures)
{
    /// <summary>More signatures are refused.</summary>
    public const int MaxSignatures = 64;

    /// <summary>The pre-authentication encoding, which is what is signed: <c>DSSEv1 SP LEN(type) SP type SP LEN(body) SP body</c>.</summary>
    /// <param name="payloadType">What the payload is; its length counts in bytes of UTF-8.</param>
    /// <param name="payload">The payload.</param>
    /// <returns>The bytes.</returns>
    public static byte[] PreAuthenticationEncoding(string payloadType, ReadOnlySpan<byte> payload)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(payloadType)} {payloadType} {payload.Length} "));
        var encoded = new byte[head.Length + payload.Length];
        head.CopyTo(encoded, 0);
        payload.CopyTo(encoded.AsSpan(head.Length));
        return encoded;
    }

    /// <summary>Signs a payload.</summary>
    /// <param name="payloadType">What the payload is.</param>
    /// <param name="payload">The bytes.</param>
    /// <param name="key">The key that signs.</param>
    /// <returns>An envelope with one signature.</returns>
    public static DsseEnvelope Sign(string payloadType, byte[] payload, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(payloadType, payload, [new(key.Verification.KeyId, key.Sign(PreAuthenticationEncoding(payloadType, payload)))]);
    }

    /// <summary>Reads an envelope; nothing of it may be believed before <see cref="SignedBy"/> said so.</summary>
    /// <param name="json">The object <c>{ payload, payloadType, signatures: [{ keyid, sig }] }</c>; both alphabets of base64 are taken.</param>
    /// <returns>The envelope.</returns>
    /// <exception cref="FormatException">It is no envelope; the message says which member and why.</exception>
    public static DsseEnvelope Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            if (reader.BytesConsumed != json.Length && json[(int)reader.BytesConsumed..].IndexOfAnyExcept(" \t\r\n"u8) >= 0) throw new FormatException("Something follows the envelope.");
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FormatException("The envelope is no JSON: " + error.Message, error);
        }
    }

    /// <summary>Which of the keys signed this envelope, each at most once.</summary>
    /// <param name="keys">Keys that the reader trusts.</param>
    /// <returns>The keys whose signature holds; a signature by none of them counts for nothing.</returns>
    public IReadOnlyList<VerificationKey> SignedBy(IReadOnlyCollection<VerificationKey> keys)
    {
        var signed = PreAuthenticationEncoding(PayloadType, Payload.Span);
        return [.. keys.Where(key => Signatures.Any(each => key.Verifies(signed, each.Signature.Span)))];
    }

    /// <summary>The envelope as JSON, canonical (RFC 8785), with standard base64.</summary>
    /// <returns>UTF-8 bytes.</returns>
    public byte[] ToJson()
    {
        var writer = new CanonicalWriter().BeginObject().Name("payload").Base64(Payload.Span).Name("payloadType").Text(PayloadType).Name("signatures").BeginArray();
        foreach (var each in Signatures)
        {
            writer.BeginObject();
            if (each.KeyId is not null) writer.Name("keyid").Text(each.KeyId);
            writer.Name("sig").Base64(each.Signature.Span).End();
        }
        return writer.End().End().ToArray();
    }

    private static DsseEnvelope Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new FormatException("An envelope is an object.");
        if (!root.TryGetProperty("signatures", out var signatures) || signatures.ValueKind != JsonValueKind.Array)
            throw new FormatException("An envelope has a list of signatures.");
        if (signatures.GetArrayLength() is 0 or > MaxSignatures) throw new FormatException($"An envelope has 1 to {MaxSignatures} signatures, this one {signatures.GetArrayLength()}.");
        return new(Text(root, "payloadType"), Base64(Text(root, "payload"), "payload"),
            [.. signatures.EnumerateArray().Select(each => new DsseSignature(KeyIdOf(each), Base64(Text(each, "sig"), "sig")))]);
    }

    private static string? KeyIdOf(JsonElement signature) =>
        signature.TryGetProperty("keyid", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    private static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() ?? ""
            : throw new FormatException($"The text \"{name}\" is missing.");

    private static byte[] Base64(string text, string name)
    {
        if (text.AsSpan().IndexOfAny(" \t\r\n") >= 0) throw new FormatException($"\"{name}\" is no base64: it holds white space.");
        try
        {
            return Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/'));
        }
        catch (FormatException error)
        {
            throw new FormatException($"\"{name}\" is no base64.", error);
        }
    }
}
