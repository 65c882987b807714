namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>A forecast with normal errors, one element per step, the first being one step after the last value.</summary>
public sealed record ForecastPath
{
    /// <summary>Expected value, in units of the values.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>Standard deviation of the error, in units of the values, 0 or more; parameters are taken as known.</summary>
    public required IReadOnlyList<double> Sd { get; init; }

    /// <summary>Lower end of the 80 % interval.</summary>
    public required IReadOnlyList<double> Lower80 { get; init; }

    /// <summary>Upper end of the 80 % interval.</summary>
    public required IReadOnlyList<double> Upper80 { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public required IReadOnlyList<double> Lower95 { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    public required IReadOnlyList<double> Upper95 { get; init; }

    /// <summary>
    /// Probability that the value is at least the target, 0 to 1; its complement is that of at most the target. Exactly
    /// 0, 0.5 or 1 where the standard deviation is 0, which is not credible. Null without target.
    /// </summary>
    public IReadOnlyList<double>? ProbAtLeast { get; init; }

    /// <summary>Adds intervals and probabilities; null where a figure leaves the range of doubles.</summary>
    internal static ForecastPath? Of(double[] mean, double[] sd, double? target)
    {
        var (z80, z95) = (NormalTail.TwoSidedZ(0.8), NormalTail.TwoSidedZ(0.95));
        var path = new ForecastPath
        {
            Mean = mean,
            Sd = sd,
            Lower80 = [.. mean.Zip(sd, (m, s) => m - z80 * s)],
            Upper80 = [.. mean.Zip(sd, (m, s) => m + z80 * s)],
            Lower95 = [.. mean.Zip(sd, (m, s) => m - z95 * s)],
            Upper95 = [.. mean.Zip(sd, (m, s) => m + z95 * s)],
            ProbAtLeast = target is { } aim ? [.. mean.Zip(sd, (m, s) => AtLeast(aim, m, s))] : null
        };
        return path.Lower95.Concat(path.Upper95).All(double.IsFinite) ? path : null;
    }

    private static double AtLeast(double target, double mean, double sd)
    {
        if (sd > 0) return NormalTail.Upper((target - mean) / sd);
        // Exactly equal is meant: without spread the value is the mean.
        if (mean == target) return 0.5;
        return mean > target ? 1 : 0;
    }
}
