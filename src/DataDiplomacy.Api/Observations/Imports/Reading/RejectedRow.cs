using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>A row that was not read, with its first error and as much of its key as can be trusted.</summary>
public sealed record RejectedRow
{
    /// <summary>The longest <see cref="Raw"/>, in characters.</summary>
    public const int MaxRawLength = 2_000;

    /// <summary>The line of the file the row starts on, from 1.</summary>
    public required long Line { get; init; }

    /// <summary>The column at fault as the file names it; null when the whole row is.</summary>
    public string? Column { get; init; }

    /// <summary>The kind of error, for example period.invalid.</summary>
    public required string Code { get; init; }

    /// <summary>Which value was wrong and what would be right.</summary>
    public required string Detail { get; init; }

    /// <summary>The text of the row, at most <see cref="MaxRawLength"/> characters.</summary>
    public required string Raw { get; init; }

    /// <summary>The series; null when it cannot be read for certain. The same holds for the other parts of the key.</summary>
    public string? Series { get; init; }

    public string? Area { get; init; }

    public TimePeriod? Period { get; init; }

    public string? Dimensions { get; init; }
}
