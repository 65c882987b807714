using System.Formats.Asn1;
using System.Numerics;

namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>An authority's answer taken apart: a full TimeStampResp, or the bare token that some archives keep (RFC 3161, 2.4.2, 2001).</summary>
/// <param name="Status">PKIStatus; null for a bare token.</param>
/// <param name="FailBit">The first bit of PKIFailureInfo that is set; null where there is none.</param>
/// <param name="Token">DER of the TimeStampToken; null where the answer has none.</param>
public sealed record TimestampAnswer(int? Status, int? FailBit, byte[]? Token)
{
    /// <summary>Takes the answer apart; null where the bytes are neither of the two, or something follows them.</summary>
    public static TimestampAnswer? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var outer = new AsnReader(bytes.ToArray(), AsnEncodingRules.BER);
            var content = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            if (content.PeekTag() == Asn1Tag.ObjectIdentifier) return new TimestampAnswer(null, null, bytes.ToArray());
            return ReadResponse(content);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>Whether the authority granted the stamp, with or without changes; a bare token says nothing of it and counts as granted.</summary>
    public bool Granted => Status is null or 0 or 1;

    /// <summary>The name of the failure in PKIFailureInfo, such as "badAlg"; null where there is none.</summary>
    public string? Failure => FailBit switch
    {
        null => null,
        0 => "badAlg",
        2 => "badRequest",
        5 => "badDataFormat",
        14 => "timeNotAvailable",
        15 => "unacceptedPolicy",
        16 => "unacceptedExtension",
        17 => "addInfoNotAvailable",
        25 => "systemFailure",
        { } bit => $"bit {bit}"
    };

    private static TimestampAnswer? ReadResponse(AsnReader content)
    {
        var info = content.ReadSequence();
        var status = info.ReadInteger();
        if (status < BigInteger.Zero || status > 5) return null;
        if (info.HasData && info.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence)) info.ReadEncodedValue();
        var failBit = info.HasData ? FirstBit(info.ReadBitString(out _)) : null;
        info.ThrowIfNotEmpty();
        var token = content.HasData ? content.ReadEncodedValue().ToArray() : null;
        content.ThrowIfNotEmpty();
        return new TimestampAnswer((int)status, failBit, token);
    }

    private static int? FirstBit(byte[] bits)
    {
        for (var bit = 0; bit < bits.Length * 8; bit++)
        {
            if ((bits[bit / 8] & (0x80 >> (bit % 8))) != 0) return bit;
        }
        return null;
    }
}
