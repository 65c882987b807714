namespace DataDiplomacy.Core.Observations;

/// <summary>Attributes that many observations share: kept once, found by their hash.</summary>
public sealed record AttributeSet
{
    /// <summary>Surrogate key.</summary>
    public int Id { get; init; }

    /// <summary>SHA-256 over the attributes, first 16 bytes, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Nature of the data point: C country, CA adjusted, E estimated, G global monitoring, M modelled, N non-relevant.</summary>
    public string? Nature { get; init; }

    /// <summary>Observation status, SDMX CL_OBS_STATUS.</summary>
    public string? Status { get; init; }

    /// <summary>Unit code as published.</summary>
    public string? Unit { get; init; }

    /// <summary>Unit multiplier as published.</summary>
    public string? UnitMultiplier { get; init; }

    /// <summary>Source as published.</summary>
    public string? Source { get; init; }

    /// <summary>Footnote as published.</summary>
    public string? Footnote { get; init; }

    /// <summary>Time detail as published.</summary>
    public string? TimeDetail { get; init; }

    /// <summary>Time coverage as published.</summary>
    public string? TimeCoverage { get; init; }

    /// <summary>Base period as published.</summary>
    public string? BasePeriod { get; init; }

    /// <summary>Address of geographical information as published.</summary>
    public string? GeoInfoUrl { get; init; }

    /// <summary>Unit in words as published; null when the file does not say.</summary>
    public string? UnitLabel { get; init; }
}
