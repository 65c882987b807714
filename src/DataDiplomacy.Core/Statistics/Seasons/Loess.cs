namespace DataDiplomacy.Core.Statistics.Seasons;

/// <summary>
/// Local regression on equally spaced values, as STL uses it (Cleveland et al. 1990): tricube weights over the nearest
/// values, a mean (degree 0) or a line (degree 1). Cost: n times the window.
/// </summary>
internal sealed class Loess(int window, int degree)
{
    private double[] _kernel = [];
    private double _reach = double.NaN;

    /// <summary>Number of values that a fit looks at.</summary>
    public int Window => window;

    /// <summary>Smooths at each position; where all weights vanish the value itself stays.</summary>
    /// <param name="values">Values at positions 0, 1, ….</param>
    /// <param name="weights">Robustness weights, one for each value; none where empty.</param>
    public double[] Smooth(double[] values, double[] weights)
    {
        var n = values.Length;
        var smooth = new double[n];
        var left = 0;
        for (var i = 0; i < n; i++)
        {
            if (i > (window - 1) / 2 && left + window < n) left++;
            smooth[i] = At(values, weights, i, left, Math.Min(n, left + window)) ?? values[i];
        }
        return smooth;
    }

    /// <summary>Value of the local fit at a position, which may lie outside; null where all weights vanish.</summary>
    /// <param name="values">Values at positions 0, 1, ….</param>
    /// <param name="weights">Robustness weights; none where empty.</param>
    /// <param name="position">Where to fit.</param>
    /// <param name="left">First value that counts.</param>
    /// <param name="end">First value after that does not.</param>
    public double? At(double[] values, double[] weights, int position, int left, int end)
    {
        UseReach(Math.Max(position - left, end - 1 - position), values.Length);
        var (sum, first, second, level, products) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var j = left; j < end; j++)
        {
            var distance = j - position;
            var weight = _kernel[Math.Abs(distance)];
            if (weights.Length > 0) weight *= weights[j];
            var weighted = weight * distance;
            sum += weight;
            first += weighted;
            second += weighted * distance;
            level += weight * values[j];
            products += weighted * values[j];
        }
        if (sum <= 0) return null;
        if (degree == 0) return level / sum;
        return Line(first / sum, second / sum, level / sum, products / sum, values.Length);
    }

    /// <summary>The local line at distance 0, from weighted means of distance, its square, value and product.</summary>
    private static double Line(double distance, double square, double value, double product, int n)
    {
        var variance = square - distance * distance;
        // Too narrow for a slope, by the rule of the original program.
        if (!(variance > 0) || Math.Sqrt(variance) <= 0.001 * (n - 1)) return value;
        return value - distance * (product - distance * value) / variance;
    }

    /// <summary>Tabulates the tricube, which inside of the series is the same at each position.</summary>
    private void UseReach(int farthest, int n)
    {
        // A window longer than the series widens the reach by half of what is missing, in whole steps.
        double reach = window > n ? farthest + (window - n) / 2 : farthest;
        if (reach == _reach && farthest < _kernel.Length) return;
        _reach = reach;
        _kernel = new double[farthest + 1];
        for (var d = 0; d <= farthest; d++) _kernel[d] = Tricube(d, reach);
    }

    private static double Tricube(double distance, double reach)
    {
        if (distance > 0.999 * reach) return 0;
        if (distance <= 0.001 * reach) return 1;
        var share = distance / reach;
        var rest = 1 - share * share * share;
        return rest * rest * rest;
    }
}
