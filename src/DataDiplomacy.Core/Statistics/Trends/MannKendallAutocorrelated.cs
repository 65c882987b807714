namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>
/// Mann-Kendall test whose variance allows for autocorrelation, by Hamed and Rao (1998) and by Yue and Wang (2004).
/// The variance is never made smaller than that of independent values.
/// </summary>
public static class MannKendallAutocorrelated
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values, that of the Theil-Sen slope which is taken out first.</summary>
    public const int MaxPoints = TheilSen.MaxPoints;

    /// <summary>
    /// Tests a complete, equally spaced series. Undefined where a value is missing (lags would join values that are
    /// not neighbours), with fewer than three values, or with equal values throughout. Cost: n squared.
    /// </summary>
    /// <param name="values">Values at equal steps in the order of time; any null makes the test undefined.</param>
    /// <param name="alpha">Two-sided level at which a lag counts for Hamed and Rao, between 0 and 1, both excluded.</param>
    /// <param name="maxLag">Largest lag, at least 1; null or more than n - 1 is n - 1.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or there are more than <see cref="MaxPoints"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level or the lag is out of range.</exception>
    public static MannKendallAutocorrelatedResult Test(IReadOnlyList<double?> values, double alpha = 0.05, int? maxLag = null)
    {
        if (!(alpha > 0 && alpha < 1))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The level lies between 0 and 1, both excluded.");
        if (maxLag is { } lag) ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1, nameof(maxLag));
        var sample = FiniteValues.Present(values, nameof(values));
        if (values.Count > MaxPoints)
            throw new ArgumentException($"{values.Count} values; the test takes at most {MaxPoints}.", nameof(values));

        if (sample.Length < values.Count) return Undefined(MannKendallAutocorrelatedResult.Gaps, sample.Length);
        var plain = MannKendall.Test(values);
        if (!plain.Defined) return Undefined(plain.Reason, plain.N);
        return Result(plain, DetrendedSeries.Of(sample), alpha, Math.Min(maxLag ?? int.MaxValue, sample.Length - 1));
    }

    /// <summary>The same for complete values, of which the test for independent values and, where known, the Theil-Sen slope per step are there.</summary>
    internal static MannKendallAutocorrelatedResult Test(double[] values, MannKendallResult raw, double? slope)
    {
        // The values may be others than those tested before: without their season.
        var plain = slope is null ? MannKendall.Test([.. values.Select(value => (double?)value)]) : raw;
        if (!plain.Defined) return Undefined(plain.Reason, plain.N);
        return Result(plain, DetrendedSeries.Of(values, slope), 0.05, values.Length - 1);
    }

    private static MannKendallAutocorrelatedResult Undefined(string? reason, int n) => new() { Defined = false, Reason = reason, N = n };

    private static MannKendallAutocorrelatedResult Result(MannKendallResult plain, DetrendedSeries series, double alpha, int maxLag)
    {
        var s = plain.S.GetValueOrDefault();
        var variance = plain.VarS.GetValueOrDefault();
        var (lags, addition) = VarianceFactors.HamedRao(series.Ranks, alpha, maxLag);
        // What is left of a straight line is noise of the arithmetic, and its correlations mean nothing.
        var rho = series.IsLine ? [0] : Autocorrelation.Of(series.Rest, maxLag) ?? [0];
        var yueWang = Corrected(VarianceFactors.YueWang(rho, plain.N), s, variance);
        var firstOrder = Corrected(VarianceFactors.FirstOrder(rho[0], plain.N), s, variance);
        var hamedRao = Corrected(1 + addition, s, variance);
        return new MannKendallAutocorrelatedResult
        {
            Defined = true,
            N = plain.N,
            S = s,
            VarS = variance,
            PPlain = plain.PTwoSided,
            Slope = double.IsFinite(series.Slope) ? series.Slope : null,
            SignificantLags = lags,
            HrFactorRaw = hamedRao.Raw,
            HrFactor = hamedRao.Factor,
            HrFactorPymannkendall = 1 + Math.Abs(addition),
            HrVarS = variance * hamedRao.Factor,
            HrZ = hamedRao.Z,
            HrP = hamedRao.P,
            YwFactorRaw = yueWang.Raw,
            YwFactor = yueWang.Factor,
            YwZ = yueWang.Z,
            YwP = yueWang.P,
            YwAr1Rho = rho[0],
            YwAr1FactorRaw = firstOrder.Raw,
            YwAr1Factor = firstOrder.Factor,
            YwAr1Z = firstOrder.Z,
            YwAr1P = firstOrder.P
        };
    }

    private static (double Raw, double Factor, double Z, double P) Corrected(double raw, long s, double variance)
    {
        var factor = Math.Max(1, raw);
        var z = KendallScore.Z(s, variance * factor);
        return (raw, factor, z, NormalTail.TwoSided(z));
    }
}
