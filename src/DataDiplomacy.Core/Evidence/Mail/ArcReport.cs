namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>What a chain of ARC sets gave (RFC 8617, 5.2, 2019). A chain tells who handled a message, not that its content is true.</summary>
/// <param name="Chain">State of the chain.</param>
/// <param name="Problem">What the chain fails on, in words; null where it does not.</param>
public sealed record ArcReport(ArcChain Chain, string? Problem);
