namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>Parameters and first state of exponential smoothing in the state-space form.</summary>
public sealed record SmoothingParameters
{
    /// <summary>The model.</summary>
    public required SmoothingModel Model { get; init; }

    /// <summary>Share of an error that moves the level, 0 to 1.</summary>
    public required double Alpha { get; init; }

    /// <summary>Share of an error that moves the trend, 0 to 1; alpha times the beta of textbooks. 0 without trend.</summary>
    public double Beta { get; init; }

    /// <summary>Share of the trend that is left after a step, 0 to 1; 1 for a linear trend.</summary>
    public double Phi { get; init; } = 1;

    /// <summary>Level before the first value, in units of the values.</summary>
    public required double Level { get; init; }

    /// <summary>Trend before the first value, in units of the values per step; 0 without trend.</summary>
    public double Trend { get; init; }

    /// <summary>Number of parameters and first states that the model estimates: 5, 4 or 2.</summary>
    public static int Estimated(SmoothingModel model) => model switch
    {
        SmoothingModel.Damped => 5,
        SmoothingModel.Linear => 4,
        _ => 2
    };

    /// <summary>Least number of values: 10, 9 or 7; with fewer the random walk with drift is the better forecast.</summary>
    public static int LeastPoints(SmoothingModel model) => Estimated(model) + 5;

    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range or does not belong to the model.</exception>
    internal void Check()
    {
        if (!(Alpha is >= 0 and <= 1) || !(Beta is >= 0 and <= 1) || !(Phi is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(Alpha), "Alpha, beta and phi lie between 0 and 1.");
        if (!double.IsFinite(Level) || !double.IsFinite(Trend))
            throw new ArgumentOutOfRangeException(nameof(Level), "The first level and trend are finite.");
        // Exactly 1 and 0 are meant: they switch a part of the model off.
        if (Model != SmoothingModel.Damped && Phi != 1)
            throw new ArgumentOutOfRangeException(nameof(Phi), Phi, "Only a damped trend has a phi other than 1.");
        if (Model == SmoothingModel.Simple && (Beta != 0 || Trend != 0))
            throw new ArgumentOutOfRangeException(nameof(Beta), Beta, "Simple smoothing has no beta and no trend.");
    }
}
