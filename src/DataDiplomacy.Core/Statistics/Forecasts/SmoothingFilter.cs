namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>One pass of exponential smoothing over a series.</summary>
internal sealed class SmoothingFilter
{
    private readonly double _phi;

    private SmoothingFilter(double[] fitted, double sse, double level, double trend, double phi) =>
        (Fitted, Sse, Level, Trend, _phi) = (fitted, sse, level, trend, phi);

    /// <summary>Forecast of each value from those before it.</summary>
    public double[] Fitted { get; }

    /// <summary>Sum of the squared errors.</summary>
    public double Sse { get; }

    /// <summary>Level after the last value.</summary>
    public double Level { get; }

    /// <summary>Trend after the last value.</summary>
    public double Trend { get; }

    /// <summary>Filters a complete series.</summary>
    public static SmoothingFilter Run(double[] y, SmoothingParameters parameters)
    {
        var fitted = new double[y.Length];
        var (sse, level, trend) = (0.0, parameters.Level, parameters.Trend);
        for (var t = 0; t < y.Length; t++)
        {
            fitted[t] = level + parameters.Phi * trend;
            var error = y[t] - fitted[t];
            level = fitted[t] + parameters.Alpha * error;
            trend = parameters.Phi * trend + parameters.Beta * error;
            sse += error * error;
        }
        return new SmoothingFilter(fitted, sse, level, trend, parameters.Phi);
    }

    /// <summary>Expected values 1 to horizon steps after the last value.</summary>
    public double[] Means(int horizon)
    {
        var means = new double[horizon];
        var (damping, power) = (0.0, 1.0);
        for (var h = 0; h < horizon; h++)
        {
            power *= _phi;
            damping += power;
            means[h] = Level + damping * Trend;
        }
        return means;
    }
}
