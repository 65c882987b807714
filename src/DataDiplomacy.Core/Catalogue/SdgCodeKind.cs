namespace DataDiplomacy.Core.Catalogue;

/// <summary>What a code of the SDG framework denotes.</summary>
public enum SdgCodeKind
{
    /// <summary>A goal: <c>1</c> to <c>17</c>.</summary>
    Goal,

    /// <summary>A target: <c>1.5</c>, <c>1.a</c>.</summary>
    Target,

    /// <summary>An indicator: <c>1.5.1</c>, <c>1.a.1</c>.</summary>
    Indicator,

    /// <summary>A UNSD indicator code: <c>C010101</c>.</summary>
    UnsdCode,
}
