namespace DataDiplomacy.Core.Observations;

/// <summary>The key of one time series: series, area and the other dimensions (SDMX: series key).</summary>
public sealed record SeriesKey
{
    /// <summary>Surrogate key.</summary>
    public int Id { get; init; }

    /// <summary>The series.</summary>
    public required int SeriesId { get; init; }

    /// <summary>The area.</summary>
    public required int AreaId { get; init; }

    /// <summary>SHA-256 over data set, series, area and dimensions, first 16 bytes, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The dimensions in canonical text, <c>AGE=ALLAGE|SEX=FEMALE</c>; empty without any.</summary>
    public required string Dimensions { get; init; }

    /// <summary>True when the observations of this key are the undisaggregated ones.</summary>
    public required bool Headline { get; init; }
}
