using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics;

/// <summary>Outcome of running a method on JSON: either <see cref="Result"/> or <see cref="Error"/> is there.</summary>
public sealed record StatisticalRun
{
    /// <summary>Identifier of the method.</summary>
    public required string Method { get; init; }

    /// <summary>Version of the method.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// The answer under the published field names: <c>defined</c>, then the figures of the method, or <c>reason</c>
    /// where undefined. Null where the input was refused. Each run makes its own object.
    /// </summary>
    public JsonObject? Result { get; init; }

    /// <summary>Number of values, pairs or rows that were used: the n of the method, or what of the input has no missing value.</summary>
    public long NUsed { get; init; }

    /// <summary>Number that was given and left out; where a method takes no gaps, the number of gaps.</summary>
    public long NDropped { get; init; }

    /// <summary>What the reader of the figures must know; empty where there is nothing.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Why the input was refused; null where it was accepted.</summary>
    public StatisticalInputError? Error { get; init; }
}
