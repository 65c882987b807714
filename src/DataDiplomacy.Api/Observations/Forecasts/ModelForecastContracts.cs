using DataDiplomacy.Core.Statistics.Forecasts;

namespace DataDiplomacy.Api.Observations.Forecasts;

/// <summary>The forecast of one model; lists have one element per step.</summary>
public sealed record ModelForecastView
{
    /// <summary>The model.</summary>
    public required ForecastModel Model { get; init; }

    /// <summary>Its name in words.</summary>
    /// <example>Random walk with drift: the mean change goes on</example>
    public required string Title { get; init; }

    /// <summary>Its parameters by name, on the scale of the forecast.</summary>
    /// <example>{"drift":0.7067,"sigma":0.3312}</example>
    public required IReadOnlyDictionary<string, double> Parameters { get; init; }

    /// <summary>The periods ahead.</summary>
    /// <example>["2019","2020"]</example>
    public required IReadOnlyList<string> Periods { get; init; }

    /// <summary>Expected value; on a logit scale the median.</summary>
    /// <example>[72.51,73.21]</example>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>Standard deviation of the error; null on a logit scale, where the error is not symmetric.</summary>
    /// <example>[0.341,0.498]</example>
    public required IReadOnlyList<double>? Sd { get; init; }

    /// <summary>Lower end of the 80 % interval. It takes the parameters as known and is too narrow for that.</summary>
    /// <example>[72.07,72.58]</example>
    public required IReadOnlyList<double> Lower80 { get; init; }

    /// <summary>Upper end of the 80 % interval.</summary>
    /// <example>[72.94,73.85]</example>
    public required IReadOnlyList<double> Upper80 { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    /// <example>[71.84,72.24]</example>
    public required IReadOnlyList<double> Lower95 { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    /// <example>[73.18,74.19]</example>
    public required IReadOnlyList<double> Upper95 { get; init; }

    /// <summary>Probability of the target if this model is right, 0 to 1; null without target.</summary>
    /// <example>[0,0.0002]</example>
    public required IReadOnlyList<double>? ProbabilityOfTarget { get; init; }

    /// <summary>How it did on values held back; null where <c>backTestReason</c> says why.</summary>
    public required BackTestView? BackTest { get; init; }

    /// <summary>Why there is no back-test: <c>insufficient_data</c>, fewer than three origins; null where there is one.</summary>
    /// <example>insufficient_data</example>
    public required string? BackTestReason { get; init; }

    /// <summary>What speaks against this model.</summary>
    /// <example>["Does not beat the naive forecast in the back-test (skill -0.12 over 15 values)."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>Scores on values that were held back: the model was fitted anew to the values up to each of the last origins.</summary>
public sealed record BackTestView
{
    /// <summary>Number of origins: a third of the values, at least 3 and at most 12.</summary>
    /// <example>6</example>
    public required int Origins { get; init; }

    /// <summary>Number of steps that met their value, over all origins; they overlap and are not independent.</summary>
    /// <example>21</example>
    public required int Scored { get; init; }

    /// <summary>Mean absolute error over that of the naive forecast one step ahead in training; null where training has no change.</summary>
    /// <example>0.83</example>
    public required double? Mase { get; init; }

    /// <summary>Continuous ranked probability score, in units of the values; less is better.</summary>
    /// <example>0.55</example>
    public required double Crps { get; init; }

    /// <summary>Interval score of the 95 % interval, in units of the values; less is better.</summary>
    /// <example>4.1</example>
    public required double IntervalScore95 { get; init; }

    /// <summary>Share of the values inside the 95 % interval, 0 to 1.</summary>
    /// <example>0.9</example>
    public required double Coverage95 { get; init; }

    /// <summary>Number of values behind that share.</summary>
    /// <example>21</example>
    public required int CoverageN { get; init; }

    /// <summary>1 - crps over that of the naive forecast at the same steps; above 0 is better than naive. Null for the naive forecast itself.</summary>
    /// <example>0.42</example>
    public required double? SkillAgainstNaive { get; init; }

    /// <summary>One-sided p that it is no better than naive one step ahead, 0 to 1; null for the naive forecast itself and where the gains do not vary.</summary>
    /// <example>0.01</example>
    public required double? P { get; init; }

    /// <summary>p adjusted over all models of the answer (Benjamini-Hochberg); skill is claimed below 0.05 alone.</summary>
    /// <example>0.03</example>
    public required double? Q { get; init; }

    /// <summary>Mean absolute error, in units of the values.</summary>
    /// <example>0.7</example>
    public required double Mae { get; init; }

    /// <summary>Root mean squared error, in units of the values.</summary>
    /// <example>0.9</example>
    public required double Rmse { get; init; }
}

/// <summary>The envelope over all models; lists have one element per step.</summary>
public sealed record EnsembleRangeView
{
    /// <summary>Lowest end of the 95 % intervals of the models.</summary>
    /// <example>[71.8,72.2]</example>
    public required IReadOnlyList<double> Low { get; init; }

    /// <summary>Highest end of the 95 % intervals of the models.</summary>
    /// <example>[73.2,74.2]</example>
    public required IReadOnlyList<double> High { get; init; }

    /// <summary>Lowest end of the 80 % intervals of the models.</summary>
    /// <example>[72.0,72.5]</example>
    public required IReadOnlyList<double> Low80 { get; init; }

    /// <summary>Highest end of the 80 % intervals of the models.</summary>
    /// <example>[72.9,73.9]</example>
    public required IReadOnlyList<double> High80 { get; init; }

    /// <summary>Lowest mean of a model.</summary>
    /// <example>[72.3,72.7]</example>
    public required IReadOnlyList<double> MeanLow { get; init; }

    /// <summary>Highest mean of a model.</summary>
    /// <example>[72.5,73.2]</example>
    public required IReadOnlyList<double> MeanHigh { get; init; }

    /// <summary>Share of the held-back values that lay between low and high, 0 to 1; null without back-test.</summary>
    /// <example>0.95</example>
    public required double? Coverage95 { get; init; }

    /// <summary>Number of values behind that share.</summary>
    /// <example>21</example>
    public required int CoverageN { get; init; }
}

/// <summary>Chance of a target over all models.</summary>
public sealed record ProbabilityRangeView
{
    /// <summary>The value to be reached.</summary>
    /// <example>75</example>
    public required double Target { get; init; }

    /// <summary>From which side.</summary>
    public required TargetDirection Direction { get; init; }

    /// <summary>The period that is asked for.</summary>
    /// <example>2030</example>
    public required string Period { get; init; }

    /// <summary>Least probability that a model gives, 0 to 1.</summary>
    /// <example>0.00000002</example>
    public required double Low { get; init; }

    /// <summary>Largest probability that a model gives, 0 to 1.</summary>
    /// <example>0.861</example>
    public required double High { get; init; }

    /// <summary>The range in words.</summary>
    /// <example>between &lt;1 % and 86 %: the models disagree</example>
    public required string Sentence { get; init; }
}

/// <summary>What a forecast is measured against.</summary>
public sealed record ForecastTargetView
{
    /// <summary>The value to be reached, in the unit of the series.</summary>
    /// <example>100</example>
    public required double Value { get; init; }

    /// <summary>From which side.</summary>
    public required TargetDirection Direction { get; init; }

    /// <summary>The year by which it is to be reached; null where the last step counts.</summary>
    /// <example>2030</example>
    public required int? Year { get; init; }

    /// <summary>The document that sets it, or that it was asked for.</summary>
    /// <example>A/RES/70/1, target 7.1: universal access to affordable, reliable and modern energy services</example>
    public required string Source { get; init; }
}
