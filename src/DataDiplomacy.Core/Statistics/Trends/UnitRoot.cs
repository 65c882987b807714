using DataDiplomacy.Core.Statistics.Regressions;
using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>
/// Whether values at equal steps could be a random walk, whose wandering looks like a trend, and whether it drifts.
/// </summary>
/// <param name="T">Dickey and Fuller's (1979) t with intercept and trend, without lags.</param>
/// <param name="Critical">Its critical value at 5 %, by MacKinnon's (2010) response surface.</param>
/// <param name="DriftT">Student's t of the mean difference; null where the differences are equal.</param>
/// <param name="DriftP">Its two-sided p.</param>
internal sealed record UnitRoot(double? T, double Critical, double? DriftT, double? DriftP)
{
    public bool IsExcluded => T < Critical;

    public static UnitRoot Of(double[] values)
    {
        var scaled = BinaryScale.Of(values).Down(values);
        double[] differences = [.. scaled.Zip(scaled.Skip(1), (a, b) => b - a)];
        var (t, p) = Drift(differences);
        return new UnitRoot(DickeyFuller(scaled, differences), Critical5(differences.Length), t, p);
    }

    /// <summary>MacKinnon (2010), Critical Values for Cointegration Tests, table for one variable with constant and trend.</summary>
    private static double Critical5(double n) => -3.41049 - 4.3904 / n - 9.036 / (n * n) - 45.374 / (n * n * n);

    private static double? DickeyFuller(double[] values, double[] differences)
    {
        double[] times = [.. Enumerable.Range(1, differences.Length).Select(i => (double)i)];
        if (LeastSquares.Of(differences, [times, values[..^1]]) is not { } fit) return null;
        var t = fit.Coefficients[2] / fit.ClassicalErrors()[2];
        return double.IsNaN(t) ? null : t;
    }

    private static (double? T, double? P) Drift(double[] differences)
    {
        var n = differences.Length;
        var mean = differences.Average();
        var variance = differences.Sum(d => (d - mean) * (d - mean)) / (n - 1);
        var t = mean / Math.Sqrt(variance / n);
        return double.IsFinite(t) ? (t, 2 * StudentT.CDF(0, 1, n - 1, -Math.Abs(t))) : (null, null);
    }
}
