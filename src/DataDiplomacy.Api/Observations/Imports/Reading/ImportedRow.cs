using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>One observation as an import file states it. Repeated texts are shared between rows.</summary>
public sealed class ImportedRow
{
    /// <summary>The line of the file the row starts on, from 1.</summary>
    public required long Line { get; init; }

    public required string Series { get; init; }

    public string? SeriesTitle { get; init; }

    /// <summary>The indicators the series serves; empty when the file names none.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>M49 digits without leading zeros; in formats of our own also ISO 3166 letters or another code.</summary>
    public required string Area { get; init; }

    public string? AreaName { get; init; }

    public required TimePeriod Period { get; init; }

    public required PublishedValue Value { get; init; }

    /// <summary>The dimensions as <see cref="SeriesKeyText"/> writes them.</summary>
    public required string Dimensions { get; init; }

    public required ObservationAttributes Attributes { get; init; }

    /// <summary>The bound published in a column of its own; a bound that is the value itself (&gt;95) is in <see cref="Value"/>.</summary>
    public double? LowerBound { get; init; }

    /// <summary>The bound published in a column of its own; a bound that is the value itself (&lt;2.5) is in <see cref="Value"/>.</summary>
    public double? UpperBound { get; init; }

    /// <summary>Whether a text holds the character NUL, which PostgreSQL cannot store.</summary>
    public bool HasNul => Attributes.HasNul || Has(Dimensions) || Has(SeriesTitle) || Has(AreaName) || Indicators.Any(Has);

    private static bool Has(string? text) => text is not null && text.Contains('\0', StringComparison.Ordinal);
}
