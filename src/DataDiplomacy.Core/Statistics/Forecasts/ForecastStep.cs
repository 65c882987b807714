namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>One step of a forecast beside the value that came.</summary>
public sealed record ForecastStep
{
    /// <summary>The value that came; null is missing.</summary>
    public required double? Actual { get; init; }

    /// <summary>Expected value; null is missing.</summary>
    public required double? Mean { get; init; }

    /// <summary>Standard deviation of the error, 0 or more; null is missing.</summary>
    public required double? Sd { get; init; }

    /// <summary>Lower end of the 95 % interval; null is missing.</summary>
    public required double? Lower95 { get; init; }

    /// <summary>Upper end of the 95 % interval, not below the lower; null is missing.</summary>
    public required double? Upper95 { get; init; }

    /// <summary>Whether nothing is missing.</summary>
    public bool IsComplete => Actual is not null && Mean is not null && Sd is not null && Lower95 is not null && Upper95 is not null;
}
