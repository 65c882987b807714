namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>Why a time-stamp was accepted or refused. The first rule that fails is named, in the order of this list.</summary>
public enum TimestampReason
{
    /// <summary>Every rule holds.</summary>
    Verified,

    /// <summary>The bytes are neither a TimeStampResp nor a TimeStampToken (RFC 3161, 2.4.2, 2001).</summary>
    Malformed,

    /// <summary>The authority refused: PKIStatus is neither granted nor grantedWithMods (RFC 3161, 2.4.2, 2001).</summary>
    StatusRejected,

    /// <summary>The certificate that signed is neither in the token nor among the extra certificates.</summary>
    SignerMissing,

    /// <summary>The CMS signature does not verify (RFC 5652, 5.6, 2009).</summary>
    SignatureInvalid,

    /// <summary>A certificate of the chain was not valid at genTime.</summary>
    CertificateNotValidAtGenTime,

    /// <summary>The certificate is not for time-stamping alone, critically, or the token does not name it (RFC 3161, 2.3 and 2.4.2; RFC 5816, 2010).</summary>
    CertificateNotForTimestamping,

    /// <summary>The hash algorithm is not SHA-256, SHA-384 or SHA-512.</summary>
    HashAlgorithmRefused,

    /// <summary>The stamp is for other bytes.</summary>
    ImprintMismatch,

    /// <summary>The query that was given is no TimeStampReq.</summary>
    QueryMalformed,

    /// <summary>The query asked for another imprint than the token has.</summary>
    QueryImprintMismatch,

    /// <summary>The token does not repeat the nonce of the query (RFC 3161, 2.4.2, 2001).</summary>
    NonceMismatch,

    /// <summary>The token is under another policy than the query asked for (RFC 3161, 2.4.1, 2001).</summary>
    PolicyMismatch,

    /// <summary>A certificate between the signer and a pinned root is missing, or the chain leads elsewhere.</summary>
    PartialChain,

    /// <summary>The chain ends in a root that is not pinned.</summary>
    UntrustedRoot,

    /// <summary>The chain breaks another rule of RFC 5280 (2008).</summary>
    ChainInvalid
}
