namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>What the classic Farrington method is set to.</summary>
public sealed record FarringtonSettings
{
    /// <summary>Points a year, 2 to 366.</summary>
    public int Freq { get; init; } = 52;

    /// <summary>Years back, 1 to 10; with fewer than 3 no trend is kept.</summary>
    public int B { get; init; } = 5;

    /// <summary>Half the width of the window in each year, 0 or more; the window is no longer than the year.</summary>
    public int W { get; init; } = 3;

    /// <summary>Whether earlier outbreaks are weighted down.</summary>
    public bool Reweight { get; init; } = true;

    /// <summary>Whether a significant trend is kept.</summary>
    public bool Trend { get; init; } = true;

    /// <summary>Two-sided level: half of it lies above the limit. Between 0 and 1.</summary>
    public double Alpha { get; init; } = 0.01;
}
