using System.Globalization;
using MimeKit;

namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>Reads which keys are needed to check a message, so that they can be sought in an archive.</summary>
public static class KeyNames
{
    /// <summary>The keys that the signatures of a message name, from the top; empty where there are none; null where the bytes are no message.</summary>
    /// <param name="message">The message as it was received, octet by octet.</param>
    public static IReadOnlyList<KeyName>? Read(byte[] message)
    {
        try
        {
            using var bytes = new MemoryStream(message, writable: false);
            using var parsed = MimeMessage.Load(bytes);
            var date = parsed.Headers.Contains(HeaderId.Date) && parsed.Date != DateTimeOffset.MinValue ? parsed.Date.UtcDateTime : (DateTime?)null;
            return [.. parsed.Headers.Select(header => Name(header, date)).OfType<KeyName>()];
        }
        catch (Exception fault) when (MailFaults.OfInput(fault))
        {
            return null;
        }
    }

    private static KeyName? Name(Header header, DateTime? date)
    {
        var field = header.Id switch
        {
            HeaderId.DkimSignature => "DKIM-Signature",
            HeaderId.ArcMessageSignature => "ARC-Message-Signature",
            HeaderId.ArcSeal => "ARC-Seal",
            _ => null
        };
        if (field is null || MailTags.Read(header.Value) is not { } tags) return null;
        if (tags.GetValueOrDefault("d") is not { } domain || tags.GetValueOrDefault("s") is not { } selector || !IsName(domain) || !IsName(selector)) return null;
        return new KeyName(domain.ToLowerInvariant(), selector.ToLowerInvariant(), field, Time(tags) ?? date);
    }

    /// <summary>Labels of the DNS (RFC 6376, 3.5: sub-domains): nothing else can be sought in an archive.</summary>
    private static bool IsName(string text) => text.Length is > 0 and <= 253 && text.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '.' or '_');

    private static DateTime? Time(Dictionary<string, string> tags) =>
        long.TryParse(tags.GetValueOrDefault("t"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : null;
}
