namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The first error of a row.</summary>
internal readonly record struct RowError(string? Column, string Code, string Detail);
