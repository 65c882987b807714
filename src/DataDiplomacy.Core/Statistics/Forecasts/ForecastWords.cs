using System.Globalization;

namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>What a reader must know of a forecast before believing it.</summary>
internal static class ForecastWords
{
    private const double DisagreeAbove = 0.1;
    private const double PoorCoverage = 0.85;
    private const double LowestAlpha = 0.001;
    private const int TrustFrom = 20;

    /// <summary>Name of a model in a sentence.</summary>
    public static string Of(ForecastModel model) => model switch
    {
        ForecastModel.Naive => "naive",
        ForecastModel.Drift => "drift",
        ForecastModel.Simple => "simple smoothing",
        ForecastModel.Holt => "Holt",
        _ => "damped trend"
    };

    /// <summary>The chance of a target over models, in words; never 0 % or 100 %.</summary>
    public static string Range(double low, double high)
    {
        var (least, most) = (Percent(low), Percent(high));
        if (high - low > DisagreeAbove) return $"between {least} and {most}: the models disagree";
        return least == most ? $"{least} by every model" : $"between {least} and {most}: the models are close, which does not prove them right";
    }

    public static string ScaleOf(ForecastScaling scaling, ForecastQuestion question)
    {
        if (question.Scale == ForecastScale.Logit) return "Logit, as asked for: neither mean nor interval can leave 0 to 100.";
        if (question.Scale == ForecastScale.Linear) return "Linear, as asked for.";
        if (!question.IsShare) return "Linear: the values are not known to be shares in per cent.";
        if (scaling.Scale == ForecastScale.Logit)
            return "Logit: the values are shares in per cent within 0 to 100, so that neither mean nor interval can leave that range; choose scale=linear where values can leave it.";
        return scaling.IsBounded
            ? "Linear, cut at 0 and 100: values of exactly 0 or 100 have no logit."
            : "Linear: some values lie outside of 0 to 100, so that they are no shares.";
    }

    public static IReadOnlyList<string> WarningsOf(double[] y, ForecastQuestion question, ForecastScaling scaling, IReadOnlyList<ForecastModel> leftOut)
    {
        var warnings = new List<string>();
        StatisticalWarnings.AddShort(warnings, y.Length);
        foreach (var model in leftOut)
        {
            warnings.Add(y.Length < ForecastBundle.LeastPoints(model)
                ? $"Left out: {Of(model)} needs {ForecastBundle.LeastPoints(model)} values, and there are {y.Length}."
                : $"Left out: the figures of {Of(model)} are too large to be computed.");
        }
        if (question.Horizon > y.Length / 2) warnings.Add($"{question.Horizon} steps ahead rest on {y.Length} values: such a distance was hardly ever seen.");
        if (question.Target is { } target && scaling.Aim(target, question.AtMost) is var aim && aim != target)
            warnings.Add($"A target of {Number(target)} is the end of the scale: it counts as met from {Number(aim)} on (UNSD 2023: within one point).");
        if (question.Target is { } goal && y[^1] is var last && (question.AtMost ? last <= goal : last >= goal))
            warnings.Add($"The last value, {Number(last)}, meets the target already: the probability is that of still meeting it.");
        return warnings;
    }

    public static IReadOnlyList<string> WarningsOf(ModelForecast model, ForecastBundleResult result)
    {
        var warnings = new List<string>();
        if (model.Parameters["sigma"] == 0) warnings.Add("The fit has no error at all: an interval without width and probabilities of 0, 0.5 or 1 are not credible.");
        if (model.Parameters.TryGetValue("alpha", out var alpha))
        {
            if (result.N < TrustFrom) warnings.Add($"{result.N} values do not tell the parameters: at least {TrustFrom} are needed to trust them.");
            if (alpha < LowestAlpha) warnings.Add("Alpha ended at its lower bound: the interval hardly widens with the horizon and is too narrow.");
        }
        var leaves = model.Lower95.Any(low => low < 0) || model.Upper95.Any(high => high > ForecastScaling.Most);
        if (result.Question.IsShare && leaves) warnings.Add("The interval leaves 0 to 100, which a share cannot: choose scale=logit.");
        if (model.BackTest is { } test) AddTest(warnings, model.Model, test);
        return warnings;
    }

    public static string VerdictOf(ForecastBundleResult result)
    {
        if (result.Envelope is not { } range) return NotForecast(result);
        var question = result.Question;
        var unit = question.UnitLabel.Length == 0 ? "" : " " + question.UnitLabel;
        var last = question.Horizon - 1;
        List<string> sentences =
        [
            $"{result.Models.Count} models go on from {result.N} values: for {question.PeriodOf(question.Horizon)} their means lie between {Number(range.MeanLow[last])} and {Number(range.MeanHigh[last])}, "
                + $"their 95 % intervals together between {Number(range.Low[last])} and {Number(range.High[last])}{unit}."
        ];
        if (result.Chance is { } chance && question.Target is { } target)
            sentences.Add($"The chance of {(question.AtMost ? "at most" : "at least")} {Number(target)} in {question.PeriodOf(chance.Step)} is {chance.Sentence}.");
        sentences.Add(SkillOf(result));
        sentences.Add("A forecast goes on from the past: it knows no cause, no plan and no shock.");
        return string.Join(' ', sentences);
    }

    public static string NotForecast(ForecastBundleResult result) => "Not forecast: " + result.Reason switch
    {
        StatisticalAnswers.Gaps => "values are missing between others; equal steps are needed, and nothing is made up.",
        ForecastBundleResult.OutsideLogit => "values at 0 or 100 or beyond have no logit; choose scale=auto or scale=linear.",
        ForecastBundleResult.TooManyPoints => $"{result.N} values, and at most {ForecastBundle.MaxPoints} are taken; choose a shorter time.",
        StatisticalAnswers.OutOfRange => "the figures are too large to be computed.",
        _ => $"n={result.N} allows fewer than {ForecastBundle.LeastModels} of the models, and one model alone does not tell how far to believe it."
    };

    private static void AddTest(List<string> warnings, ForecastModel model, BackTestResult test)
    {
        if (test.SkillAgainstNaive is <= 0)
            warnings.Add($"Does not beat the naive forecast in the back-test (skill {Number(test.SkillAgainstNaive.GetValueOrDefault())} over {test.Scored} values).");
        else if (model != ForecastModel.Naive && !test.IsBetterThanNaive)
            warnings.Add("Better than the naive forecast in the back-test, but not beyond chance"
                + (test.Q is { } q ? $" (q{ReadableNumber.Probability(q)}, {test.Origins} origins)." : $" ({test.Origins} origins)."));
        if (test.Coverage95 < PoorCoverage)
            warnings.Add($"The 95 % interval held {ReadableNumber.Percent(Math.Round(test.Coverage95, 2))} of {test.Scored} held-back values: it is too narrow.");
    }

    private static string SkillOf(ForecastBundleResult result)
    {
        var tested = result.Models.Where(model => model.BackTest?.SkillAgainstNaive is not null).ToList();
        if (tested.Count == 0) return "No model could be tested against the naive forecast on values held back: how good they are is not known.";
        var better = tested.Where(model => model.BackTest?.IsBetterThanNaive == true).Select(model => Of(model.Model)).ToList();
        return better.Count == 0
            ? "On values held back no model was better than the naive forecast beyond chance."
            : $"On values held back {string.Join(", ", better)} did better than the naive forecast beyond chance.";
    }

    private static string Percent(double share) => share switch
    {
        < 0.01 => "<1 %",
        > 0.99 => ">99 %",
        _ => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + " %"
    };

    private static string Number(double value) => ReadableNumber.Of(value);
}
