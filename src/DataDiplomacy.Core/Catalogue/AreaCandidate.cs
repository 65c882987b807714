namespace DataDiplomacy.Core.Catalogue;

/// <summary>An area that a query may have meant, with the reason.</summary>
public sealed record AreaCandidate
{
    /// <summary>M49 code without leading zeros.</summary>
    public required string Code { get; init; }

    /// <summary>English name in United Nations usage.</summary>
    public required string Name { get; init; }

    /// <summary>Scheme that matched: <c>m49</c>, <c>iso2</c>, <c>iso3</c>, <c>name</c>, <c>comtrade</c>, ... or <c>successor</c>, <c>predecessor</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>Why the area is offered, as a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>First day on which the area existed; null when not stated.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which the area existed; null when it still exists.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Rank of the match, 0 to 1: 1 is a code in force. It orders candidates; it is not a probability.</summary>
    public required double Score { get; init; }
}
