using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>Scores for back-tests: errors, scaled error, and proper scores of intervals and distributions.</summary>
public static class ForecastAccuracy
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values in training, and of steps.</summary>
    public const int MaxPoints = 100_000;

    private const double Alpha = 0.05;
    private const double Tau = 0.1;

    private static readonly double QuantileZ = Normal.InvCDF(0, 1, Tau);

    /// <summary>Scores the steps of a forecast. Steps with a missing figure are dropped; undefined without any left.</summary>
    /// <param name="training">Values the forecast was made from, oldest first; a difference with a missing value does not count.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="season">Length of the season of the naive forecast to compare with, 1 for none.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite, a standard deviation is negative, an interval is upside down, or a size is out of range.</exception>
    public static ForecastAccuracyResult Score(IReadOnlyList<double?> training, IReadOnlyList<ForecastStep> steps, int season = 1)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentOutOfRangeException.ThrowIfLessThan(season, 1);
        FiniteValues.Present(training, nameof(training));
        if (training.Count > MaxPoints || steps.Count > MaxPoints)
            throw new ArgumentException($"{training.Count} values and {steps.Count} steps; at most {MaxPoints} of each are taken.", nameof(steps));
        for (var i = 0; i < steps.Count; i++) Check(steps[i], i);

        var complete = steps.Where(step => step.IsComplete).ToList();
        if (complete.Count == 0) return new ForecastAccuracyResult { Defined = false, Reason = StatisticalAnswers.InsufficientData, N = 0 };
        var result = Result([.. complete.Select(Outcome.Of)], Scale(training, season));
        return IsFinite(result) ? result : new ForecastAccuracyResult { Defined = false, Reason = StatisticalAnswers.OutOfRange, N = complete.Count };
    }

    private static void Check(ForecastStep step, int i)
    {
        foreach (var figure in new[] { step.Actual, step.Mean, step.Sd, step.Lower95, step.Upper95 }) FiniteValues.Require(figure ?? 0, "steps", i);
        if (step.Sd < 0) throw new ArgumentException($"steps[{i}] has a negative standard deviation.", nameof(step));
        if (step.Lower95 > step.Upper95) throw new ArgumentException($"steps[{i}] has its lower end above its upper end.", nameof(step));
    }

    /// <summary>Mean absolute change over a season; null without one, or where nothing changes.</summary>
    private static double? Scale(IReadOnlyList<double?> training, int season)
    {
        var (sum, count) = (0.0, 0);
        for (var t = season; t < training.Count; t++)
        {
            if (training[t] is not { } value || training[t - season] is not { } before) continue;
            sum += Math.Abs(value - before);
            count++;
        }
        return count > 0 && sum > 0 && double.IsFinite(sum) ? sum / count : null;
    }

    private static ForecastAccuracyResult Result(IReadOnlyList<Outcome> outcomes, double? scale)
    {
        var absolute = outcomes.Average(outcome => Math.Abs(outcome.Error));
        return new ForecastAccuracyResult
        {
            Defined = true,
            N = outcomes.Count,
            MeanError = outcomes.Average(outcome => outcome.Error),
            MeanAbsoluteError = absolute,
            RootMeanSquaredError = BinaryScale.RootMeanSquare([.. outcomes.Select(outcome => outcome.Error)], outcomes.Count),
            ScaledError = absolute / scale,
            IntervalScore95 = outcomes.Average(outcome => outcome.IntervalScore),
            CrpsNormal = outcomes.Average(outcome => outcome.Crps),
            Pinball10 = outcomes.Average(outcome => outcome.Pinball),
            Coverage95 = outcomes.Average(outcome => outcome.IsInside ? 1.0 : 0)
        };
    }

    private static bool IsFinite(ForecastAccuracyResult result) =>
        new[]
        {
            result.MeanError, result.MeanAbsoluteError, result.RootMeanSquaredError, result.ScaledError, result.IntervalScore95, result.CrpsNormal, result.Pinball10
        }.All(figure => figure is not { } value || double.IsFinite(value));

    private readonly record struct Outcome(double Error, double Sd, double Width, double Outside)
    {
        public static Outcome Of(ForecastStep step)
        {
            var (actual, lower, upper) = (step.Actual.GetValueOrDefault(), step.Lower95.GetValueOrDefault(), step.Upper95.GetValueOrDefault());
            var outside = Math.Max(0, Math.Max(lower - actual, actual - upper));
            return new Outcome(actual - step.Mean.GetValueOrDefault(), step.Sd.GetValueOrDefault(), upper - lower, outside);
        }

        public bool IsInside => Outside == 0;

        public double IntervalScore => Width + 2 / Alpha * Outside;

        public double Pinball
        {
            get
            {
                var miss = Error - Sd * QuantileZ;
                return Math.Max(Tau * miss, (Tau - 1) * miss);
            }
        }

        public double Crps
        {
            get
            {
                var z = Error / Sd;
                // Without spread, or far outside it, the score tends to the absolute error.
                if (Sd == 0 || !double.IsFinite(z)) return Math.Abs(Error);
                return Sd * (z * SpecialFunctions.Erf(z / Constants.Sqrt2) + 2 * Normal.PDF(0, 1, z) - 1 / Math.Sqrt(Math.PI));
            }
        }
    }
}
