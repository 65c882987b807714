namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>One of the tests of a trend, made or not.</summary>
public sealed record TrendTest
{
    /// <summary>Mann-Kendall for independent values.</summary>
    public const string MannKendall = "mann_kendall";

    /// <summary>Mann-Kendall with the variance of Hamed and Rao (1998).</summary>
    public const string HamedRao = "hamed_rao";

    /// <summary>Mann-Kendall with the variance of Yue and Wang (2004) for a first-order autoregression.</summary>
    public const string YueWangAr1 = "yue_wang_ar1";

    /// <summary>Student's t of the mean of the differences: whether a random walk drifts.</summary>
    public const string RandomWalkDrift = "random_walk_drift";

    /// <summary>Mann-Kendall within seasons, summed over them (Hirsch, Slack and Smith 1982).</summary>
    public const string SeasonalMannKendall = "seasonal_mann_kendall";

    /// <summary>Reason when the series has gaps or is unevenly spaced.</summary>
    public const string Gaps = "gaps";

    /// <summary>Reason when the periods have no seasons within the year: years, weeks, days, or uneven times.</summary>
    public const string NotSeasonal = "not_seasonal";

    /// <summary>Reason when the season cannot be taken out, so that it would pass for autocorrelation.</summary>
    public const string Seasonal = "seasonal";

    /// <summary>Reason when neighbours are not correlated, so that a random walk is out of the question.</summary>
    public const string NotCorrelated = "not_correlated";

    /// <summary>Reason when the test of Dickey and Fuller excludes a random walk.</summary>
    public const string UnitRootExcluded = "unit_root_excluded";

    /// <summary>Which test: <c>mann_kendall</c>, <c>hamed_rao</c>, <c>yue_wang_ar1</c>, <c>random_walk_drift</c> or <c>seasonal_mann_kendall</c>.</summary>
    public required string Test { get; init; }

    /// <summary>Whether it was made.</summary>
    public required bool Applied { get; init; }

    /// <summary>Why it was not; null where it was.</summary>
    public string? Reason { get; init; }

    /// <summary>Two-sided p, 0 to 1; null where not made.</summary>
    public double? P { get; init; }

    /// <summary>Standardised S with continuity correction (z), or Student's t of the drift; null where not made.</summary>
    public double? Statistic { get; init; }

    /// <summary>How many times larger the variance of S is taken than for independent values, at least 1; null where this does not apply.</summary>
    public double? VarianceFactor { get; init; }

    /// <summary>Name in a sentence.</summary>
    internal string Title => TitleOf(Test);

    internal static IReadOnlyList<TrendTest> NoneMade(string reason) =>
        [.. new[] { MannKendall, HamedRao, YueWangAr1, RandomWalkDrift, SeasonalMannKendall }.Select(test => NotMade(test, reason))];

    internal static TrendTest NotMade(string test, string reason) => new() { Test = test, Applied = false, Reason = reason };

    internal static string TitleOf(string test) => test switch
    {
        HamedRao => "Hamed-Rao",
        YueWangAr1 => "Yue-Wang AR(1)",
        RandomWalkDrift => "drift of a random walk",
        SeasonalMannKendall => "seasonal Mann-Kendall",
        _ => "Mann-Kendall"
    };
}
