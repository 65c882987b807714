namespace DataDiplomacy.Core.Statistics;

/// <summary>One parameter of a statistical method.</summary>
public sealed record StatisticalParameter
{
    /// <summary>Name of the field under <c>parameters</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it changes.</summary>
    public required string Meaning { get; init; }

    /// <summary>Value used where the parameter is absent.</summary>
    public required double Default { get; init; }

    /// <summary>Values that are accepted, in words.</summary>
    public required string Range { get; init; }
}
