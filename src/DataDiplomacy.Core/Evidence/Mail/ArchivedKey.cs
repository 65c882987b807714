namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>A signing key as it stood in the DNS, kept because domains withdraw their old keys (RFC 6376, 3.6.2, 2011).</summary>
/// <param name="Name">"selector._domainkey.domain".</param>
/// <param name="Record">The text of the TXT record.</param>
/// <param name="Validity">Where the key comes from and for which time it is known, in words.</param>
public sealed record ArchivedKey(string Name, string Record, string Validity);
