using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Where several observations share area and period, the caller must choose.</summary>
public static class DimensionChoices
{
    private const int ShownCodes = 20;

    /// <summary>Refuses a dimension or a code that no key has, with the nearest ones; no keys at all refuse nothing.</summary>
    public static void RefuseUnknown(DimensionFilters filters, IReadOnlyList<IReadOnlyDictionary<string, string>> keys)
    {
        if (keys.Count == 0)
        {
            return;
        }

        foreach (var (dimension, codes) in filters.Codes)
        {
            var known = keys.Select(k => k.GetValueOrDefault(dimension)).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
            if (known.Count == 0)
            {
                var dimensions = keys.SelectMany(k => k.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
                throw Unknown(dimension, $"There is no dimension '{dimension}' in these series; they have {string.Join(", ", dimensions)}.", Nearest.To(dimension, dimensions));
            }

            if (codes.FirstOrDefault(c => !known.Contains(c)) is { } unknown)
            {
                throw Unknown(dimension, $"No observation has {dimension} '{unknown}'; codes in use: {string.Join(", ", known.Take(ShownCodes))}.", Nearest.To(unknown, known));
            }
        }
    }

    private static ProblemException Unknown(string dimension, string detail, IReadOnlyList<string> near) =>
        ProblemException.Invalid(KnownParameters.DimensionPrefix + dimension, detail, near);

    /// <summary>Names the dimensions on which the keys differ, with their codes; for reads that know headlines.</summary>
    public static ProblemException Refuse(IReadOnlyCollection<IReadOnlyDictionary<string, string>> keys) =>
        Refuse(keys, ", or send headline=true for the undisaggregated ones");

    /// <summary>Names the dimensions on which the keys differ, with their codes.</summary>
    /// <param name="keys">The dimensions of what shares area and period.</param>
    /// <param name="alternative">What else the caller may do, beginning with a comma; empty for nothing.</param>
    public static ProblemException Refuse(IReadOnlyCollection<IReadOnlyDictionary<string, string>> keys, string alternative)
    {
        var differing = keys.SelectMany(k => k.Keys).Distinct().Order(StringComparer.Ordinal)
            .Select(d => (Dimension: d, Codes: keys.Select(k => k.GetValueOrDefault(d)).Distinct().ToList()))
            .Where(d => d.Codes.Count > 1)
            .ToDictionary(d => $"dim.{d.Dimension}", d => d.Codes.OfType<string>().Order(StringComparer.Ordinal).Take(ShownCodes).ToList());
        var named = string.Join("; ", differing.Select(d => $"{d.Key}={string.Join(" or ", d.Value)}"));
        return new ProblemException(Problems.DimensionsNeeded, $"Several observations share area and period. Choose by {named}{alternative}.")
        {
            Errors = differing.ToDictionary(d => d.Key, d => new[] { $"Choose one of {string.Join(", ", d.Value)}." }),
        };
    }
}
