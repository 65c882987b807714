namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>What the flexible Farrington method is set to.</summary>
public sealed record FarringtonFlexibleSettings
{
    /// <summary>Points a year, 2 to 366.</summary>
    public int Freq { get; init; } = 52;

    /// <summary>Years back, 1 to 10; with fewer than 3 no trend is kept.</summary>
    public int B { get; init; } = 5;

    /// <summary>Half the width of the window in each year, 0 or more; the window is no longer than the year.</summary>
    public int W { get; init; } = 3;

    /// <summary>Number of seasons, the window being one; 1 uses the windows alone. At most freq - 2w.</summary>
    public int NoPeriods { get; init; } = 10;

    /// <summary>Number of points just before the point that are left out, lest an outbreak hides itself; 0 or more. The points within w are always left out.</summary>
    public int PastExcluded { get; init; } = 26;

    /// <summary>One-sided level, between 0 and 1.</summary>
    public double Alpha { get; init; } = 0.01;

    /// <summary>Residuals above this count as earlier outbreaks, above 0.</summary>
    public double WeightsThreshold { get; init; } = 2.58;

    /// <summary>The trend is kept where its p is below this, 0 to 1; 1 keeps it always, 0 never.</summary>
    public double PThresholdTrend { get; init; } = 1;
}
