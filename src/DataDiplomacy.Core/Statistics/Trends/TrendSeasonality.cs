using DataDiplomacy.Core.Statistics.Seasons;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>How strong trend and season are, by STL. The strengths are null where <see cref="Defined"/> is false.</summary>
public sealed record TrendSeasonality
{
    /// <summary>Whether the series could be parted.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why it could not: <c>not_seasonal</c>, <c>gaps</c>, <c>insufficient_data</c> (no more than two years) or that of the trend; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Seasons in a year: 2, 4 or 12; null where the periods have none.</summary>
    public int? Period { get; init; }

    /// <summary>Strength of the trend F_T, 0 to 1; null where nothing but season varies.</summary>
    public double? StrengthTrend { get; init; }

    /// <summary>Strength of the season F_S, 0 to 1; null where nothing but trend varies.</summary>
    public double? StrengthSeason { get; init; }

    /// <summary>Median slope within the seasons, per year, of the seasonal test; null where that was not made.</summary>
    public double? SeasonalSlope { get; init; }

    /// <summary>The values without their season; null where it cannot be taken out.</summary>
    internal double[]? Adjusted { get; init; }

    internal static TrendSeasonality None(string reason) => new() { Defined = false, Reason = reason };

    internal static TrendSeasonality Of(TrendSeries series)
    {
        if (series.Calendar.Seasons is not { } period) return None(TrendTest.NotSeasonal);
        var filled = series.Calendar.Filled(series.Values);
        if (filled.Length > Stl.MaxPoints) return None(TrendResult.TooManyPoints) with { Period = period };
        var stl = Stl.Decompose(filled, new StlSettings { Period = period });
        if (stl is not { Defined: true, Seasonal: { } season })
            return None(stl.Reason ?? TrendResult.InsufficientData) with { Period = period };
        double[] adjusted = [.. series.Values.Zip(season, (value, part) => value - part)];
        if (!adjusted.All(double.IsFinite)) return None(TrendResult.OutOfRange) with { Period = period };
        return new TrendSeasonality
        {
            Defined = true,
            Period = period,
            StrengthTrend = stl.StrengthTrend,
            StrengthSeason = stl.StrengthSeason,
            Adjusted = adjusted
        };
    }
}
