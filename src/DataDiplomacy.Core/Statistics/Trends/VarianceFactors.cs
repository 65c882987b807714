using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>How many times larger autocorrelation makes the variance of Kendall's S.</summary>
internal static class VarianceFactors
{
    /// <summary>Hamed and Rao (1998): the lags whose rank autocorrelation is significant, and what they add to 1.</summary>
    public static (int[] Lags, double Addition) HamedRao(double[] ranks, double alpha, int maxLag)
    {
        var n = (double)ranks.Length;
        var bound = -Normal.InvCDF(0, 1, alpha / 2) / Math.Sqrt(n);
        var (lags, sum) = (new List<int>(), 0.0);
        var correlations = Autocorrelation.Of(ranks, maxLag) ?? [];
        for (var k = 1; k <= correlations.Count; k++)
        {
            if (Math.Abs(correlations[k - 1]) <= bound) continue;
            lags.Add(k);
            sum += (n - k) * (n - k - 1) * (n - k - 2) * correlations[k - 1];
        }
        return ([.. lags], 2 / (n * (n - 1) * (n - 2)) * sum);
    }

    /// <summary>Yue and Wang (2004): 1 plus twice the sum of (1 - k/n) rho_k over the lags given.</summary>
    public static double YueWang(IEnumerable<double> correlations, int n) =>
        1 + 2 * correlations.Select((rho, i) => (1 - (i + 1.0) / n) * rho).Sum();

    /// <summary>Yue and Wang with the correlations of a first-order autoregression, rho^k at lag k.</summary>
    public static double FirstOrder(double rho, int n)
    {
        var (sum, power) = (0.0, 1.0);
        // Summed rather than in closed form, which loses its digits near rho = 1.
        for (var k = 1; k < n; k++) sum += (1 - (double)k / n) * (power *= rho);
        return 1 + 2 * sum;
    }
}
