using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics;

/// <summary>One parameter of a statistical method.</summary>
public sealed record StatisticalParameter
{
    /// <summary>Name of the field under <c>parameters</c>.</summary>
    /// <example>confidence</example>
    public required string Name { get; init; }

    /// <summary>What it changes.</summary>
    /// <example>confidence of the interval of the slope</example>
    public required string Meaning { get; init; }

    /// <summary>Value used where the parameter is absent; null where there is none and the method chooses or needs it, as its meaning says.</summary>
    /// <example>0.95</example>
    public required JsonNode? Default { get; init; }

    /// <summary>Values that are accepted, in words.</summary>
    /// <example>between 0 and 1, both excluded</example>
    public required string Range { get; init; }
}
