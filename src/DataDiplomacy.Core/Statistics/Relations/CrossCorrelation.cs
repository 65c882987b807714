namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Lagged cross-correlation of two series at equal steps, raw and pre-whitened.</summary>
public static class CrossCorrelation
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values per series that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>Largest lag that can be asked for.</summary>
    public const int MaxLag = 500;

    /// <summary>Shorter series are not correlated over lags.</summary>
    private const int MinPoints = 8;

    /// <summary>The largest lag taken where none is asked for: floor(10 log10 n), but no more than a quarter of the series.</summary>
    public static int DefaultMaxLag(int n) => n < 4 ? 0 : Math.Min(MaxLag, Math.Min((int)Math.Floor(10 * Math.Log10(n)), n / 4));

    /// <summary>
    /// Correlates x_t with y_{t+lag}. The series must be complete: a missing value is a gap, and no gap is filled.
    /// </summary>
    /// <param name="x">One series at equal steps of time; null is a gap.</param>
    /// <param name="y">The other at the same times; null is a gap.</param>
    /// <param name="maxLag">Largest lag, 0 to <see cref="MaxLag"/>; null for <see cref="DefaultMaxLag"/>.</param>
    /// <param name="order">Order of the autoregression of x, 0 to <see cref="PreWhitening.MaxOrder"/>; null to choose by AIC.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is NaN or infinite, or a parameter is out of range.</exception>
    public static CrossCorrelationResult Of(IReadOnlyList<double?> x, IReadOnlyList<double?> y, int? maxLag = null, int? order = null)
    {
        var (left, right) = PairedValues.Complete(x, y);
        return left.Length < x.Count ? Undefined(StatisticalAnswers.Gaps) : Of(left, right, maxLag, order);
    }

    /// <inheritdoc cref="Of(IReadOnlyList{double?}, IReadOnlyList{double?}, int?, int?)"/>
    public static CrossCorrelationResult Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int? maxLag = null, int? order = null)
    {
        if (maxLag is < 0 or > MaxLag)
            throw new ArgumentOutOfRangeException(nameof(maxLag), maxLag, FormattableString.Invariant($"The largest lag lies between 0 and {MaxLag}."));
        PairedValues.Require(x, y);
        var (n, lag) = (x.Length, maxLag ?? DefaultMaxLag(x.Length));
        if (n < MinPoints) return Undefined(StatisticalAnswers.InsufficientData);
        if (Deviations.Of(x) is not { } left || Deviations.Of(y) is not { } right) return Undefined(StatisticalAnswers.Constant);
        if (PreWhitening.Fit(x, order) is not { } model || lag >= n - model.Order - 2) return Undefined(StatisticalAnswers.InsufficientData);

        var raw = Lagged(left, right, lag);
        var whiteLeft = PreWhitening.Left(left, model.Coefficients);
        var whiteRight = PreWhitening.Left(right, model.Coefficients);
        if (IsNothingLeft(whiteLeft, left) || IsNothingLeft(whiteRight, right)) return Undefined(StatisticalAnswers.Constant);
        return Result(lag, raw, model, n, Lagged(whiteLeft, whiteRight, lag));
    }

    private static CrossCorrelationResult Undefined(string reason) => new() { Defined = false, Reason = reason };

    private static CrossCorrelationResult Result(int maxLag, double[] raw, AutoregressiveModel model, int n, double[] prewhitened)
    {
        int[] lags = [.. Enumerable.Range(-maxLag, 2 * maxLag + 1)];
        var best = lags.OrderByDescending(lag => Math.Abs(prewhitened[lag + maxLag])).ThenBy(Math.Abs).ThenBy(lag => lag).First();
        return new CrossCorrelationResult
        {
            Defined = true,
            Lags = lags,
            Raw = raw,
            RawBound = Bound(n, 1),
            Model = model,
            Prewhitened = prewhitened,
            PrewhitenedBound = Bound(n - model.Order, 1),
            BestLag = best,
            BestR = prewhitened[best + maxLag]
        };
    }

    /// <summary>What the largest of so many correlations of white series passes in at most 5 of 100 cases (Bonferroni).</summary>
    internal static double Bound(int n, int lags) => NormalTail.TwoSidedZ(1 - 0.05 / lags) / Math.Sqrt(n);

    /// <summary>Means and variances are those of the whole series at every lag, not of the overlap.</summary>
    private static double[] Lagged(double[] x, double[] y, int maxLag)
    {
        Deviations.Centre(x);
        Deviations.Centre(y);
        var scale = Math.Sqrt(Deviations.Products(x, x) * Deviations.Products(y, y));
        var correlations = new double[2 * maxLag + 1];
        for (var lag = -maxLag; lag <= maxLag; lag++)
        {
            var overlap = x.Length - Math.Abs(lag);
            var products = Deviations.Products(x.AsSpan(Math.Max(0, -lag), overlap), y.AsSpan(Math.Max(0, lag), overlap));
            correlations[lag + maxLag] = CoefficientInference.Bounded(products / scale);
        }
        return correlations;
    }

    /// <summary>A filtered series that is constant but for rounding, as that of a geometric series is with its own ratio.</summary>
    private static bool IsNothingLeft(double[] filtered, double[] deviations)
    {
        Deviations.Centre(filtered);
        return Deviations.Products(filtered, filtered) <= 1e-28 * Deviations.Products(deviations, deviations);
    }
}
