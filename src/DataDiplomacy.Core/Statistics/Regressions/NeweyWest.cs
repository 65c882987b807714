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

        var meat = new double[k, k];
        for (var t = 0; t < n; t++)
        {
            var neighbours = WeightedSum(scores, t, lag);
            for (var i = 0; i < k; i++)
                for (var j = 0; j < k; j++) meat[i, j] += scores[t][i] * neighbours[j];
        }
        var half = Matrix<double>.Build.DenseOfArray(meat);
        return half + half.Transpose();
    }

    /// <summary>Half of the row's own score and the weighted scores before it: one pass for all lags and products.</summary>
    private static double[] WeightedSum(double[][] scores, int t, int lag)
    {
        double[] sum = [.. scores[t].Select(score => score / 2)];
        for (var l = 1; l <= Math.Min(lag, t); l++)
        {
            var weight = 1 - l / (lag + 1.0);
            var before = scores[t - l];
            for (var j = 0; j < sum.Length; j++) sum[j] += weight * before[j];
        }
        return sum;
    }
}
