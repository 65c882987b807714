using System.Collections.Frozen;

namespace DataDiplomacy.Core.Observations;

/// <summary>
/// Codes that stand for the whole of a dimension: an observation whose codes are all totals is not disaggregated.
/// Sources: SDMX Content-Oriented Guidelines, cross-domain code lists (<c>_T</c> total; <c>_Z</c> not applicable, so not broken down); UN Statistics Division, Global SDG Indicators Database,
/// release 2020.Q3 (<c>BOTHSEX, ALLAGE, ALLAREA, TOTAL, ANYS, ALP, G</c>).
/// </summary>
public static class TotalCodes
{
    private static readonly FrozenSet<string> OfAnyDimension = FrozenSet.ToFrozenSet(
        ["_T", "_Z", "TOTAL", "ALL", "BOTHSEX", "ALLAGE", "ALLAREA"], StringComparer.Ordinal);

    private static readonly FrozenSet<(string Dimension, string Code)> OfOneDimension = FrozenSet.ToFrozenSet(
    [
        ("TYPE_OF_SPEED", "ANYS"),
        ("TYPE_OF_PRODUCT", "ALP"),
        ("REPORTING_TYPE", "G"),
    ]);

    /// <summary>Whether the code of the dimension stands for its whole.</summary>
    /// <param name="dimension">The identifier, as <see cref="DimensionNames.ToId"/> gives it.</param>
    /// <param name="code">The code, case as published.</param>
    public static bool IsTotal(string dimension, string code) => OfAnyDimension.Contains(code) || OfOneDimension.Contains((dimension, code));
}
