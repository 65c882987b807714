namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>One class of a method and the values of its measure that fall in it. Bands stand from the best to the worst; the first that holds is the class.</summary>
public sealed record ProgressBand
{
    /// <summary>The class, lower snake case.</summary>
    public required string Class { get; init; }

    /// <summary>The class as its publisher words it.</summary>
    public required string Label { get; init; }

    /// <summary>What the class means beside those of other methods.</summary>
    public required ProgressStanding Standing { get; init; }

    /// <summary>The measure is at least this; null without such a bound.</summary>
    public double? AtLeast { get; init; }

    /// <summary>The measure is above this; null without such a bound.</summary>
    public double? Above { get; init; }

    /// <summary>The measure is at most this; null without such a bound.</summary>
    public double? AtMost { get; init; }

    /// <summary>Whether a measure falls in the band.</summary>
    public bool Holds(double measure) =>
        (AtLeast is not { } least || measure >= least) && (Above is not { } above || measure > above) && (AtMost is not { } most || measure <= most);

    /// <summary>The band with its bounds multiplied.</summary>
    public ProgressBand Scaled(double factor) => this with { AtLeast = AtLeast * factor, Above = Above * factor, AtMost = AtMost * factor };
}
