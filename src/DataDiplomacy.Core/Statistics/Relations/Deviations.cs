namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Deviations from the mean, in a unit in which sums of squares neither overflow nor vanish.</summary>
internal static class Deviations
{
    /// <summary>
    /// Deviations from the mean in units of two to the <see cref="Exponent"/>: correlations do not depend on the unit,
    /// and a power of two changes no digit. Null where all values are equal or there are none.
    /// </summary>
    public static double[]? Of(ReadOnlySpan<double> values)
    {
        if (IsConstant(values)) return null;

        var exponent = Exponent(values);
        var deviations = new double[values.Length];
        for (var i = 0; i < deviations.Length; i++) deviations[i] = Math.ScaleB(values[i], -exponent);
        Centre(deviations);
        // The first mean is rounded; on values with a large offset the second takes the rest away.
        Centre(deviations);
        return deviations;
    }

    /// <summary>The binary exponent that brings the largest magnitude to between a half and one; 0 where all are 0.</summary>
    public static int Exponent(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest > 0 ? Math.ILogB(largest) + 1 : 0;
    }

    /// <summary>The sum of products, one by one.</summary>
    public static double Products(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }

    /// <summary>Moves the mean to 0.</summary>
    public static void Centre(double[] values)
    {
        var mean = values.Sum() / values.Length;
        for (var i = 0; i < values.Length; i++) values[i] -= mean;
    }

    /// <summary>Equality is meant exactly: values that differ in the last digit do vary.</summary>
    private static bool IsConstant(ReadOnlySpan<double> values) => values.IsEmpty || !values.ContainsAnyExcept(values[0]);

    /// <summary>Autocovariances of deviations at lags 0 to the largest, divided by n whatever the lag; 0 from lag n on.</summary>
    public static double[] Covariances(double[] deviations, int largestLag)
    {
        var covariances = new double[largestLag + 1];
        for (var lag = 0; lag < Math.Min(covariances.Length, deviations.Length); lag++)
            covariances[lag] = Products(deviations.AsSpan(0, deviations.Length - lag), deviations.AsSpan(lag)) / deviations.Length;
        return covariances;
    }
}
