using MathNet.Numerics;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>
/// Parts of the saddle-point expansion of count probabilities (Loader 2000, Fast and accurate computation of binomial
/// probabilities): sums of log-gammas would lose ten digits at a mean of a million.
/// </summary>
internal static class StirlingSeries
{
    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>ln n! minus Stirling's formula, for n above 0.</summary>
    public static double Error(double n)
    {
        if (n <= 15) return SpecialFunctions.GammaLn(n + 1) - (n + 0.5) * Math.Log(n) + n - HalfLogTwoPi;
        var square = n * n;
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) / n;
    }

    /// <summary>x ln(x/mean) + mean - x, without the cancellation near x = mean; both above 0.</summary>
    public static double Deviance(double x, double mean)
    {
        if (Math.Abs(x - mean) >= 0.1 * (x + mean)) return x * Math.Log(x / mean) + mean - x;
        var ratio = (x - mean) / (x + mean);
        var sum = (x - mean) * ratio;
        var term = 2 * x * ratio;
        for (var j = 1; j < 1000; j++)
        {
            term *= ratio * ratio;
            var next = sum + term / (2 * j + 1);
            // Equal is meant: the series is exhausted when a term no longer changes the sum.
            if (next == sum) return next;
            sum = next;
        }
        return sum;
    }
}
