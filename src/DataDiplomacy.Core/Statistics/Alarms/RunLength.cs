using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>
/// Average run lengths of charts of independent standard normal values, from Fredholm equations of the second kind solved
/// at Gauss-Legendre nodes (Brook and Evans 1972, Crowder 1987).
/// </summary>
internal static class RunLength
{
    /// <summary>Above this the run length loses its digits: it is the inverse of a tiny chance of an alarm.</summary>
    private const double Longest = 1e11;

    private const int MaxNodes = 400;

    /// <summary>Two-sided EWMA chart with fixed limits of L asymptotic standard deviations, of values with this mean; null beyond 1e11 or the nodes.</summary>
    public static double? Ewma(double lambda, double l, double shift = 0)
    {
        var limit = l * Math.Sqrt(lambda / (2 - lambda));
        if (Nodes(-limit, limit, lambda) is not { } rule) return null;
        // L(u) = 1 + 1/lambda * integral of L(y) phi((y - (1 - lambda) u)/lambda - shift) over the limits.
        var lengths = Solve(rule, (u, y) => Normal.PDF(0, 1, (y - (1 - lambda) * u) / lambda - shift) / lambda);
        var sum = 1.0;
        for (var j = 0; j < rule.Order; j++) sum += rule.GetWeight(j) * lengths[j] * Normal.PDF(0, 1, rule.GetAbscissa(j) / lambda - shift) / lambda;
        return Believable(sum);
    }

    /// <summary>Two-sided CUSUM chart with allowance k and limit h: half the run length of one side; null beyond 1e11 or the nodes.</summary>
    public static double? Cusum(double k, double h)
    {
        if (Nodes(0, h, 1) is not { } rule) return null;
        // L(u) = 1 + L(0) Phi(k - u) + integral of L(y) phi(y + k - u) over 0 to h; the state 0 has a chance of its own.
        var n = rule.Order;
        double State(int i) => i == n ? 0 : rule.GetAbscissa(i);
        var matrix = Matrix<double>.Build.Dense(n + 1, n + 1, (i, j) =>
        {
            var step = k - State(i);
            var chance = j == n ? NormalTail.Upper(-step) : rule.GetWeight(j) * Normal.PDF(0, 1, rule.GetAbscissa(j) + step);
            return (i == j ? 1 : 0) - chance;
        });
        var lengths = matrix.LU().Solve(Vector<double>.Build.Dense(n + 1, 1));
        return Believable(lengths[n] / 2);
    }

    /// <summary>Enough nodes for a kernel of this width; null where they are too many.</summary>
    private static GaussLegendreRule? Nodes(double from, double to, double width)
    {
        var nodes = 30 + 2.5 * (to - from) / width;
        return nodes <= MaxNodes ? new GaussLegendreRule(from, to, (int)nodes) : null;
    }

    private static Vector<double> Solve(GaussLegendreRule rule, Func<double, double, double> kernel)
    {
        var matrix = Matrix<double>.Build.Dense(rule.Order, rule.Order, (i, j) =>
            (i == j ? 1 : 0) - rule.GetWeight(j) * kernel(rule.GetAbscissa(i), rule.GetAbscissa(j)));
        return matrix.LU().Solve(Vector<double>.Build.Dense(rule.Order, 1));
    }

    private static double? Believable(double length) => length is >= 1 and <= Longest ? length : null;
}
