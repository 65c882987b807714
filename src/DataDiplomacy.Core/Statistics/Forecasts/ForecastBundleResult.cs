namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>A forecast by several models with the range that they span. Without two models there is none.</summary>
public sealed record ForecastBundleResult
{
    /// <summary>Reason when a value lies at 0 or 100 or beyond, where there is no logit.</summary>
    public const string OutsideLogit = "outside_logit";

    /// <summary>Reason when there are more values than are taken.</summary>
    public const string TooManyPoints = "too_many_points";

    /// <summary>Whether there are at least two models.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>insufficient_data</c>, <c>gaps</c>, <c>outside_logit</c>, <c>too_many_points</c> or <c>out_of_range</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of values.</summary>
    public required int N { get; init; }

    /// <summary>What was asked.</summary>
    public required ForecastQuestion Question { get; init; }

    /// <summary>The scale that was used; null where nothing was forecast.</summary>
    public ForecastScale? Scale { get; init; }

    /// <summary>Why this scale, in one sentence.</summary>
    public string? ScaleReason { get; init; }

    /// <summary>The models in the order of <see cref="ForecastModel"/>.</summary>
    public IReadOnlyList<ModelForecast> Models { get; init; } = [];

    /// <summary>What the models span together; null where undefined.</summary>
    public ForecastEnvelope? Envelope { get; init; }

    /// <summary>Chance of the target over the models; null without target.</summary>
    public ForecastChance? Chance { get; init; }

    /// <summary>Number of comparisons with the naive forecast over which q is adjusted.</summary>
    public int FamilySize { get; init; }

    /// <summary>One sentence or more that says what can and what cannot be concluded.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>What must be known before any of it is believed.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>The forecast of one model, one element per step.</summary>
public sealed record ModelForecast
{
    /// <summary>The model.</summary>
    public required ForecastModel Model { get; init; }

    /// <summary>Its parameters, on the scale of the forecast.</summary>
    public required IReadOnlyDictionary<string, double> Parameters { get; init; }

    /// <summary>Expected value; on a logit scale the median.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>Standard deviation of the error; null on a logit scale, where the error is not symmetric.</summary>
    public required IReadOnlyList<double>? Sd { get; init; }

    /// <summary>Lower end of the 80 % interval.</summary>
    public required IReadOnlyList<double> Lower80 { get; init; }

    /// <summary>Upper end of the 80 % interval.</summary>
    public required IReadOnlyList<double> Upper80 { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public required IReadOnlyList<double> Lower95 { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    public required IReadOnlyList<double> Upper95 { get; init; }

    /// <summary>Probability of the target if the model is right, 0 to 1; null without target.</summary>
    public required IReadOnlyList<double>? ProbabilityOfTarget { get; init; }

    /// <summary>How it did on values that were held back; null where the series is too short for that.</summary>
    public required BackTestResult? BackTest { get; init; }

    /// <summary>What speaks against this model.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>The envelope over all models, one element per step.</summary>
public sealed record ForecastEnvelope
{
    /// <summary>Lowest end of the 95 % intervals.</summary>
    public required IReadOnlyList<double> Low { get; init; }

    /// <summary>Highest end of the 95 % intervals.</summary>
    public required IReadOnlyList<double> High { get; init; }

    /// <summary>Lowest end of the 80 % intervals.</summary>
    public required IReadOnlyList<double> Low80 { get; init; }

    /// <summary>Highest end of the 80 % intervals.</summary>
    public required IReadOnlyList<double> High80 { get; init; }

    /// <summary>Lowest mean.</summary>
    public required IReadOnlyList<double> MeanLow { get; init; }

    /// <summary>Highest mean.</summary>
    public required IReadOnlyList<double> MeanHigh { get; init; }

    /// <summary>Share of the held-back values inside the envelope, 0 to 1; null without back-test.</summary>
    public required double? Coverage95 { get; init; }

    /// <summary>Number of held-back values behind that share.</summary>
    public required int CoverageN { get; init; }
}

/// <summary>Chance of a target over all models.</summary>
/// <param name="Step">The step that is asked for, the first being 1.</param>
/// <param name="Low">Least probability of a model, 0 to 1.</param>
/// <param name="High">Largest probability of a model, 0 to 1.</param>
/// <param name="Sentence">The range in words.</param>
public sealed record ForecastChance(int Step, double Low, double High, string Sentence)
{
    /// <summary>The range with its sentence.</summary>
    /// <inheritdoc cref="ForecastChance" path="/param"/>
    public static ForecastChance Of(int step, double low, double high) => new(step, low, high, ForecastWords.Range(low, high));
}
