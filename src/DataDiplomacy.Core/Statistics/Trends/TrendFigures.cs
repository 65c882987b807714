namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>
/// The figures of one of many trends, without words: what <see cref="Trend.Assess"/> gives with the verdict, the method and the
/// warnings left out, so that a million of them fit into memory.
/// </summary>
public readonly record struct TrendFigures
{
    /// <summary>Why the trend could not be tested, as in <see cref="TrendResult.Reason"/>; null where it was.</summary>
    public string? Reason { get; init; }

    /// <summary>Theil-Sen slope per unit of time; null where it is not known.</summary>
    public double? Slope { get; init; }

    /// <summary>Lower end of the interval of the slope; null as the slope.</summary>
    public double? SlopeLow { get; init; }

    /// <summary>Upper end of the interval of the slope; null as the slope.</summary>
    public double? SlopeHigh { get; init; }

    /// <summary>Two-sided p, 0 to 1: exact without ties and below 50 values, else normal; null where not tested.</summary>
    public double? P { get; init; }

    /// <summary>Number of values used.</summary>
    public int N { get; init; }

    /// <summary>Kendall's S: pairs that rise minus pairs that fall; 0 where not tested.</summary>
    public int S { get; init; }

    /// <summary>Whether <see cref="P"/> is exact.</summary>
    public bool PIsExact { get; init; }

    /// <summary>Direction at level 0.05, decided by the given q.</summary>
    /// <param name="q">p adjusted over the family; null where not tested.</param>
    public TrendDirection DirectionBy(double? q)
    {
        if (q is not { } probability) return TrendDirection.NotAssessable;
        if (probability >= Trend.SignificanceLevel) return TrendDirection.NotDistinguishable;
        return S > 0 ? TrendDirection.Increasing : TrendDirection.Decreasing;
    }
}
