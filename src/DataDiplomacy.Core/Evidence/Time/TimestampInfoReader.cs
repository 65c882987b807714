using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography.Pkcs;
using System.Text;

namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>Reads TSTInfo, with genTime from its own digits, since parsing by way of a floating-point fraction loses a tick.</summary>
internal static class TimestampInfoReader
{
    public static TimestampStatement? Read(byte[] content, Rfc3161TimestampTokenInfo info)
    {
        var text = GenTimeText(content);
        if (Instant(text) is not { } instant) return null;
        return new TimestampStatement
        {
            GenTimeText = text,
            GenTime = instant,
            AccuracyMicroseconds = info.AccuracyInMicroseconds,
            PolicyOid = info.PolicyId.Value ?? "",
            SerialNumber = Convert.ToHexStringLower(info.GetSerialNumber().Span),
            HashAlgorithm = TimestampHashes.Named(info.HashAlgorithmId.Value)?.Name ?? info.HashAlgorithmId.Value ?? "",
            Imprint = Convert.ToHexStringLower(info.GetMessageHash().Span),
            Nonce = info.GetNonce() is { } nonce ? Convert.ToHexStringLower(nonce.Span) : null
        };
    }

    private static string GenTimeText(byte[] content)
    {
        var fields = new AsnReader(content, AsnEncodingRules.BER).ReadSequence();
        for (var skipped = 0; skipped < 4; skipped++) fields.ReadEncodedValue(); // version, policy, messageImprint, serialNumber
        var encoded = fields.ReadEncodedValue().Span;
        AsnDecoder.ReadEncodedValue(encoded, AsnEncodingRules.BER, out var offset, out var length, out _);
        return Encoding.ASCII.GetString(encoded.Slice(offset, length));
    }

    /// <summary>"yyyyMMddHHmmss[.s…]Z" (RFC 3161, 2.4.2, 2001); null for another shape.</summary>
    private static DateTimeOffset? Instant(string text)
    {
        if (text.Length < 15 || text[^1] != 'Z') return null;
        if (!DateTime.TryParseExact(text[..14], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var seconds)) return null;
        var fraction = text[14..^1];
        if (fraction.Length > 0 && (fraction.Length < 2 || fraction[0] != '.' || fraction.AsSpan(1).ContainsAnyExceptInRange('0', '9'))) return null;
        var ticks = fraction.Length == 0 ? 0 : long.Parse(fraction[1..].PadRight(7, '0')[..7], CultureInfo.InvariantCulture);
        return new DateTimeOffset(seconds.AddTicks(ticks), TimeSpan.Zero);
    }
}
