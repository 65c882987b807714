using System.Globalization;
using MimeKit.Cryptography;

namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>The tags of a DKIM-Signature (RFC 6376, 3.5, 2011).</summary>
internal sealed record DkimParts
{
    private static readonly string[] Required = ["d", "s", "a", "h", "bh", "b"];

    public required string Domain { get; init; }

    public required string Selector { get; init; }

    public required string Algorithm { get; init; }

    public required string[] Fields { get; init; }

    public required string BodyHash { get; init; }

    public required string Signature { get; init; }

    public required string Canonicalization { get; init; }

    public int? Length { get; init; }

    public long? Expires { get; init; }

    public DkimSignatureAlgorithm? Kind => Algorithm switch
    {
        "rsa-sha256" => DkimSignatureAlgorithm.RsaSha256,
        "ed25519-sha256" => DkimSignatureAlgorithm.Ed25519Sha256,
        _ => null
    };

    public DkimCanonicalizationAlgorithm Header => Relaxed(Canonicalization.Split('/')[0]);

    public DkimCanonicalizationAlgorithm Body => Relaxed(Canonicalization.Split('/') is [_, var body] ? body : "simple");

    /// <summary>The parts, or null where a required one is missing or malformed.</summary>
    public static DkimParts? Read(string text)
    {
        if (MailTags.Read(text) is not { } tags || tags.GetValueOrDefault("v") != "1") return null;
        if (!Required.All(name => tags.GetValueOrDefault(name) is { Length: > 0 })) return null;
        var canonicalization = tags.GetValueOrDefault("c", "simple/simple").ToLowerInvariant();
        if (canonicalization.Split('/') is not { Length: <= 2 } names || names.Any(name => name is not ("simple" or "relaxed"))) return null;
        if (!Number(tags, "l", out var length) || !Number(tags, "x", out var expires) || length > int.MaxValue) return null;
        var fields = tags["h"].Split(':');
        if (!fields.Contains("from", StringComparer.OrdinalIgnoreCase) || !AgentWithin(tags)) return null;
        return new DkimParts
        {
            Domain = tags["d"],
            Selector = tags["s"],
            Algorithm = tags["a"].ToLowerInvariant(),
            Fields = fields,
            BodyHash = tags["bh"],
            Signature = tags["b"],
            Canonicalization = canonicalization,
            Length = (int?)length,
            Expires = expires
        };
    }

    private static bool AgentWithin(Dictionary<string, string> tags)
    {
        if (tags.GetValueOrDefault("i") is not { } agent) return true;
        var domain = agent[(agent.LastIndexOf('@') + 1)..];
        return agent.Contains('@', StringComparison.Ordinal)
            && (domain.Equals(tags["d"], StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + tags["d"], StringComparison.OrdinalIgnoreCase));
    }

    private static bool Number(Dictionary<string, string> tags, string name, out long? number)
    {
        number = null;
        if (tags.GetValueOrDefault(name) is not { } text) return true;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read)) return false;
        number = read;
        return true;
    }

    private static DkimCanonicalizationAlgorithm Relaxed(string name) =>
        name == "relaxed" ? DkimCanonicalizationAlgorithm.Relaxed : DkimCanonicalizationAlgorithm.Simple;
}
