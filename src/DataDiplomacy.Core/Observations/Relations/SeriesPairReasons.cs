using DataDiplomacy.Core.Statistics;

namespace DataDiplomacy.Core.Observations.Relations;

/// <summary>Why two series are not correlated.</summary>
public static class SeriesPairReasons
{
    /// <summary>Both levels trend or depend on their past.</summary>
    public const string BothTrending = "both_trending";

    /// <summary>Too few levels to tell whether they trend.</summary>
    public const string TooFewLevels = "too_few_levels";

    /// <summary>Too few periods in which both have what is correlated.</summary>
    public const string InsufficientData = StatisticalAnswers.InsufficientData;

    /// <summary>One of the two does not vary in the periods that they share.</summary>
    public const string Constant = StatisticalAnswers.Constant;

    /// <summary>A period is missing where none may be.</summary>
    public const string Gaps = StatisticalAnswers.Gaps;

    /// <summary>A figure passes the range of numbers.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>The periods of the two have not the same length.</summary>
    public const string DifferentPeriods = "different_periods";

    /// <summary>The values of one series are in different units.</summary>
    public const string MixedUnits = "mixed_units";
}
