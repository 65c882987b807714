namespace DataDiplomacy.Api.Http;

/// <summary>Says that a route takes a body of this media type too, which is something else than its first one.</summary>
/// <param name="MediaType">The media type, which the route must also accept.</param>
/// <param name="Type">What the body is; a stream for the bytes of a file.</param>
public sealed record OtherBody(string MediaType, Type Type);
