namespace DataDiplomacy.Core.Statistics;

/// <summary>How much values resemble those some steps before (Box and Jenkins 1970, Time Series Analysis).</summary>
public static class Autocorrelation
{
    /// <summary>
    /// Autocorrelations at lags 1 to <paramref name="maxLag"/>, each -1 to 1: the mean of the whole series removed,
    /// divisor n at every lag, as R's <c>acf</c>. Null where all values are equal or there are fewer than two.
    /// Cost: n times the number of lags.
    /// </summary>
    /// <param name="values">Complete values at equal steps.</param>
    /// <param name="maxLag">Largest lag, at least 1; lags from n on have no pairs and give 0.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The largest lag is below 1.</exception>
    public static IReadOnlyList<double>? Of(ReadOnlySpan<double> values, int maxLag)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLag, 1);
        for (var i = 0; i < values.Length; i++) FiniteValues.Require(values[i], nameof(values), i);
        // Equality is meant exactly: the rounding of a mean would turn equal values into noise.
        if (values.Length < 2 || values.IndexOfAnyExcept(values[0]) < 0) return null;

        var deviations = Deviations(values);
        var squares = Products(deviations, 0);
        var correlations = new double[maxLag];
        for (var lag = 1; lag <= maxLag; lag++) correlations[lag - 1] = Products(deviations, lag) / squares;
        return squares > 0 ? correlations : null;
    }

    /// <summary>Autocorrelation at lag 1; null where all values are equal or there are fewer than two.</summary>
    /// <inheritdoc cref="Of(ReadOnlySpan{double}, int)" path="/param[@name='values']"/>
    public static double? First(ReadOnlySpan<double> values) => Of(values, 1)?[0];

    /// <summary>Bound that white noise leaves at a single lag with probability <paramref name="alpha"/>: z/sqrt(n).</summary>
    public static double Bound(int n, double alpha = 0.05) => NormalTail.TwoSidedZ(1 - alpha) / Math.Sqrt(n);

    private static double[] Deviations(ReadOnlySpan<double> values)
    {
        var scaled = BinaryScale.Of(values).Down(values);
        var mean = scaled.Average();
        var deviations = Array.ConvertAll(scaled, value => value - mean);
        // Once more, because deviations far below the mean would have squares that vanish.
        return BinaryScale.Of(deviations).Down(deviations);
    }

    private static double Products(double[] deviations, int lag)
    {
        var sum = 0.0;
        for (var i = lag; i < deviations.Length; i++) sum += deviations[i] * deviations[i - lag];
        return sum;
    }
}
