namespace DataDiplomacy.Core.Catalogue;

/// <summary>A named set of areas, such as a region of M49 or the least developed countries.</summary>
public sealed record AreaGroup
{
    /// <summary>M49 code of the region, or the group's abbreviation: <c>LDC</c>, <c>LLDC</c>, <c>SIDS</c>.</summary>
    public required string Code { get; init; }

    /// <summary>English name of the group.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the group is geographic or made for development policy.</summary>
    public required AreaGroupKind Kind { get; init; }

    /// <summary>Where the membership was taken from.</summary>
    public required string Source { get; init; }

    /// <summary>Edition of the membership list: the state of the source, not a date on which it was checked anew.</summary>
    public required string Edition { get; init; }

    /// <summary>M49 codes of the member countries and areas, in ascending order.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
