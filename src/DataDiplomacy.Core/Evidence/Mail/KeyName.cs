namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>A key that a signature of a message names, and when the signature was made.</summary>
/// <param name="Domain">The signing domain (d=), lower case.</param>
/// <param name="Selector">The selector (s=), lower case.</param>
/// <param name="Header">The header field that names it: DKIM-Signature, ARC-Message-Signature or ARC-Seal.</param>
/// <param name="SignedAt">When, UTC: the signature's own time (t=), or else the Date of the message; null where neither can be read. The signer's claim.</param>
public sealed record KeyName(string Domain, string Selector, string Header, DateTime? SignedAt);
