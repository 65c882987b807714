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
        var (sum, first, level) = (0.0, 0.0, 0.0);
        for (var j = left; j < end; j++)
        {
            var weight = Weight(weights, j, position);
            sum += weight;
            first += weight * (j - position);
            level += weight * values[j];
        }
        if (sum <= 0) return null;
        return degree == 0 ? level / sum : level / sum + Tilt(values, weights, position, left, end, first / sum, sum);
    }

    /// <summary>What the local line adds to the local mean at the position.</summary>
    private double Tilt(double[] values, double[] weights, int position, int left, int end, double centre, double sum)
    {
        var (second, products) = (0.0, 0.0);
        for (var j = left; j < end; j++)
        {
            var weight = Weight(weights, j, position);
            var distance = j - position - centre;
            second += weight * distance * distance;
            products += weight * distance * values[j];
        }
        // Too narrow for a slope, by the rule of the original program.
        if (Math.Sqrt(second / sum) <= 0.001 * (values.Length - 1)) return 0;
        return -centre * products / second;
    }

    private double Weight(double[] weights, int j, int position)
    {
        var kernel = _kernel[Math.Abs(j - position)];
        return weights.Length == 0 ? kernel : kernel * weights[j];
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
