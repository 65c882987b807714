namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>How a series at equal steps resembles itself some steps later.</summary>
public static class Autocorrelation
{
    /// <summary>
    /// Autocorrelation at lag 1, between -1 and 1: sum of (x_t - mean)(x_{t+1} - mean) over sum of (x_t - mean)^2.
    /// Null where the series is constant or empty.
    /// </summary>
    /// <param name="values">Values at equal steps of time.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static double? AtLagOne(ReadOnlySpan<double> values)
    {
        PairedValues.RequireFinite(values, nameof(values));
        if (Deviations.Of(values) is not { } deviations) return null;
        return Product(deviations, 1) / Product(deviations, 0);
    }

    /// <summary>Autocovariances of deviations at lags 0 to the largest, divided by n whatever the lag; 0 from lag n on.</summary>
    internal static double[] Covariances(double[] deviations, int largestLag)
    {
        var covariances = new double[largestLag + 1];
        for (var lag = 0; lag < Math.Min(covariances.Length, deviations.Length); lag++)
            covariances[lag] = Product(deviations, lag) / deviations.Length;
        return covariances;
    }

    private static double Product(double[] deviations, int lag) =>
        Deviations.Products(deviations.AsSpan(0, deviations.Length - lag), deviations.AsSpan(lag));
}
