using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Regressions;

/// <summary>
/// Least squares with standard errors that allow for autocorrelation and unequal variance (Newey and West 1987).
/// </summary>
public static class OlsHac
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of rows; with the longest lag the cost is their square.</summary>
    public const int MaxPoints = 5_000;

    /// <summary>Largest number of regressors beside the intercept.</summary>
    public const int MaxRegressors = 10;

    /// <summary>
    /// Fits y to an intercept and the regressors. Rows with a missing value are dropped, and those left count as
    /// neighbours. Undefined with no more rows than coefficients, or where the regressors (and the intercept) depend
    /// on each other linearly. Where the fit is exact up to rounding, the standard errors are 0, and t and p are null.
    /// </summary>
    /// <param name="y">Values in the order of time; null is missing.</param>
    /// <param name="x">Regressors, each as long as y; null is missing. None fits the mean.</param>
    /// <param name="lag">Lags of the Bartlett kernel, 0 or more; null is floor(4 (n/100)^(2/9)).</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is NaN or infinite, or there is more than is accepted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The lag is negative.</exception>
    public static OlsHacResult Fit(IReadOnlyList<double?> y, IReadOnlyList<IReadOnlyList<double?>> x, int? lag = null)
    {
        if (lag is { } given) ArgumentOutOfRangeException.ThrowIfNegative(given, nameof(lag));
        var (values, columns) = CompleteRows.Of(y, x);
        if (y.Count > MaxPoints || x.Count > MaxRegressors)
            throw new ArgumentException($"{y.Count} rows and {x.Count} regressors; at most {MaxPoints} and {MaxRegressors} are taken.", nameof(x));

        var n = values.Length;
        if (n <= columns.Length + 1) return Undefined(OlsHacResult.InsufficientData, n);
        if (LeastSquares.Of(values, columns) is not { } fit) return Undefined(OlsHacResult.RankDeficient, n);
        return Result(fit, lag ?? AutomaticLag(n));
    }

    /// <summary>Newey and West's (1994) rule of thumb for the lag.</summary>
    public static int AutomaticLag(int n) => (int)Math.Floor(4 * Math.Pow(n / 100.0, 2.0 / 9));

    private static OlsHacResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

    private static OlsHacResult Result(LeastSquares fit, int lag)
    {
        var (n, k) = (fit.N, fit.Coefficients.Length);
        var hac = fit.StandardErrors(NeweyWest.Meat(fit.Q, fit.Residuals, lag));
        double[] adjusted = [.. hac.Select(error => error * Math.Sqrt((double)n / (n - k)))];
        var reach = StudentT.InvCDF(0, 1, n - k, 0.975);
        var t = fit.Coefficients.Zip(adjusted, (beta, error) => error > 0 ? beta / error : (double?)null).ToList();
        return new OlsHacResult
        {
            Defined = true,
            N = n,
            Lag = lag,
            Beta = [.. fit.InUnits(fit.Coefficients)],
            SeOls = [.. fit.InUnits(fit.ClassicalErrors())],
            SeHac = [.. fit.InUnits(hac)],
            SeHacAdj = [.. fit.InUnits(adjusted)],
            THacAdj = [.. t.Select(Finite)],
            PHacAdj = [.. t.Select(value => value is { } tj ? 2 * StudentT.CDF(0, 1, n - k, -Math.Abs(tj)) : (double?)null)],
            Ci95LowAdj = [.. fit.InUnits([.. fit.Coefficients.Zip(adjusted, (beta, error) => beta - reach * error)])],
            Ci95HighAdj = [.. fit.InUnits([.. fit.Coefficients.Zip(adjusted, (beta, error) => beta + reach * error)])],
            RSquared = fit.RSquared,
            Sigma = fit.Sigma,
            LargestLeverage = fit.LargestLeverage,
            ResidualCorrelation = Autocorrelation.First(fit.Residuals)
        };
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
