namespace DataDiplomacy.Core.Statistics.Seasons;

/// <summary>Parts a series into trend, season and remainder by local regression (STL, Cleveland et al. 1990).</summary>
public static class Stl
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values; with the longest windows and most rounds the cost is their square fifty times.</summary>
    public const int MaxPoints = 2_000;

    /// <summary>Most inner passes.</summary>
    public const int MaxInner = 3;

    /// <summary>Most outer rounds.</summary>
    public const int MaxOuter = 15;

    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>
    /// Decomposes a complete, equally spaced series; every position is fitted (all jumps are 1). Undefined where a
    /// value is missing, or with no more than two periods. Cost: n times the windows times the passes.
    /// </summary>
    /// <param name="values">Values at equal steps in the order of time; any null makes it undefined.</param>
    /// <param name="settings">Period and windows.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, there are more than <see cref="MaxPoints"/>, or a setting is out of range.</exception>
    public static StlResult Decompose(IReadOnlyList<double?> values, StlSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        var sample = FiniteValues.Present(values, nameof(values));
        if (values.Count > MaxPoints) throw new ArgumentException($"{values.Count} values; at most {MaxPoints} are taken.", nameof(values));
        if (sample.Length < values.Count) return Undefined(StlResult.Gaps, sample.Length);
        if (sample.Length <= 2L * settings.Period) return Undefined(StlResult.InsufficientData, sample.Length);

        var scale = BinaryScale.Of(sample);
        var scaled = scale.Down(sample);
        var result = Result(scale, scaled, StlPasses.Of(scaled, settings));
        return InRange(result) ? result : Undefined(StlResult.OutOfRange, sample.Length);
    }

    private static StlResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

    private static StlResult Result(BinaryScale scale, double[] scaled, StlPasses passes)
    {
        double[] remainder = [.. scaled.Select((value, i) => value - passes.Seasonal[i] - passes.Trend[i])];
        return new StlResult
        {
            Defined = true,
            N = scaled.Length,
            Seasonal = Array.ConvertAll(passes.Seasonal, scale.Up),
            Trend = Array.ConvertAll(passes.Trend, scale.Up),
            Remainder = Array.ConvertAll(remainder, scale.Up),
            RobustnessWeights = passes.Weights.Length == 0 ? [.. Enumerable.Repeat(1.0, scaled.Length)] : passes.Weights,
            StrengthTrend = Strength(passes.Trend, remainder),
            StrengthSeason = Strength(passes.Seasonal, remainder)
        };
    }

    /// <summary>Share of the variation of a component and remainder that is not remainder; null where there is rounding only.</summary>
    private static double? Strength(double[] component, double[] remainder)
    {
        var together = Variance([.. component.Zip(remainder, (part, rest) => part + rest)]);
        return together <= 1e4 * Epsilon * Epsilon ? null : Math.Max(0, 1 - Variance(remainder) / together);
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }

    private static bool InRange(StlResult result) =>
        new[] { result.Seasonal, result.Trend, result.Remainder }.All(part => part is not null && part.All(double.IsFinite));
}
