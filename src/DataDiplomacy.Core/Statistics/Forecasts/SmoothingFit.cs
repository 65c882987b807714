namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>
/// Least squares for exponential smoothing. The errors are linear in the first level and trend, so these are solved for
/// exactly; alpha, beta/alpha and phi are searched in a box from the best points of a grid, by the pattern search of
/// Hooke and Jeeves (1961, Direct search solution of numerical and statistical problems, JACM 8:212-229): no chance, no derivative,
/// and the bounds, where the best point often lies, are points like any other.
/// </summary>
internal sealed class SmoothingFit
{
    private const double LeastAlpha = 1e-4;
    private const double MostAlpha = 0.9999;
    private const double LeastBetaShare = 1e-4;
    private const double LeastPhi = 0.8;
    private const double MostPhi = 0.98;
    private const int Starts = 4;
    private const int MaxEvaluations = 1_000;
    private const double LeastStep = 1e-6;

    private static readonly double[] Grid = [0, 0.08, 0.25, 0.5, 0.75, 0.92, 1];
    private static readonly double[] CoarseGrid = [0, 0.5, 1];

    private readonly double[] _values;
    private readonly double _origin;
    private readonly SmoothingModel _model;
    private int _evaluations;

    private SmoothingFit(double[] values, SmoothingModel model)
    {
        // Measured from the first value, the level of large values costs no digits.
        (_origin, _model) = (values[0], model);
        _values = [.. values.Select(value => value - _origin)];
    }

    /// <summary>The parameters with the least sum of squares; null where it leaves the range of doubles.</summary>
    public static SmoothingParameters? Best(double[] values, SmoothingModel model)
    {
        var fit = new SmoothingFit(values, model);
        var starts = fit.GridPoints().Select(point => (Point: point, Sse: fit.Sse(point))).OrderBy(start => start.Sse).Take(Starts).ToList();
        var best = starts.Select(start => fit.Search(start.Point, start.Sse)).MinBy(end => end.Sse);
        if (!double.IsFinite(best.Sse)) return null;
        var parameters = fit.Solve(best.Point).Parameters;
        return double.IsFinite(parameters.Level) && double.IsFinite(parameters.Trend) ? parameters : null;
    }

    private IEnumerable<double[]> GridPoints() => _model switch
    {
        SmoothingModel.Simple => Grid.Select(alpha => new[] { alpha }),
        SmoothingModel.Linear => from alpha in Grid from beta in Grid select new[] { alpha, beta },
        _ => from alpha in Grid from beta in Grid from phi in CoarseGrid select new[] { alpha, beta, phi }
    };

    private (double[] Point, double Sse) Search(double[] start, double sse)
    {
        var (point, best, step) = (start, sse, 0.1);
        _evaluations = 0;
        while (step > LeastStep && _evaluations < MaxEvaluations)
        {
            var (next, value) = Explore(point, best, step);
            if (!(value < best))
            {
                step /= 2;
                continue;
            }
            // What helped once is tried again, twice as far.
            double[] further = [.. next.Zip(point, (to, from) => Math.Clamp(2 * to - from, 0, 1))];
            (point, best) = (next, value);
            var (leap, leapValue) = Explore(further, Sse(further), step);
            if (leapValue < best) (point, best) = (leap, leapValue);
        }
        return (point, best);
    }

    private (double[] Point, double Sse) Explore(double[] from, double sse, double step)
    {
        var (point, best) = ((double[])from.Clone(), sse);
        for (var i = 0; i < point.Length; i++)
        {
            var here = point[i];
            foreach (var there in new[] { Math.Min(1, here + step), Math.Max(0, here - step) })
            {
                point[i] = there;
                var value = Sse(point);
                if (value < best)
                {
                    best = value;
                    break;
                }
                point[i] = here;
            }
        }
        return (point, best);
    }

    private double Sse(double[] point)
    {
        _evaluations++;
        var sse = Solve(point).Sse;
        return double.IsNaN(sse) ? double.PositiveInfinity : sse;
    }

    private (SmoothingParameters Parameters, double Sse) Solve(double[] point)
    {
        var alpha = LeastAlpha + point[0] * (MostAlpha - LeastAlpha);
        var beta = point.Length > 1 ? alpha * (LeastBetaShare + point[1] * (1 - LeastBetaShare)) : 0;
        var phi = point.Length > 2 ? LeastPhi + point[2] * (MostPhi - LeastPhi) : 1;
        var (level, trend) = FirstState(alpha, beta, phi);
        var parameters = new SmoothingParameters { Model = _model, Alpha = alpha, Beta = beta, Phi = phi, Level = level, Trend = trend };
        var sse = SmoothingFilter.Run(_values, parameters).Sse;
        return (parameters with { Level = level + _origin }, sse);
    }

    /// <summary>Least squares of the errors from a zero state on what one unit of level, and one of trend, takes off them.</summary>
    private (double Level, double Trend) FirstState(double alpha, double beta, double phi)
    {
        // Weighted sums of products: of level with itself, level with trend, and so on.
        double ll = 0, lt = 0, tt = 0, le = 0, te = 0;
        double errorLevel = 0, errorTrend = 0, unitLevel = 1, unitTrend = 0, slopeLevel = 0, slopeTrend = 1;
        foreach (var value in _values)
        {
            var error = Step(value, ref errorLevel, ref errorTrend, alpha, beta, phi);
            var unit = -Step(0, ref unitLevel, ref unitTrend, alpha, beta, phi);
            var slope = -Step(0, ref slopeLevel, ref slopeTrend, alpha, beta, phi);
            ll += unit * unit;
            lt += unit * slope;
            tt += slope * slope;
            le += unit * error;
            te += slope * error;
        }
        if (_model == SmoothingModel.Simple) return (le / ll, 0);
        var left = tt - lt / ll * lt;
        var trend = left > 1e-12 * tt ? (te - lt / ll * le) / left : 0;
        return ((le - lt * trend) / ll, trend);
    }

    private static double Step(double value, ref double level, ref double trend, double alpha, double beta, double phi)
    {
        var expected = level + phi * trend;
        var error = value - expected;
        level = expected + alpha * error;
        trend = phi * trend + beta * error;
        return error;
    }
}
