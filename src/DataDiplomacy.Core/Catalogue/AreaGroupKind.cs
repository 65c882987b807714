namespace DataDiplomacy.Core.Catalogue;

/// <summary>What an area group was made for.</summary>
public enum AreaGroupKind
{
    /// <summary>A geographic region of M49.</summary>
    Region,

    /// <summary>A group of development policy: LDC, LLDC, SIDS.</summary>
    DevelopmentGroup,
}
