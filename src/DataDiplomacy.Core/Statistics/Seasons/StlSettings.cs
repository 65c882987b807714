namespace DataDiplomacy.Core.Statistics.Seasons;

/// <summary>How STL smooths. Windows are odd numbers of values; null takes the default.</summary>
public sealed record StlSettings
{
    /// <summary>Number of seasons in a cycle, at least 2.</summary>
    public required int Period { get; init; }

    /// <summary>Whether the season is the same in each cycle; <see cref="SWindow"/> and <see cref="SDegree"/> are not used then.</summary>
    public bool Periodic { get; init; } = true;

    /// <summary>Window over the cycles of a season, at least 3; null is 7.</summary>
    public int? SWindow { get; init; }

    /// <summary>Degree of the smoothing of a season over the cycles, 0 or 1.</summary>
    public int SDegree { get; init; }

    /// <summary>Window of the trend, at least 3; null is the smallest odd number of at least 1.5 period/(1 - 1.5/s_window).</summary>
    public int? TWindow { get; init; }

    /// <summary>Window of the low-pass filter, at least 3; null is the smallest odd number of at least the period.</summary>
    public int? LWindow { get; init; }

    /// <summary>Passes within each round, 1 to 3; null is 2, or 1 where <see cref="Robust"/>.</summary>
    public int? Inner { get; init; }

    /// <summary>Rounds of robustness weights, 0 to 15; null is 0, or 15 where <see cref="Robust"/>.</summary>
    public int? Outer { get; init; }

    /// <summary>Whether outliers are to be given less weight; decides the defaults of <see cref="Inner"/> and <see cref="Outer"/>.</summary>
    public bool Robust { get; init; }

    internal int InnerPasses => Inner ?? (Robust ? 1 : 2);

    internal int OuterRounds => Outer ?? (Robust ? 15 : 0);

    internal Loess Seasonal(int n) => Periodic ? new Loess(10 * n + 1, 0) : new Loess(SWindow ?? 7, SDegree);

    internal Loess Trend(int n) => new(TWindow ?? Odd((int)Math.Ceiling(1.5 * Period / (1 - 1.5 / (Periodic ? 10 * n + 1 : SWindow ?? 7)))), 1);

    internal Loess LowPass => new(LWindow ?? Math.Max(3, Odd(Period)), 1);

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Period, 2);
        CheckWindow(SWindow, nameof(SWindow));
        CheckWindow(TWindow, nameof(TWindow));
        CheckWindow(LWindow, nameof(LWindow));
        if (SDegree is < 0 or > 1) throw new ArgumentException($"The degree is {SDegree}; 0 or 1 is needed.");
        if (Inner is < 1 or > Stl.MaxInner) throw new ArgumentException($"{Inner} inner passes; 1 to {Stl.MaxInner} are needed.");
        if (Outer is < 0 or > Stl.MaxOuter) throw new ArgumentException($"{Outer} outer rounds; 0 to {Stl.MaxOuter} are needed.");
    }

    private static void CheckWindow(int? window, string name)
    {
        if (window is { } length && (length < 3 || length % 2 == 0))
            throw new ArgumentException($"{name} is {length}; an odd number of at least 3 is needed.");
    }

    private static int Odd(int length) => length % 2 == 0 ? length + 1 : length;
}
