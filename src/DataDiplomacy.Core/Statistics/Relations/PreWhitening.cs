namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Takes out of a series what its own past explains, by an autoregression fitted with the Yule-Walker equations.</summary>
/// <remarks>
/// Yule, G. U. (1927), On a method of investigating periodicities in disturbed series, Phil. Trans. R. Soc. A 226:267-298;
/// Walker, G. (1931), On periodicity in series of related terms, Proc. R. Soc. A 131:518-532; solved by Levinson's (1947)
/// recursion with Durbin's (1960) partial coefficients, as R's stats::ar.yw.
/// </remarks>
public static class PreWhitening
{
    /// <summary>Largest order that can be asked for.</summary>
    public const int MaxOrder = 100;

    /// <summary>
    /// Fits an autoregression to the deviations from the mean. Without an order, that of 0 to floor(10 log10 n) with the smallest
    /// AIC = n ln(variance) + 2 order is taken, the smaller of two that are equal. Null where the series is constant or has
    /// no more values than the order.
    /// </summary>
    /// <param name="values">Values at equal steps of time, without gaps.</param>
    /// <param name="order">Number of earlier values that count, 0 to <see cref="MaxOrder"/>; null to choose.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite, or the order is out of range.</exception>
    public static AutoregressiveModel? Fit(ReadOnlySpan<double> values, int? order = null)
    {
        if (order is < 0 or > MaxOrder)
            throw new ArgumentOutOfRangeException(nameof(order), order, FormattableString.Invariant($"The order lies between 0 and {MaxOrder}."));
        PairedValues.RequireFinite(values, nameof(values));
        if (order >= values.Length || Deviations.Of(values) is not { } deviations) return null;

        var covariances = Deviations.Covariances(deviations, order ?? LargestChosen(values.Length));
        var coefficients = order is null ? WithSmallestAic(covariances, values.Length) : Recursion(covariances).Last().Coefficients;
        return new AutoregressiveModel { Coefficients = coefficients };
    }

    /// <summary>
    /// What the model leaves of a series: x_t minus mean, minus the sum of coefficient i times x_{t-i} minus mean. The first
    /// values, as many as the order, have no complete past and are left out. Null where a value is beyond the range of doubles.
    /// To pre-whiten two series, filter both with the model of one (Box and Jenkins 1970).
    /// </summary>
    /// <param name="values">Values at equal steps of time, without gaps.</param>
    /// <param name="model">The model, of this series or of another.</param>
    /// <returns>As many values as the series has minus the order, in the unit of the series; empty where it is not longer than the order.</returns>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static double[]? Filter(ReadOnlySpan<double> values, AutoregressiveModel model)
    {
        PairedValues.RequireFinite(values, nameof(values));
        ArgumentNullException.ThrowIfNull(model);
        if (values.Length <= model.Order) return [];
        if (Deviations.Of(values) is not { } deviations) return new double[values.Length - model.Order];

        var exponent = Deviations.Exponent(values);
        double[] left = [.. Left(deviations, model.Coefficients).Select(value => Math.ScaleB(value, exponent))];
        return left.All(double.IsFinite) ? left : null;
    }

    /// <summary>The filter on deviations from the mean, longer than the order.</summary>
    internal static double[] Left(double[] deviations, IReadOnlyList<double> coefficients)
    {
        var left = new double[deviations.Length - coefficients.Count];
        for (var t = coefficients.Count; t < deviations.Length; t++)
        {
            var value = deviations[t];
            for (var i = 0; i < coefficients.Count; i++) value -= coefficients[i] * deviations[t - 1 - i];
            left[t - coefficients.Count] = value;
        }
        return left;
    }

    private static int LargestChosen(int n) => Math.Min(n - 1, (int)Math.Floor(10 * Math.Log10(n)));

    /// <summary>The mean costs every order one parameter alike, which changes nothing.</summary>
    private static double[] WithSmallestAic(double[] covariances, int n)
    {
        var (best, smallest) = (Array.Empty<double>(), double.PositiveInfinity);
        foreach (var (coefficients, variance) in Recursion(covariances))
        {
            var aic = n * Math.Log(variance) + 2 * coefficients.Length;
            if (!(aic < smallest)) continue;
            (best, smallest) = (coefficients, aic);
        }
        return best;
    }

    /// <summary>Levinson and Durbin: the coefficients of order p from those of order p-1, with the variance that is left.</summary>
    private static IEnumerable<(double[] Coefficients, double Variance)> Recursion(double[] covariances)
    {
        var (coefficients, variance) = (Array.Empty<double>(), covariances[0]);
        yield return (coefficients, variance);
        for (var p = 1; p < covariances.Length; p++)
        {
            var partial = covariances[p];
            for (var i = 0; i < p - 1; i++) partial -= coefficients[i] * covariances[p - 1 - i];
            partial /= variance;

            var next = new double[p];
            for (var i = 0; i < p - 1; i++) next[i] = coefficients[i] - partial * coefficients[p - 2 - i];
            next[p - 1] = partial;
            (coefficients, variance) = (next, variance * (1 - partial * partial));
            yield return (coefficients, variance);
        }
    }
}
