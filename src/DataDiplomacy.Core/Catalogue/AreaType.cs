namespace DataDiplomacy.Core.Catalogue;

/// <summary>What an area is. "Country" is the United Nations' "country or area" and includes territories.</summary>
public enum AreaType
{
    /// <summary>The world as a whole (M49 1).</summary>
    World,

    /// <summary>A continental region of M49, such as Africa (2).</summary>
    Region,

    /// <summary>A sub-region of M49, such as Sub-Saharan Africa (202).</summary>
    Subregion,

    /// <summary>An intermediate region of M49, such as Eastern Africa (14).</summary>
    IntermediateRegion,

    /// <summary>A country or area that exists today, territories included.</summary>
    Country,

    /// <summary>A country or area that no longer exists, such as Czechoslovakia (200).</summary>
    Former,

    /// <summary>A grouping used in statistics that is not a geographic region of M49.</summary>
    Aggregate,

    /// <summary>An area that statistics name under a code which M49 does not list.</summary>
    Other,
}
