using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>What all published forecasts say in the same words: parameters, outputs, figures.</summary>
internal static class ForecastAnswer
{
    public const int DefaultHorizon = 5;

    public static readonly StatisticalParameter Horizon = new()
    {
        Name = "horizon",
        Meaning = "number of steps to forecast",
        Default = DefaultHorizon,
        Range = $"whole number from 1 to {ForecastSeries.MaxHorizon}"
    };

    public static readonly StatisticalParameter Target = new()
    {
        Name = "target",
        Meaning = "value whose probability of being reached is wanted; absent: prob_at_least is null",
        Default = null,
        Range = "any number"
    };

    public static readonly IReadOnlyList<StatisticalOutput> Outputs =
    [
        new("mean", "expected value per step ahead, unit of the value"),
        new("sd", "standard deviation of the error per step ahead, unit of the value"),
        new("lower80", "lower end of the 80 % interval per step ahead"),
        new("upper80", "upper end of the 80 % interval per step ahead"),
        new("lower95", "lower end of the 95 % interval per step ahead"),
        new("upper95", "upper end of the 95 % interval per step ahead"),
        new("prob_at_least", "probability that the value is at least the target per step ahead, 0 to 1; null without target")
    ];

    public static void Add(JsonObject answer, ForecastPath path)
    {
        answer["mean"] = StatisticalAnswers.Numbers(path.Mean);
        answer["sd"] = StatisticalAnswers.Numbers(path.Sd);
        answer["lower80"] = StatisticalAnswers.Numbers(path.Lower80);
        answer["upper80"] = StatisticalAnswers.Numbers(path.Upper80);
        answer["lower95"] = StatisticalAnswers.Numbers(path.Lower95);
        answer["upper95"] = StatisticalAnswers.Numbers(path.Upper95);
        answer["prob_at_least"] = path.ProbAtLeast is { } probabilities ? StatisticalAnswers.Numbers(probabilities) : null;
    }

    /// <summary>Says what no interval tells.</summary>
    public static void Warn(List<string> warnings, ForecastPath path, int n)
    {
        if (path.Sd[0] == 0)
            warnings.Add("The fit has no error at all: intervals without width and probabilities of 0, 0.5 or 1 are not credible.");
        StatisticalWarnings.AddShort(warnings, n);
        if (path.ProbAtLeast is not null)
            warnings.Add("One model alone does not tell the probability of a target: compare at least two and give the range.");
    }
}
