namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>A column, or a constant for all rows; the other one is null.</summary>
public sealed record MappedField
{
    public string? Column { get; init; }

    public string? Constant { get; init; }
}
