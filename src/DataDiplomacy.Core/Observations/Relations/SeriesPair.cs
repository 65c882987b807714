using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Relations;

namespace DataDiplomacy.Core.Observations.Relations;

/// <summary>
/// Correlates two series so that a common trend does not pass for a relation: their changes, or what their past does not explain; levels
/// only where not both trend. What is left of autocorrelation lowers the number of pairs that count (<see cref="EffectiveSize"/>).
/// </summary>
/// <remarks>
/// Yule, G. U. (1926), Why do we sometimes get nonsense-correlations between time-series?, JRSS 89:1-63; Granger, C. W. J. and Newbold, P. (1974),
/// Spurious regressions in econometrics, Journal of Econometrics 2:111-120.
/// </remarks>
public static class SeriesPair
{
    /// <summary>Version of the assessment.</summary>
    public const string Version = "1.0";

    /// <summary>Level at which a relation is stated, and at which a series is taken to trend.</summary>
    public const double SignificanceLevel = 0.05;

    /// <summary>Fewer pairs are not correlated: they would have no interval.</summary>
    public const int MinPairs = 4;

    /// <summary>Of fewer levels a test can hardly tell whether they trend: with four, not even a straight rise has p below 0.05.</summary>
    public const int MinLevels = 8;

    /// <summary>Largest lag that a caller should accept.</summary>
    public const int MaxLag = 20;

    /// <summary>The warning of levels that were correlated although both trend.</summary>
    public const string BothTrendingWarning =
        "Both series trend or depend on their past: levels of unrelated series correlate then, and neither r nor p can be believed. Correlate their changes or pre-whitened values.";

    /// <summary>What is done with all pairs, in words.</summary>
    public static string MethodOf(SeriesPairSettings settings) => SeriesPairWords.Method(settings);

    /// <summary>Correlates two series.</summary>
    /// <param name="x">The first series; the filter of <see cref="SeriesPairMode.Prewhitened"/> is fitted to it.</param>
    /// <param name="y">The second series.</param>
    /// <param name="controls">Series held fixed in the partial correlation; there may be none.</param>
    /// <param name="settings">How they are correlated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence or the largest lag is out of range.</exception>
    public static SeriesPairResult Assess(SeriesValues x, SeriesValues y, IReadOnlyList<SeriesValues> controls, SeriesPairSettings settings)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(controls);
        ArgumentNullException.ThrowIfNull(settings);
        CoefficientInference.RequireConfidence(settings.Confidence);
        if (settings.MaxLag is < 0 or > MaxLag)
            throw new ArgumentOutOfRangeException(nameof(settings), settings.MaxLag, FormattableString.Invariant($"The largest lag lies between 0 and {MaxLag}."));
        return Worded(Measured(Blank(x, y, settings), x, y, controls, settings));
    }

    /// <summary>
    /// Adjusts the p of all pairs together (Benjamini-Hochberg); a pair that was looked at in several lags brings its Bonferroni p.
    /// The verdicts follow q from then on. Pairs without p do not count.
    /// </summary>
    /// <param name="pairs">All pairs that were looked at, not only those that will be shown.</param>
    public static IReadOnlyList<SeriesPairResult> WithFamily(IReadOnlyList<SeriesPairResult> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var q = MultipleTesting.Adjust([.. pairs.Select(pair => pair.P)]).Bh;
        var partial = MultipleTesting.Adjust([.. pairs.Select(pair => pair.Partial?.P)]).Bh;
        var size = pairs.Sum(pair => pair.Tests);
        return
        [
            .. pairs.Select((pair, i) => Worded(pair with
            {
                Q = q[i],
                FamilySize = size,
                Partial = pair.Partial is null ? null : pair.Partial with { Q = partial[i] }
            }))
        ];
    }

    /// <summary>Whether values trend or depend on their past: Mann-Kendall at 0.05, or a lag-1 autocorrelation that white noise does not reach.</summary>
    internal static bool IsTrending(double[] values) =>
        MannKendallOf(values) < SignificanceLevel || Autocorrelation.First(values) > Autocorrelation.Bound(values.Length);

    /// <summary>Two-sided p of a correlation of so many independent pairs; with no degree of freedom left, the limit 1.</summary>
    internal static double P(double r, double size, int controls = 0) =>
        size - 2 - controls > 0 ? CoefficientInference.Student(r, size - 2 - controls).P : 1;

    private static double? MannKendallOf(double[] values)
    {
        var test = Statistics.Trends.MannKendall.Test([.. values.Select(value => (double?)value)]);
        return test.PExact ?? test.PTwoSided;
    }

    private static SeriesPairResult Blank(SeriesValues x, SeriesValues y, SeriesPairSettings settings) => new()
    {
        X = x.Name,
        Y = y.Name,
        Defined = false,
        Mode = settings.Mode,
        Confidence = settings.Confidence,
        Frequency = x.Frequency == y.Frequency ? x.Frequency : null,
        Verdict = "",
        Warnings = []
    };

    private static SeriesPairResult Measured(SeriesPairResult blank, SeriesValues x, SeriesValues y, IReadOnlyList<SeriesValues> controls, SeriesPairSettings settings)
    {
        if (ReasonBefore(x, y) is { } before) return blank with { Reason = before };
        var paired = PairedSteps.Of(x, y, settings.Mode);
        var (left, right) = paired.Pairs();
        var counted = blank with { N = left.Length, NDropped = x.Observed.Union(y.Observed).Count() - left.Length, WasDifferenced = paired.WasDifferenced };
        if (paired.Reason is { } reason) return counted with { Reason = reason };
        if (left.Length < MinPairs) return counted with { Reason = SeriesPairReasons.InsufficientData };
        if (!PairedSteps.Varies(left, paired.Levels.X) || !PairedSteps.Varies(right, paired.Levels.Y)) return counted with { Reason = SeriesPairReasons.Constant };

        counted = counted with { BothTrending = settings.Mode == SeriesPairMode.Levels && IsTrending(left) && IsTrending(right) };
        if (counted.BothTrending && !settings.Force) return counted with { Reason = SeriesPairReasons.BothTrending };
        if (settings is { Mode: SeriesPairMode.Levels, Force: false } && left.Length < MinLevels) return counted with { Reason = SeriesPairReasons.TooFewLevels };
        var tested = Tested(counted, left, right, settings);
        return !tested.Defined ? tested : tested with
        {
            Partial = SeriesPairControls.Of(paired, controls, settings),
            Lag = settings.MaxLag == 0 ? null : LagSearch.Best(paired, tested, settings)
        };
    }

    private static string? ReasonBefore(SeriesValues x, SeriesValues y)
    {
        if ((x.Reason ?? y.Reason) is { } reason) return reason;
        return x.Frequency is { } one && y.Frequency is { } other && one != other ? SeriesPairReasons.DifferentPeriods : null;
    }

    private static SeriesPairResult Tested(SeriesPairResult pair, double[] x, double[] y, SeriesPairSettings settings)
    {
        var correlation = Correlation.Test(x, y, settings.Confidence);
        if (correlation.Pearson is not { } pearson || EffectiveSize.Of(x, y) is not { } size) return pair with { Reason = correlation.Reason ?? SeriesPairReasons.OutOfRange };
        (double Low, double High)? interval = size > 3 && Math.Abs(pearson.Coefficient) < 1
            ? CoefficientInference.Interval(pearson.Coefficient, 1 / Math.Sqrt(size - 3), settings.Confidence)
            : null;
        return pair with
        {
            Defined = true,
            Correlation = correlation,
            NEffective = size,
            PAdjusted = P(pearson.Coefficient, size),
            LowAdjusted = interval?.Low,
            HighAdjusted = interval?.High
        };
    }

    private static SeriesPairResult Worded(SeriesPairResult pair)
    {
        var warned = pair with { Warnings = SeriesPairWords.Warnings(pair) };
        return warned with { Verdict = SeriesPairWords.Verdict(warned) };
    }
}
