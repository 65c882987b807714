namespace DataDiplomacy.Core.Statistics;

/// <summary>One input of a statistical method.</summary>
public sealed record StatisticalInput
{
    /// <summary>Name of the field under <c>inputs</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it stands for, and what null means in it.</summary>
    public required string Meaning { get; init; }

    /// <summary>Shape, such as <c>array of n numbers or null</c>.</summary>
    public required string Shape { get; init; }

    /// <summary>Unit of the numbers.</summary>
    public required string Unit { get; init; }

    /// <summary>Largest number of elements that is accepted.</summary>
    public required int MaxLength { get; init; }
}
