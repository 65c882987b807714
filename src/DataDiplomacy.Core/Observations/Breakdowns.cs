namespace DataDiplomacy.Core.Observations;

/// <summary>
/// The breakdowns that the global indicator framework asks for where relevant: "income, sex, age, race, ethnicity, migratory status, disability and
/// geographic location" (A/RES/71/313, annex, 2017), with the dimensions by which data carry them.
/// </summary>
public static class Breakdowns
{
    /// <summary>Name of each breakdown and identifiers of its dimensions.</summary>
    public static IReadOnlyList<Breakdown> Asked { get; } =
    [
        new("income", ["QUANTILE", "INCOME_WEALTH_QUANTILE", "INCOME"]),
        new("sex", ["SEX"]),
        new("age", ["AGE"]),
        new("race and ethnicity", ["ETHNICITY", "ETHNIC_GROUP", "RACE", "POPULATION_GROUP"]),
        new("migratory status", ["MIGRATORY_STATUS"]),
        new("disability", ["DISABILITY_STATUS", "DISABILITY"]),
        new("geographic location", ["LOCATION", "CITIES", "CITY", "REF_AREA_SUB"]),
    ];

    /// <summary>Those of which no series key holds a part: a total alone breaks nothing down.</summary>
    /// <param name="keys">The dimensions of the keys, as canonical text.</param>
    public static IReadOnlyList<Breakdown> Unheard(IEnumerable<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var held = keys.SelectMany(SeriesKeyText.Parse).Where(d => !TotalCodes.IsTotal(d.Key, d.Value)).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        return [.. Asked.Where(b => !b.Dimensions.Any(held.Contains))];
    }
}

/// <summary>A breakdown of data.</summary>
/// <param name="Name">What is broken down by.</param>
/// <param name="Dimensions">Identifiers of the dimensions that carry it.</param>
public sealed record Breakdown(string Name, IReadOnlyList<string> Dimensions);
