namespace DataDiplomacy.Core.Catalogue;

/// <summary>An indicator of the framework, which may stand under several targets with a code for each.</summary>
public sealed record Indicator
{
    /// <summary>UNSD indicator code such as <c>C200303</c>; null in editions without such codes.</summary>
    public string? UnsdCode { get; init; }

    /// <summary>All codes of the indicator in natural order: <c>1.5.1</c>, <c>11.5.1</c>, <c>13.1.1</c>.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Codes of the targets it stands under, in natural order.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Codes of the goals it stands under, in natural order.</summary>
    public required IReadOnlyList<string> Goals { get; init; }

    /// <summary>Text of the indicator in the edition.</summary>
    public required string Title { get; init; }

    /// <summary>Tier classification; null when the edition does not state it.</summary>
    public string? Tier { get; init; }
}
