namespace DataDiplomacy.Core.Statistics;

/// <summary>One input of a statistical method.</summary>
public sealed record StatisticalInput
{
    /// <summary>Name of the field under <c>inputs</c>.</summary>
    /// <example>values</example>
    public required string Name { get; init; }

    /// <summary>What it stands for, and what null means in it.</summary>
    /// <example>values in the order of time; null is missing and dropped</example>
    public required string Meaning { get; init; }

    /// <summary>Shape, such as <c>array of n numbers or null</c>.</summary>
    /// <example>array of n numbers or null</example>
    public required string Shape { get; init; }

    /// <summary>Unit of the numbers.</summary>
    /// <example>any, the same throughout</example>
    public required string Unit { get; init; }

    /// <summary>Largest number of elements that is accepted.</summary>
    /// <example>100000</example>
    public required int MaxLength { get; init; }

    /// <summary>Whether the input may be left out; its meaning says what is taken then.</summary>
    public bool IsOptional { get; init; }
}
