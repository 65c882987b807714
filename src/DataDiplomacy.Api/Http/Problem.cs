namespace DataDiplomacy.Api.Http;

/// <summary>One kind of failure a caller can meet, with the name it has in every door.</summary>
public sealed record Problem(string Slug, string Title, int Status);
