using MathNet.Numerics.LinearAlgebra;

namespace DataDiplomacy.Core.Statistics.Regressions;

/// <summary>The middle of the Newey-West covariance.</summary>
internal static class NeweyWest
{
    /// <summary>
    /// Sum of e_t^2 q_t q_t' and, for lags l up to L with weight 1 - l/(L+1), of e_t e_{t-l} (q_t q_{t-l}' + q_{t-l} q_t').
    /// </summary>
    public static Matrix<double> Meat(Matrix<double> q, double[] residuals, int lag)
    {
        var (n, k) = (q.RowCount, q.ColumnCount);
        var scores = new double[n][];
        for (var t = 0; t < n; t++) scores[t] = [.. Enumerable.Range(0, k).Select(j => residuals[t] * q[t, j])];

        var meat = Matrix<double>.Build.Dense(k, k);
        for (var l = 0; l <= Math.Min(lag, n - 1); l++)
        {
            var products = Matrix<double>.Build.DenseOfArray(Products(scores, l));
            meat += l == 0 ? products : (1 - l / (lag + 1.0)) * (products + products.Transpose());
        }
        return meat;
    }

    private static double[,] Products(double[][] scores, int lag)
    {
        var k = scores[0].Length;
        var sum = new double[k, k];
        for (var t = lag; t < scores.Length; t++)
        {
            var (now, before) = (scores[t], scores[t - lag]);
            for (var i = 0; i < k; i++)
                for (var j = 0; j < k; j++) sum[i, j] += now[i] * before[j];
        }
        return sum;
    }
}
