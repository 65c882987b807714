using DataDiplomacy.Core.Statistics.Forecasts;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>What a picture of a forecast shows.</summary>
public sealed record ForecastPictureInput
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

    /// <summary>The steps ahead with their times; without values.</summary>
    public required IReadOnlyList<TrendPicturePoint> Ahead { get; init; }

    /// <summary>The forecast; where it is undefined the observations are drawn alone.</summary>
    public required ForecastBundleResult Forecast { get; init; }

    /// <summary>Words at the line of the target, such as <c>target: at least 75 by 2030</c>; null without one.</summary>
    public string? TargetLabel { get; init; }

    /// <summary>What can be concluded, printed below.</summary>
    public required string Verdict { get; init; }

    /// <summary>What must be known, printed below.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
