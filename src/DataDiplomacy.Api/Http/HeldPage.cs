namespace DataDiplomacy.Api.Http;

/// <summary>What a caller asks of a page.</summary>
public sealed record HeldPage(int? Limit, string? Cursor, string? Count);
