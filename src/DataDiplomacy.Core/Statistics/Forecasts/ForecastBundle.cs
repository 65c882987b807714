namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>
/// Forecasts a series by several models at once, tests them on values that were held back, and gives the range that they span.
/// The same series can give one model a chance of 0.00000002 and another one of 0.86: neither is honest alone, so that there is no answer with one.
/// </summary>
public static class ForecastBundle
{
    /// <summary>Version of the forecast as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>What is done, in words.</summary>
    public const string Method = "Naive forecast, random walk with drift, exponential smoothing (simple, Holt, damped) by least squares, normal intervals on the scale of the forecast; "
        + "range over models; rolling-origin back-test with CRPS, interval score, MASE and coverage; better than naive by a one-sided t test one step ahead, q by Benjamini-Hochberg";

    /// <summary>Largest number of values.</summary>
    public const int MaxPoints = 1_000;

    /// <summary>Farthest step.</summary>
    public const int MaxHorizon = 50;

    /// <summary>Fewest models of an answer.</summary>
    public const int LeastModels = 2;

    /// <summary>Fewest values that a model takes.</summary>
    public static int LeastPoints(ForecastModel model) => model switch
    {
        ForecastModel.Simple => SmoothingParameters.LeastPoints(SmoothingModel.Simple),
        ForecastModel.Holt => SmoothingParameters.LeastPoints(SmoothingModel.Linear),
        ForecastModel.Damped => SmoothingParameters.LeastPoints(SmoothingModel.Damped),
        _ => 3
    };

    /// <summary>Forecasts one series.</summary>
    /// <param name="values">Values at equal steps, oldest first; null is a gap, which leaves the answer undefined.</param>
    /// <param name="question">What is asked.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite, the horizon or the step of the target is out of range, or fewer than two models are named.</exception>
    public static ForecastBundleResult Of(IReadOnlyList<double?> values, ForecastQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        Check(question);
        var y = FiniteValues.Present(values, nameof(values));
        if (y.Length < values.Count) return Undefined(y.Length, question, StatisticalAnswers.Gaps);
        if (y.Length > MaxPoints) return Undefined(y.Length, question, ForecastBundleResult.TooManyPoints);
        return ScalingOf(y, question) is not { } scaling
            ? Undefined(y.Length, question, ForecastBundleResult.OutsideLogit)
            : Forecast(y, question, scaling);
    }

    /// <summary>Adjusts the p of all models of all series that were looked at together; verdicts follow q from then on.</summary>
    /// <param name="results">All forecasts made, not only those that will be shown.</param>
    public static IReadOnlyList<ForecastBundleResult> WithFamily(IReadOnlyList<ForecastBundleResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        double?[] p = [.. results.SelectMany(result => result.Models).Select(model => model.BackTest?.P)];
        var q = MultipleTesting.Adjust(p).Bh;
        var (size, at) = (p.Count(one => one is not null), 0);
        var adjusted = new List<ForecastBundleResult>(results.Count);
        foreach (var result in results)
        {
            var models = new List<ModelForecast>();
            foreach (var model in result.Models)
            {
                var own = q[at++];
                models.Add(model with { BackTest = model.BackTest is { } test ? test with { Q = own } : null });
            }
            adjusted.Add(Worded(result with { Models = models, FamilySize = size }));
        }
        return adjusted;
    }

    private static void Check(ForecastQuestion question)
    {
        if (question.Horizon is < 1 or > MaxHorizon)
            throw new ArgumentOutOfRangeException(nameof(question), question.Horizon, $"The horizon has 1 to {MaxHorizon} steps.");
        if (question.AskedStep < 1 || question.AskedStep > question.Horizon)
            throw new ArgumentOutOfRangeException(nameof(question), question.TargetStep, "The target is asked for at a step of the forecast.");
        if (question.Models.Distinct().Count() < LeastModels)
            throw new ArgumentException("One model alone does not tell how far to believe it: at least two are needed.", nameof(question));
        FiniteValues.Require(question.Target ?? 0, nameof(question.Target), 0);
    }

    /// <summary>The scale that was asked for or that keeps a share within 0 to 100; null where there is no logit.</summary>
    private static ForecastScaling? ScalingOf(double[] y, ForecastQuestion question)
    {
        var inside = Array.TrueForAll(y, value => value is > 0 and < ForecastScaling.Most);
        if (question.Scale == ForecastScale.Logit) return inside ? ForecastScaling.Logit : null;
        if (question.Scale == ForecastScale.Linear || !question.IsShare) return ForecastScaling.Linear;
        if (inside) return ForecastScaling.Logit;
        return Array.TrueForAll(y, value => value is >= 0 and <= ForecastScaling.Most) ? ForecastScaling.Cut : ForecastScaling.Linear;
    }

    private static ForecastBundleResult Forecast(double[] y, ForecastQuestion question, ForecastScaling scaling)
    {
        double?[] scaled = [.. y.Select(value => scaling.Forward(value))];
        var wanted = question.Models.Distinct().Order().ToList();
        var paths = wanted.Select(model => ModelPath.Fit(model, scaled, question.Horizon, scaling)).OfType<ModelPath>().ToList();
        if (paths.Count < LeastModels)
        {
            var isShort = wanted.Count(model => y.Length >= LeastPoints(model)) < LeastModels;
            return Undefined(y.Length, question, isShort ? StatisticalAnswers.InsufficientData : StatisticalAnswers.OutOfRange);
        }

        var test = BackTest.Run(y, [.. paths.Select(path => path.Model)], question.Horizon, scaling);
        var result = new ForecastBundleResult
        {
            Defined = true,
            N = y.Length,
            Question = question,
            Scale = scaling.Scale,
            ScaleReason = ForecastWords.ScaleOf(scaling, question),
            Models = [.. paths.Select(path => ModelOf(path, question, test.Of(path.Model)))],
            Envelope = EnvelopeOf(paths, question.Horizon, test),
            Warnings = ForecastWords.WarningsOf(y, question, scaling, [.. wanted.Except(paths.Select(path => path.Model))])
        };
        return WithFamily([result with { Chance = ChanceOf(result.Models, question) }])[0];
    }

    private static ModelForecast ModelOf(ModelPath path, ForecastQuestion question, BackTestResult? test) => new()
    {
        Model = path.Model,
        Parameters = path.Parameters,
        Mean = path.Mean,
        Sd = path.Sd,
        Lower80 = path.Lower80,
        Upper80 = path.Upper80,
        Lower95 = path.Lower95,
        Upper95 = path.Upper95,
        ProbabilityOfTarget = question.Target is { } target ? path.Probability(target, question.AtMost) : null,
        BackTest = test,
        Warnings = []
    };

    private static ForecastEnvelope EnvelopeOf(List<ModelPath> paths, int horizon, BackTest test)
    {
        double[] Least(Func<ModelPath, IReadOnlyList<double>> figure) => [.. Enumerable.Range(0, horizon).Select(h => paths.Min(path => figure(path)[h]))];
        double[] Most(Func<ModelPath, IReadOnlyList<double>> figure) => [.. Enumerable.Range(0, horizon).Select(h => paths.Max(path => figure(path)[h]))];
        var (share, n) = test.Envelope;
        return new ForecastEnvelope
        {
            Low = Least(path => path.Lower95),
            High = Most(path => path.Upper95),
            Low80 = Least(path => path.Lower80),
            High80 = Most(path => path.Upper80),
            MeanLow = Least(path => path.Mean),
            MeanHigh = Most(path => path.Mean),
            Coverage95 = share,
            CoverageN = n
        };
    }

    private static ForecastChance? ChanceOf(IReadOnlyList<ModelForecast> models, ForecastQuestion question)
    {
        var step = question.AskedStep;
        var chances = models.Select(model => model.ProbabilityOfTarget).OfType<IReadOnlyList<double>>().Select(p => p[step - 1]).ToList();
        if (chances.Count == 0) return null;
        return ForecastChance.Of(step, chances.Min(), chances.Max());
    }

    /// <summary>Warnings of the models and verdict, which follow q.</summary>
    private static ForecastBundleResult Worded(ForecastBundleResult result)
    {
        if (!result.Defined) return result;
        var worded = result with { Models = [.. result.Models.Select(model => model with { Warnings = ForecastWords.WarningsOf(model, result) })] };
        return worded with { Verdict = ForecastWords.VerdictOf(worded) };
    }

    private static ForecastBundleResult Undefined(int n, ForecastQuestion question, string reason)
    {
        var result = new ForecastBundleResult { Defined = false, Reason = reason, N = n, Question = question };
        return result with { Verdict = ForecastWords.NotForecast(result) };
    }
}
