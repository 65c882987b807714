using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Where several observations share area and period, the caller must choose.</summary>
public static class DimensionChoices
{
    private const int ShownCodes = 20;

    /// <summary>Names the dimensions on which the keys differ, with their codes.</summary>
    public static ProblemException Refuse(IReadOnlyCollection<IReadOnlyDictionary<string, string>> keys)
    {
        var differing = keys.SelectMany(k => k.Keys).Distinct().Order(StringComparer.Ordinal)
            .Select(d => (Dimension: d, Codes: keys.Select(k => k.GetValueOrDefault(d)).Distinct().ToList()))
            .Where(d => d.Codes.Count > 1)
            .ToDictionary(d => $"dim.{d.Dimension}", d => d.Codes.OfType<string>().Order(StringComparer.Ordinal).Take(ShownCodes).ToList());
        var named = string.Join("; ", differing.Select(d => $"{d.Key}={string.Join(" or ", d.Value)}"));
        return new ProblemException(Problems.DimensionsNeeded, $"Several observations share area and period. Choose by {named}, or send headline=true for the undisaggregated ones.")
        {
            Errors = differing.ToDictionary(d => d.Key, d => new[] { $"Choose one of {string.Join(", ", d.Value)}." }),
        };
    }
}
