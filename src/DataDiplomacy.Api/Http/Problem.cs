namespace DataDiplomacy.Api.Http;

/// <summary>A kind of refusal: its slug is the last part of the <c>type</c> of RFC 9457, section 3.1.1 (2023).</summary>
/// <param name="Slug">Stable name, by which programs recognise it.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What it is, the same each time.</param>
/// <param name="Remedy">What the caller can do, for schema/problems.md.</param>
public sealed record Problem(string Slug, int Status, string Title, string Remedy);
