using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>What a picture of a trend shows.</summary>
public sealed record TrendPictureInput
{
    /// <summary>Title, such as the name of the series; long ones are wrapped and then shortened.</summary>
    public required string Title { get; init; }

    /// <summary>Second line, such as the name of the area; may be empty.</summary>
    public required string Subtitle { get; init; }

    /// <summary>Unit of the values, printed above the vertical axis.</summary>
    public required string UnitLabel { get; init; }

    /// <summary>Source of the data, printed at the bottom.</summary>
    public required string Source { get; init; }

    /// <summary>Date or instant of the state of knowledge, printed as <c>As known on …</c>.</summary>
    public required string AsOf { get; init; }

    /// <summary>The observations in any order; a missing value leaves a gap.</summary>
    public required IReadOnlyList<TrendPicturePoint> Points { get; init; }

    /// <summary>The assessment of the same observations.</summary>
    public required TrendResult Trend { get; init; }
}
