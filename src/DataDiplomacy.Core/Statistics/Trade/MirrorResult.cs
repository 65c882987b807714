namespace DataDiplomacy.Core.Statistics.Trade;

/// <summary>What the importer reports beside what the exporter reports of the same flows, element by element.</summary>
public sealed record MirrorResult
{
    /// <summary>Imports without freight and insurance minus exports, in the unit of the flows; above 0 the importer reports more. Null where one is missing.</summary>
    public required IReadOnlyList<double?> Difference { get; init; }

    /// <summary>Difference over the mean of both, -2 to 2; null where both are 0 or one is missing. At -2 or 2 one side reports nothing.</summary>
    public required IReadOnlyList<double?> Relative { get; init; }

    /// <summary>Natural logarithm of imports without freight over exports; null unless both are above 0.</summary>
    public required IReadOnlyList<double?> LogRatio { get; init; }
}
