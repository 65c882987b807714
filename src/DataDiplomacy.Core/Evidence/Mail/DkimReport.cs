namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>One DKIM signature, each finding for itself (RFC 6376, 6, 2011).</summary>
public sealed record DkimReport
{
    /// <summary>Signing domain (d=); null where it could not be read.</summary>
    public string? Domain { get; init; }

    /// <summary>Selector of the key (s=).</summary>
    public string? Selector { get; init; }

    /// <summary>Algorithm (a=), such as "rsa-sha256".</summary>
    public string? Algorithm { get; init; }

    /// <summary>Whether the body is the one that was signed; null where it could not be computed.</summary>
    public bool? BodyHashValid { get; init; }

    /// <summary>Whether the signed header fields, which include the hash of the body, are the ones that were signed; null without a key.</summary>
    public bool? SignatureValid { get; init; }

    /// <summary>How the signing domain relates to the author's.</summary>
    public FromAlignment Alignment { get; init; }

    /// <summary>What is known of the key; null where it is not in the archive.</summary>
    public string? KeyValidity { get; init; }

    /// <summary>What the key is worth.</summary>
    public KeyStrength Strength { get; init; }

    /// <summary>Length of the key in bits; null without a key.</summary>
    public int? KeyBits { get; init; }

    /// <summary>Whether the record says that the domain is testing DKIM (t=y).</summary>
    public bool Testing { get; init; }

    /// <summary>How many octets of the body are signed (l=); null for all.</summary>
    public int? SignedLength { get; init; }

    /// <summary>Whether the body goes on after what is signed: appended content is not vouched for.</summary>
    public bool AppendedUnsigned { get; init; }

    /// <summary>When the signer says the signature ends (x=), in seconds since 1970; information, since the message was received before.</summary>
    public long? ExpiresUnixSeconds { get; init; }

    /// <summary>Why it was not checked further; null where it was.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether body and header hold under a key that counts. Says that the domain signed, not that the content is true or who wrote it.</summary>
    public bool Passed => BodyHashValid == true && SignatureValid == true && Strength is (KeyStrength.Weak or KeyStrength.Strong) && Problem is null;
}
