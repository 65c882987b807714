namespace DataDiplomacy.Core.Tests.Statistics.Relations;

/// <summary>The Yule-Walker equations solved by elimination, and the filter they give; no code is shared with the methods.</summary>
internal static class NaiveYuleWalker
{
    public static double[] Fit(double[] x, int order)
    {
        var rows = new double[order][];
        for (var i = 0; i < order; i++)
            rows[i] = [.. Enumerable.Range(0, order).Select(j => Covariance(x, Math.Abs(i - j))), Covariance(x, i + 1)];
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < order; j++)
            {
                if (i == j) continue;
                var factor = rows[j][i] / rows[i][i];
                for (var k = i; k <= order; k++) rows[j][k] -= factor * rows[i][k];
            }
        }
        return [.. rows.Select((row, i) => row[order] / row[i])];
    }

    /// <summary>What the autoregression leaves of the variance: c_0 - sum a_i c_i.</summary>
    public static double Variance(double[] x, int order) =>
        Covariance(x, 0) - Fit(x, order).Select((a, i) => a * Covariance(x, i + 1)).Sum();

    public static double[] Filter(double[] x, double[] ar)
    {
        var mean = x.Average();
        return [.. Enumerable.Range(ar.Length, x.Length - ar.Length)
            .Select(t => x[t] - mean - Enumerable.Range(0, ar.Length).Sum(i => ar[i] * (x[t - 1 - i] - mean)))];
    }

    private static double Covariance(double[] x, int lag)
    {
        var (mean, sum) = (x.Average(), 0.0);
        for (var t = 0; t + lag < x.Length; t++) sum += (x[t] - mean) * (x[t + lag] - mean);
        return sum / x.Length;
    }
}
