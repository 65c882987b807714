namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>The model of a baseline: reweighted against earlier outbreaks, with its trend where that is kept.</summary>
/// <param name="Fit">The fit; null where the baseline allows none.</param>
/// <param name="HasTrend">Whether the trend was kept.</param>
internal readonly record struct FarringtonModel(QuasiPoisson? Fit, bool HasTrend)
{
    private const int LeastYears = 3;

    /// <summary>Fits with trend, then without unless the trend is significant and predicts no more than the baseline has seen.</summary>
    public static FarringtonModel Of(QuasiPoissonData data, double position, FarringtonReference reference, double? weightsThreshold, double trendBelow)
    {
        if (data.Counts.Length == 0) return default;
        if (reference.B >= LeastYears && trendBelow > 0
            && Reweighted(data, weightsThreshold, true) is { } withTrend
            && (trendBelow >= 1 || withTrend.TrendP() < trendBelow)
            && withTrend.Predict(reference.Window, position) is { } ahead && ahead.Mean <= data.Counts.Max())
        {
            return new FarringtonModel(withTrend, true);
        }
        return new FarringtonModel(Reweighted(data, weightsThreshold, false), false);
    }

    private static QuasiPoisson? Reweighted(QuasiPoissonData data, double? threshold, bool hasTrend)
    {
        double[] weights = [.. Enumerable.Repeat(1.0, data.Counts.Length)];
        var first = QuasiPoisson.Fit(data, weights, hasTrend);
        if (first is null || threshold is not { } limit) return first;

        var residuals = first.AnscombeResiduals();
        for (var i = 0; i < weights.Length; i++) weights[i] = residuals[i] > limit ? 1 / (residuals[i] * residuals[i]) : 1;
        var gamma = weights.Length / weights.Sum();
        for (var i = 0; i < weights.Length; i++) weights[i] *= gamma;
        return QuasiPoisson.Fit(data, weights, hasTrend);
    }
}
