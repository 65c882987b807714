using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>
/// Chance of a false alarm per bin of charts whose mean and spread are estimated from a short baseline: the run length with known parameters, averaged
/// over the normal error of the mean and the chi-squared error of the variance (Jensen et al. 2006). It remembers what it worked out: one for each scan.
/// </summary>
public sealed class ChartFalseAlarms
{
    private const int Quantiles = 12;

    /// <summary>Nodes and weights of the Gauss-Hermite rule of order 7 for the standard normal distribution, the half from 0 on.</summary>
    private static readonly (double Node, double Weight)[] Means =
        [(0, 0.457142857142857), (1.154405394739968, 0.240123178605013), (2.366759410734541, 0.030757123967586), (3.750439717725742, 0.000548268855972)];

    private readonly Dictionary<(string Chart, int N), double> _known = [];

    /// <summary>EWMA chart with weight lambda and limits l, baseline of n values, 2 or more.</summary>
    public double Ewma(int n, double lambda, double l) =>
        Known(AlarmScan.Ewma, n, (shift, ratio) => Rate(RunLength.Ewma(lambda, l / ratio, shift)));

    /// <summary>Two-sided CUSUM with allowance k and limit h, baseline of n values, 2 or more.</summary>
    public double Cusum(int n, double k, double h) =>
        Known(AlarmScan.Cusum, n, (shift, ratio) => (Rate(RunLength.Cusum(k / ratio - shift, h / ratio)) + Rate(RunLength.Cusum(k / ratio + shift, h / ratio))) / 2);

    private double Known(string chart, int n, Func<double, double, double> rate)
    {
        if (_known.TryGetValue((chart, n), out var known)) return known;

        var sum = 0.0;
        for (var i = 0; i < Quantiles; i++)
        {
            // Below 1 the estimated spread is too small: the chart sees everything magnified.
            var ratio = Math.Sqrt((n - 1) / ChiSquared.InvCDF(n - 1, (i + 0.5) / Quantiles));
            foreach (var (node, weight) in Means) sum += (node == 0 ? weight : 2 * weight) * rate(node / Math.Sqrt(n), ratio) / Quantiles;
        }
        return _known[(chart, n)] = Math.Min(1, sum);
    }

    /// <summary>Alarms per bin; a run too long to be told is none.</summary>
    private static double Rate(double? length) => length is { } known ? 1 / known : 0;
}
