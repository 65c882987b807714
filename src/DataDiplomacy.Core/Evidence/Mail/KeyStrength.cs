namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>What a signing key is worth (RFC 8301, 3.2, 2018; RFC 8463, 2018).</summary>
public enum KeyStrength
{
    /// <summary>No key was found.</summary>
    Unknown,

    /// <summary>RSA below 1,024 bits: the signature counts for nothing.</summary>
    Refused,

    /// <summary>RSA from 1,024 to 2,047 bits: allowed, and within reach of a well-equipped forger.</summary>
    Weak,

    /// <summary>RSA of 2,048 bits and more, or Ed25519.</summary>
    Strong
}
