namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>What is to be forecast, and against which target.</summary>
public sealed record ForecastQuestion
{
    /// <summary>Number of steps ahead, 1 to <see cref="ForecastBundle.MaxHorizon"/>.</summary>
    public required int Horizon { get; init; }

    /// <summary>The value to be reached; null for none.</summary>
    public double? Target { get; init; }

    /// <summary>Whether the target is reached by values at most as high; otherwise at least.</summary>
    public bool AtMost { get; init; }

    /// <summary>The step at which the target is asked for, 1 to the horizon; null for the last.</summary>
    public int? TargetStep { get; init; }

    /// <summary>The models, at least two; those for which the series is too short are left out with a warning.</summary>
    public IReadOnlyList<ForecastModel> Models { get; init; } = Enum.GetValues<ForecastModel>();

    /// <summary>The scale; null chooses the logit for shares in per cent.</summary>
    public ForecastScale? Scale { get; init; }

    /// <summary>Whether the values are shares in per cent, which cannot leave 0 to 100.</summary>
    public bool IsShare { get; init; }

    /// <summary>Unit of the values in words.</summary>
    public string UnitLabel { get; init; } = "";

    /// <summary>Names of the steps ahead, such as <c>2030</c>; empty numbers them.</summary>
    public IReadOnlyList<string> Periods { get; init; } = [];

    /// <summary>The step at which the target is asked for.</summary>
    internal int AskedStep => TargetStep ?? Horizon;

    /// <summary>Name of a step, the first being 1.</summary>
    internal string PeriodOf(int step) => step <= Periods.Count ? Periods[step - 1] : FormattableString.Invariant($"step {step}");
}
