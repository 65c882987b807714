namespace DataDiplomacy.Core.Statistics.Seasons;

/// <summary>The passes of STL over one series.</summary>
internal sealed class StlPasses
{
    private readonly double[] _values;
    private readonly StlSettings _settings;
    private readonly Loess _seasonalSmoother;
    private readonly Loess _trendSmoother;
    private readonly Loess _lowPassSmoother;

    private StlPasses(double[] values, StlSettings settings)
    {
        _values = values;
        _settings = settings;
        _seasonalSmoother = settings.Seasonal(values.Length);
        _trendSmoother = settings.Trend(values.Length);
        _lowPassSmoother = settings.LowPass;
        Seasonal = new double[values.Length];
        Trend = new double[values.Length];
    }

    /// <summary>Seasonal component.</summary>
    public double[] Seasonal { get; private set; }

    /// <summary>Trend component.</summary>
    public double[] Trend { get; private set; }

    /// <summary>Robustness weights of the last round; empty without one.</summary>
    public double[] Weights { get; private set; } = [];

    /// <summary>Runs all passes.</summary>
    public static StlPasses Of(double[] values, StlSettings settings)
    {
        var passes = new StlPasses(values, settings);
        passes.Inner();
        for (var round = 0; round < settings.OuterRounds; round++)
        {
            passes.Weights = passes.RobustnessWeights();
            passes.Inner();
        }
        if (settings.Periodic) passes.Seasonal = passes.MeanBySeason();
        return passes;
    }

    private void Inner()
    {
        for (var pass = 0; pass < _settings.InnerPasses; pass++)
        {
            var cycle = SmoothSeasons([.. _values.Zip(Trend, (value, trend) => value - trend)]);
            var low = _lowPassSmoother.Smooth(LowPass(cycle), []);
            Seasonal = [.. low.Select((level, i) => cycle[_settings.Period + i] - level)];
            Trend = _trendSmoother.Smooth([.. _values.Zip(Seasonal, (value, season) => value - season)], Weights);
        }
    }

    /// <summary>Each season smoothed over the cycles and carried on by one cycle at both ends: n + 2 periods long.</summary>
    private double[] SmoothSeasons(double[] detrended)
    {
        var (n, period) = (detrended.Length, _settings.Period);
        var cycle = new double[n + 2 * period];
        for (var season = 0; season < period; season++)
        {
            var own = EachPeriod(detrended, season);
            var weights = Weights.Length == 0 ? [] : EachPeriod(Weights, season);
            var smooth = _seasonalSmoother.Smooth(own, weights);
            var before = _seasonalSmoother.At(own, weights, -1, 0, Math.Min(own.Length, _seasonalSmoother.Window)) ?? smooth[0];
            var after = _seasonalSmoother.At(own, weights, own.Length, Math.Max(0, own.Length - _seasonalSmoother.Window), own.Length) ?? smooth[^1];
            cycle[season] = before;
            for (var k = 0; k < smooth.Length; k++) cycle[season + (k + 1) * period] = smooth[k];
            cycle[season + (smooth.Length + 1) * period] = after;
        }
        return cycle;
    }

    private double[] EachPeriod(double[] values, int season) =>
        [.. Enumerable.Range(0, (values.Length - season - 1) / _settings.Period + 1).Select(k => values[season + k * _settings.Period])];

    private double[] LowPass(double[] cycle) => MovingMean(MovingMean(MovingMean(cycle, _settings.Period), _settings.Period), 3);

    private static double[] MovingMean(double[] values, int length)
    {
        var means = new double[values.Length - length + 1];
        var sum = values.Take(length).Sum();
        means[0] = sum / length;
        for (var i = 1; i < means.Length; i++) means[i] = (sum += values[i + length - 1] - values[i - 1]) / length;
        return means;
    }

    /// <summary>Bisquare weights of the remainder against six times its median magnitude.</summary>
    private double[] RobustnessWeights()
    {
        double[] sizes = [.. _values.Select((value, i) => Math.Abs(value - Seasonal[i] - Trend[i]))];
        // Where the fit is exact, rounding must not be taken for a spread; the largest value lies between 1 and 2 here.
        var limit = Math.Max(6 * Middle.Of(sizes), 1e-13);
        return Array.ConvertAll(sizes, size => Bisquare(size, limit));
    }

    private static double Bisquare(double size, double limit)
    {
        if (size <= 0.001 * limit) return 1;
        if (size > 0.999 * limit) return 0;
        var rest = 1 - size / limit * (size / limit);
        return rest * rest;
    }

    private double[] MeanBySeason()
    {
        double[] means = [.. Enumerable.Range(0, _settings.Period).Select(season => EachPeriod(Seasonal, season).Average())];
        return [.. Seasonal.Select((_, i) => means[i % _settings.Period])];
    }
}
