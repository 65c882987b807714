namespace DataDiplomacy.Api.Http;

/// <summary>Marks a route whose JSON answer has one of two shapes.</summary>
/// <param name="Type">The other shape.</param>
/// <param name="When">Which answer comes when.</param>
public sealed record OtherAnswer(Type Type, string When);
