namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>State of a chain of ARC sets (RFC 8617, 4.4, 2019).</summary>
public enum ArcChain
{
    /// <summary>The message has no ARC set.</summary>
    None,

    /// <summary>The newest message signature and every seal hold.</summary>
    Pass,

    /// <summary>One of them does not hold, or a set is malformed or missing.</summary>
    Fail
}
