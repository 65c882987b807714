namespace DataDiplomacy.Core.Catalogue;

/// <summary>One row of the framework's list: an indicator as it stands under one target.</summary>
public sealed record IndicatorEntry
{
    /// <summary>Code such as <c>13.1.1</c>.</summary>
    public required string Code { get; init; }

    /// <summary>UNSD indicator code such as <c>C200303</c>, equal in all rows of one indicator; null in editions without such codes.</summary>
    public string? UnsdCode { get; init; }

    /// <summary>Text of the indicator in the edition.</summary>
    public required string Title { get; init; }

    /// <summary>Tier classification (<c>1</c>, <c>2</c>, <c>3</c>, or several such as <c>1/2</c>); null when the edition does not state it.</summary>
    public string? Tier { get; init; }
}
