namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>Random walk with drift, the forecast for short series, and the naive forecast that nothing changes.</summary>
public static class DriftForecast
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>Farthest step of a forecast.</summary>
    public const int MaxHorizon = ForecastSeries.MaxHorizon;

    /// <summary>Goes on by the mean change; the interval counts the uncertainty of the drift. Undefined with fewer than three values or gaps.</summary>
    /// <param name="values">Values at equal steps, oldest first; null is a gap.</param>
    /// <param name="horizon">Number of steps, 1 to <see cref="MaxHorizon"/>.</param>
    /// <param name="target">Value whose probability of being reached is wanted; null for none.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite, the horizon is out of range, or there are too many values.</exception>
    public static DriftForecastResult WithDrift(IReadOnlyList<double?> values, int horizon, double? target = null)
    {
        if (ForecastSeries.Complete(values, MaxPoints, horizon, target) is not { } y) return Undefined(StatisticalAnswers.Gaps, values.Count);
        if (y.Length < 3) return Undefined(StatisticalAnswers.InsufficientData, y.Length);

        var steps = y.Length - 1;
        var drift = (y[^1] - y[0]) / steps;
        var sigma = Sigma(y, drift, steps - 1);
        double[] mean = [.. Enumerable.Range(1, horizon).Select(h => y[^1] + h * drift)];
        double[] sd = [.. Enumerable.Range(1, horizon).Select(h => sigma * Math.Sqrt(h * (1 + (double)h / steps)))];
        return Result(y, drift, sigma, ForecastPath.Of(mean, sd, target));
    }

    /// <summary>Repeats the last value; the interval widens with the square root of the step. Undefined with fewer than three values or gaps.</summary>
    /// <inheritdoc cref="WithDrift" path="/param|/exception"/>
    public static DriftForecastResult Naive(IReadOnlyList<double?> values, int horizon, double? target = null)
    {
        if (ForecastSeries.Complete(values, MaxPoints, horizon, target) is not { } y) return Undefined(StatisticalAnswers.Gaps, values.Count);
        if (y.Length < 3) return Undefined(StatisticalAnswers.InsufficientData, y.Length);

        var sigma = Sigma(y, 0, y.Length - 1);
        double[] mean = [.. Enumerable.Repeat(y[^1], horizon)];
        double[] sd = [.. Enumerable.Range(1, horizon).Select(h => sigma * Math.Sqrt(h))];
        return Result(y, 0, sigma, ForecastPath.Of(mean, sd, target));
    }

    private static DriftForecastResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

    private static double Sigma(double[] y, double drift, int degrees)
    {
        double[] errors = [.. y.Skip(1).Zip(y, (next, value) => next - value - drift)];
        var sigma = BinaryScale.RootMeanSquare(errors, degrees);
        return ForecastSeries.IsRounding(sigma, y) ? 0 : sigma;
    }

    private static DriftForecastResult Result(double[] y, double drift, double sigma, ForecastPath? path)
    {
        if (path is null || !double.IsFinite(drift)) return Undefined(StatisticalAnswers.OutOfRange, y.Length);
        return new DriftForecastResult { Defined = true, N = y.Length, Drift = drift, Sigma = sigma, Path = path };
    }
}
