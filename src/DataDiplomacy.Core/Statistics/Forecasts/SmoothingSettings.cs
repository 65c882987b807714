namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>The parameters of exponential smoothing as they come in JSON.</summary>
internal sealed record SmoothingSettings
{
    private const string Fits = "absent: all are fitted";

    /// <summary>What is published about them.</summary>
    public static readonly IReadOnlyList<StatisticalParameter> Parameters =
    [
        new() { Name = "model", Meaning = "AAN with level and trend, ANN with the level alone", Default = "AAN", Range = "AAN or ANN" },
        new() { Name = "damped", Meaning = "whether the trend flattens out", Default = true, Range = "true or false; false or absent with ANN" },
        new() { Name = "alpha", Meaning = $"share of an error that moves the level; {Fits}", Default = null, Range = "0 to 1" },
        new() { Name = "beta", Meaning = "share of an error that moves the trend, needed with alpha in AAN", Default = null, Range = "0 to 1; absent with ANN" },
        new() { Name = "phi", Meaning = "share of the trend left after a step, needed with alpha where damped", Default = null, Range = "0 to 1; 1 or absent where not damped; absent with ANN" },
        new() { Name = "l0", Meaning = "level before the first value, needed with alpha", Default = null, Range = "any number" },
        new() { Name = "b0", Meaning = "trend before the first value, needed with alpha in AAN", Default = null, Range = "any number; absent with ANN" },
        new() { Name = "q", Meaning = "number of parameters and first states that were estimated; absent: 5 damped, 4 linear, 2 without trend", Default = null, Range = "whole number from 0 to 10; only with alpha" },
        ForecastAnswer.Horizon,
        ForecastAnswer.Target
    ];

    /// <summary>The model.</summary>
    public required SmoothingModel Model { get; init; }

    /// <summary>Parameters that were given; null where they are to be fitted.</summary>
    public SmoothingParameters? Given { get; init; }

    /// <summary>Number of estimated parameters that was given.</summary>
    public int? Estimated { get; init; }

    /// <summary>Number of steps.</summary>
    public required int Horizon { get; init; }

    /// <summary>The target.</summary>
    public double? Target { get; init; }

    /// <summary>Reads them; a fault is kept by <paramref name="json"/>.</summary>
    public static SmoothingSettings Read(StatisticalJson json)
    {
        var model = Kind(json);
        return new SmoothingSettings
        {
            Model = model,
            Given = Parameter(json, model),
            Estimated = json.Settings.OptionalWhole("q", 0, 10),
            Horizon = json.Settings.Whole("horizon", ForecastAnswer.DefaultHorizon, 1, HoltDamped.MaxHorizon),
            Target = json.Settings.OptionalNumber("target")
        };
    }

    private static SmoothingModel Kind(StatisticalJson json)
    {
        var hasTrend = json.Settings.Choice("model", "AAN", "ANN") == "AAN";
        var damped = json.Settings.Flag("damped", hasTrend);
        if (damped && !hasTrend) json.Refuse("parameters.damped", "is true; model ANN has no trend to damp.");
        if (!hasTrend) return SmoothingModel.Simple;
        return damped ? SmoothingModel.Damped : SmoothingModel.Linear;
    }

    private static SmoothingParameters? Parameter(StatisticalJson json, SmoothingModel model)
    {
        if (json.Settings.OptionalNumber("alpha", 0, 1) is not { } alpha)
        {
            foreach (var name in new[] { "beta", "phi", "l0", "b0", "q" }) RefuseGiven(json, name, "is given without parameters.alpha; give all or none.");
            return null;
        }

        var level = json.Settings.NeededNumber("l0");
        if (model == SmoothingModel.Simple)
        {
            foreach (var name in new[] { "beta", "phi", "b0" }) RefuseGiven(json, name, "is given; model ANN has no trend.");
            return new SmoothingParameters { Model = model, Alpha = alpha, Level = level };
        }
        return new SmoothingParameters
        {
            Model = model,
            Alpha = alpha,
            Beta = json.Settings.NeededNumber("beta", 0, 1),
            Phi = model == SmoothingModel.Damped ? json.Settings.NeededNumber("phi", 0, 1) : json.Settings.Number("phi", 1, 1, 1),
            Level = level,
            Trend = json.Settings.NeededNumber("b0")
        };
    }

    private static void RefuseGiven(StatisticalJson json, string name, string what)
    {
        if (json.Settings.OptionalNumber(name) is not null) json.Refuse($"parameters.{name}", what);
    }
}
