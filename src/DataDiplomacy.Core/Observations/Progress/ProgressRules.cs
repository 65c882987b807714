namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>What a publisher of a method lays down: its classes and constants. Data, not code: each edition has its own.</summary>
public sealed record ProgressRules
{
    /// <summary>The method, such as <c>unsd2022</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Name of the method and its publisher.</summary>
    public required string Title { get; init; }

    /// <summary>Version of the formula and its thresholds.</summary>
    public required string Version { get; init; }

    /// <summary>Where the formula and the thresholds are published, and how sure their reading is.</summary>
    public required string Source { get; init; }

    /// <summary>Class of a series that has met its target already, and its wording; null where the method has none.</summary>
    public ProgressBand? Met { get; init; }

    /// <summary>Name of the measure with a target.</summary>
    public required string Measure { get; init; }

    /// <summary>Classes with a target, from the best to the worst.</summary>
    public required IReadOnlyList<ProgressBand> WithTarget { get; init; }

    /// <summary>Classes without a target, from the best to the worst; empty where the method needs one.</summary>
    public required IReadOnlyList<ProgressBand> WithoutTarget { get; init; }

    /// <summary>How near a percentage must come to a target of 0 or 100 to meet it, in points; 0 where it must reach it.</summary>
    public double MetWithin { get; init; }

    /// <summary>What stands for a zero, of which no rate of growth can be taken.</summary>
    public double ZeroReplacement { get; init; } = 0.001;
}
