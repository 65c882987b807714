using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>
/// Rolling origin: the models are fitted anew to the values up to each of the last origins, and their steps are scored
/// against the values that came. Better than naive is told by a one-sided t test of the gains in CRPS one step ahead,
/// which do not overlap (Diebold and Mariano 1995, JBES 13:253-263, with the t of Harvey, Leybourne and Newbold 1997, IJF 13:281-291).
/// </summary>
public sealed class BackTest
{
    /// <summary>Level at which skill is claimed.</summary>
    public const double SignificanceLevel = 0.05;

    /// <summary>Fewest origins that are scored.</summary>
    public const int LeastOrigins = 3;

    /// <summary>Most origins: each costs a fit of each model.</summary>
    public const int MostOrigins = 12;

    private readonly Dictionary<ForecastModel, List<OriginScore>> _scores = [];
    private readonly List<bool> _inEnvelope = [];

    private BackTest()
    {
    }

    /// <summary>Share of the held-back values inside the envelope of all models, and their number.</summary>
    public (double? Share, int N) Envelope => _inEnvelope.Count == 0 ? (null, 0) : (_inEnvelope.Average(inside => inside ? 1.0 : 0), _inEnvelope.Count);

    /// <summary>Number of origins with so many values.</summary>
    public static int OriginsOf(int n) => Math.Clamp(n / 3, LeastOrigins, MostOrigins);

    /// <summary>Runs the models from each of the last third of the values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="models">The models; the naive forecast is run besides.</param>
    /// <param name="horizon">Most steps from each origin.</param>
    /// <param name="scaling">The scale; with a logit all values lie inside of 0 to 100.</param>
    public static BackTest Run(double[] values, IReadOnlyList<ForecastModel> models, int horizon, ForecastScaling scaling)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(scaling);
        var test = new BackTest();
        double?[] scaled = [.. values.Select(value => scaling.Forward(value))];
        for (var t = Math.Max(1, values.Length - OriginsOf(values.Length)); t < values.Length; t++)
            test.Score(values, scaled[..t], models, Math.Min(horizon, values.Length - t), scaling);
        return test;
    }

    /// <summary>The scores of a model; null with fewer than three origins.</summary>
    public BackTestResult? Of(ForecastModel model)
    {
        if (!_scores.TryGetValue(model, out var all)) return null;
        var byOrigin = _scores.GetValueOrDefault(ForecastModel.Naive, []).ToDictionary(score => score.Origin);
        var scores = all.Where(score => byOrigin.ContainsKey(score.Origin)).ToList();
        if (scores.Count < LeastOrigins) return null;
        var n = scores.Sum(score => score.Steps);
        var scaled = scores.Where(score => score.Accuracy.ScaledError is not null).ToList();
        var crps = scores.Sum(score => score.Crps.Sum()) / n;
        var (skill, p) = model == ForecastModel.Naive ? (null, null) : Against(scores, [.. scores.Select(score => byOrigin[score.Origin])], crps, n);
        return new BackTestResult
        {
            Origins = scores.Count,
            Scored = n,
            Mase = scaled.Count == 0 ? null : Mean(scaled, score => score.ScaledError.GetValueOrDefault()),
            Crps = crps,
            IntervalScore95 = Mean(scores, score => score.IntervalScore95.GetValueOrDefault()),
            Coverage95 = Mean(scores, score => score.Coverage95.GetValueOrDefault()),
            SkillAgainstNaive = skill,
            P = p,
            MeanAbsoluteError = Mean(scores, score => score.MeanAbsoluteError.GetValueOrDefault()),
            RootMeanSquaredError = Math.Sqrt(Mean(scores, score => score.RootMeanSquaredError.GetValueOrDefault() * score.RootMeanSquaredError.GetValueOrDefault()))
        };
    }

    private static (double? Skill, double? P) Against(List<OriginScore> scores, List<OriginScore> naive, double crps, int n)
    {
        var reference = naive.Sum(score => score.Crps.Sum()) / n;
        double? skill = reference > 0 ? 1 - crps / reference : null;
        double[] gains = [.. scores.Zip(naive, (mine, its) => its.Crps[0] - mine.Crps[0])];
        var mean = gains.Average();
        var sd = Math.Sqrt(gains.Sum(gain => (gain - mean) * (gain - mean)) / (gains.Length - 1));
        if (skill is null || !(sd > 1e-12 * Math.Abs(mean)) || !double.IsFinite(sd)) return (skill, null);
        return (skill, StudentT.CDF(0, 1, gains.Length - 1, -mean / (sd / Math.Sqrt(gains.Length))));
    }

    /// <summary>Mean over steps, not over origins: each origin counts as often as it has steps.</summary>
    private static double Mean(List<OriginScore> scores, Func<ForecastAccuracyResult, double> figure) =>
        scores.Sum(score => score.Steps * figure(score.Accuracy)) / scores.Sum(score => score.Steps);

    private void Score(double[] values, double?[] training, IReadOnlyList<ForecastModel> models, int steps, ForecastScaling scaling)
    {
        var t = training.Length;
        var paths = models.Append(ForecastModel.Naive).Distinct().Select(model => ModelPath.Fit(model, training, steps, scaling)).OfType<ModelPath>().ToList();
        // Without the naive forecast beside it, a score says nothing.
        if (!paths.Exists(path => path.Model == ForecastModel.Naive)) return;
        double?[] before = [.. values[..t].Select(value => (double?)value)];
        foreach (var path in paths) Add(path, values, before, steps);
        if (paths.Count(path => models.Contains(path.Model)) < models.Count) return;
        var shown = paths.Where(path => models.Contains(path.Model)).Select(path => (path.Lower95, path.Upper95)).ToList();
        for (var h = 0; h < steps; h++)
        {
            var actual = values[t + h];
            _inEnvelope.Add(shown.Min(path => path.Lower95[h]) <= actual && actual <= shown.Max(path => path.Upper95[h]));
        }
    }

    private void Add(ModelPath path, double[] values, double?[] before, int steps)
    {
        double[] actual = values[before.Length..(before.Length + steps)];
        var accuracy = ForecastAccuracy.Score(before, [.. actual.Select((value, h) => path.Beside(h, value))]);
        double[] crps = [.. actual.Select((value, h) => path.Crps(h, value))];
        if (!accuracy.Defined || !crps.All(double.IsFinite)) return;
        if (!_scores.TryGetValue(path.Model, out var scores)) _scores[path.Model] = scores = [];
        scores.Add(new OriginScore(before.Length, steps, accuracy, crps));
    }

    private sealed record OriginScore(int Origin, int Steps, ForecastAccuracyResult Accuracy, double[] Crps);
}
