namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>Exponential smoothing with damped, linear or no trend: filter, fit, and forecast (Hyndman et al. 2002).</summary>
public static class HoltDamped
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values.</summary>
    public const int MaxPoints = 10_000;

    /// <summary>Farthest step of a forecast.</summary>
    public const int MaxHorizon = ForecastSeries.MaxHorizon;

    /// <summary>Filters a series with parameters that are known.</summary>
    /// <param name="values">Values at equal steps, oldest first; null is a gap.</param>
    /// <param name="parameters">Parameters and first state.</param>
    /// <param name="horizon">Number of steps to forecast, 1 to <see cref="MaxHorizon"/>.</param>
    /// <param name="target">Value whose probability of being reached is wanted; null for none.</param>
    /// <param name="estimated">Number q of parameters and first states that were estimated from these values; null takes that of the model.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite, a setting is out of range, or there are too many values.</exception>
    public static HoltDampedResult Filter(
        IReadOnlyList<double?> values, SmoothingParameters parameters, int horizon, double? target = null, int? estimated = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.Check();
        var q = estimated ?? SmoothingParameters.Estimated(parameters.Model);
        ArgumentOutOfRangeException.ThrowIfNegative(q, nameof(estimated));
        if (ForecastSeries.Complete(values, MaxPoints, horizon, target) is not { } y) return Undefined(StatisticalAnswers.Gaps, values.Count);
        if (y.Length < SmoothingParameters.LeastPoints(parameters.Model) || y.Length <= q) return Undefined(StatisticalAnswers.InsufficientData, y.Length);
        return Result(y, SmoothingFilter.Run(y, parameters), parameters, q, horizon, target);
    }

    /// <summary>
    /// Fits parameters and first state by least squares, which is maximum likelihood here, within 0.0001 &lt;= alpha &lt;= 0.9999,
    /// 0 &lt; beta &lt;= alpha and 0.8 &lt;= phi &lt;= 0.98, then filters. Undefined with fewer values than <see cref="SmoothingParameters.LeastPoints"/>.
    /// </summary>
    /// <param name="values">Values at equal steps, oldest first; null is a gap.</param>
    /// <param name="model">The model.</param>
    /// <param name="horizon">Number of steps to forecast, 1 to <see cref="MaxHorizon"/>.</param>
    /// <param name="target">Value whose probability of being reached is wanted; null for none.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite, the horizon is out of range, or there are too many values.</exception>
    public static HoltDampedResult Fit(IReadOnlyList<double?> values, SmoothingModel model, int horizon, double? target = null)
    {
        if (ForecastSeries.Complete(values, MaxPoints, horizon, target) is not { } y) return Undefined(StatisticalAnswers.Gaps, values.Count);
        if (y.Length < SmoothingParameters.LeastPoints(model)) return Undefined(StatisticalAnswers.InsufficientData, y.Length);
        if (SmoothingFit.Best(y, model) is not { } best) return Undefined(StatisticalAnswers.OutOfRange, y.Length);
        return Result(y, SmoothingFilter.Run(y, best), best, SmoothingParameters.Estimated(model), horizon, target);
    }

    private static HoltDampedResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

    private static HoltDampedResult Result(
        double[] y, SmoothingFilter filter, SmoothingParameters parameters, int q, int horizon, double? target)
    {
        var n = y.Length;
        var sse = ForecastSeries.IsRounding(Math.Sqrt(filter.Sse / n), y) ? 0 : filter.Sse;
        var path = ForecastPath.Of(filter.Means(horizon), StandardDeviations(Math.Sqrt(sse / (n - q)), parameters, horizon), target);
        if (path is null || !double.IsFinite(sse)) return Undefined(StatisticalAnswers.OutOfRange, n);

        double? likelihood = sse > 0 ? -n / 2.0 * Math.Log(sse) : null;
        var k = q + 1;
        return new HoltDampedResult
        {
            Defined = true,
            N = n,
            Parameters = parameters,
            Sse = sse,
            Sigma2 = sse / (n - q),
            LogLikelihood = likelihood,
            Aicc = n > k + 1 ? -2 * likelihood + 2 * k + 2.0 * k * (k + 1) / (n - k - 1) : null,
            Fitted = filter.Fitted,
            LastLevel = filter.Level,
            LastTrend = parameters.Model == SmoothingModel.Simple ? null : filter.Trend,
            Path = path
        };
    }

    private static double[] StandardDeviations(double sigma, SmoothingParameters parameters, int horizon)
    {
        var sd = new double[horizon];
        var (sum, damping, power) = (1.0, 0.0, 1.0);
        for (var h = 0; h < horizon; h++)
        {
            sd[h] = sigma * Math.Sqrt(sum);
            power *= parameters.Phi;
            damping += power;
            var c = parameters.Alpha + parameters.Beta * damping;
            sum += c * c;
        }
        return sd;
    }
}
