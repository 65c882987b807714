namespace DataDiplomacy.Core.Catalogue;

/// <summary>Names of the schemes in which areas are named or coded.</summary>
public static class AreaSchemes
{
    /// <summary>UN M49 numeric code.</summary>
    public const string M49 = "m49";

    /// <summary>ISO 3166-1 alpha-2, and ISO 3166-3 for former countries.</summary>
    public const string Iso2 = "iso2";

    /// <summary>ISO 3166-1 alpha-3, and ISO 3166-3 for former countries.</summary>
    public const string Iso3 = "iso3";

    /// <summary>The name of the area itself; as a filter it stands for every scheme of names.</summary>
    public const string Name = "name";

    /// <summary>Partner and reporter codes of UN Comtrade where they differ from M49.</summary>
    public const string Comtrade = "comtrade";

    /// <summary>Codes that ISO 3166 leaves to its users, such as <c>XKX</c> for Kosovo.</summary>
    public const string UserAssigned = "userAssigned";

    /// <summary>Code of an area that a data file named and the reference list does not have.</summary>
    public const string Provisional = "provisional";

    /// <summary>Codes of UNHCR where they differ from ISO 3166-1 alpha-3.</summary>
    public const string Unhcr = "unhcr";

    // UNHCR, Refugee Population Statistics Database, list of countries and asylum applications: codes that stand where a country stands.
    private static readonly Dictionary<string, string> NoAreas = new(StringComparer.Ordinal)
    {
        ["STA"] = "stateless people",
        ["XXA"] = "stateless people",
        ["UKN"] = "unknown origin",
        ["UNK"] = "unknown origin",
    };

    private static readonly HashSet<string> Fallbacks = new(StringComparer.Ordinal) { "fips", "ioc", Unhcr, Comtrade };

    /// <summary>
    /// Whether the scheme's codes clash with ISO or M49, so that without being asked for it is tried
    /// only when nothing else fits: FIPS <c>NA</c> is not Namibia, FIPS <c>AU</c> is Austria.
    /// </summary>
    public static bool IsFallback(string scheme) => Fallbacks.Contains(scheme);

    /// <summary>What a code means that stands where an area stands and is none, such as UNHCR's <c>UNK</c>; null for any other text.</summary>
    internal static string? MeaningOfNoArea(string code, string? scheme) =>
        scheme is null or Unhcr ? NoAreas.GetValueOrDefault(AreaCodes.Normalise(code)) : null;

    /// <summary>Whether the scheme consists of codes, which are matched exactly and never by likeness.</summary>
    public static bool IsCode(string scheme) => scheme is M49 or Iso2 or Iso3 or UserAssigned or Provisional || IsFallback(scheme);
}
