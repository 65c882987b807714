namespace DataDiplomacy.Core.Observations;

/// <summary>Tells which keys of a series are the undisaggregated ones.</summary>
public static class Headlines
{
    /// <summary>
    /// A key is a headline when each of its dimensions holds a total (<c>BOTHSEX</c>, <c>ALLAGE</c>, <c>_T</c>, …), or a code that
    /// all keys of the series share: a series that knows one age group only is not disaggregated by age.
    /// </summary>
    /// <param name="keys">The dimensions of all keys of one series, as canonical text.</param>
    /// <returns>Those that are headlines; empty when the series knows breakdowns only.</returns>
    public static IReadOnlySet<string> Of(IReadOnlyCollection<string> keys)
    {
        var parsed = keys.Distinct(StringComparer.Ordinal).ToDictionary(k => k, SeriesKeyText.Parse, StringComparer.Ordinal);
        var shared = parsed.Count == 0 ? [] : parsed.Values.First()
            .Where(d => parsed.Values.All(other => other.TryGetValue(d.Key, out var code) && code == d.Value))
            .Select(d => d.Key)
            .ToHashSet(StringComparer.Ordinal);
        return parsed
            .Where(k => k.Value.All(d => shared.Contains(d.Key) || TotalCodes.IsTotal(d.Key, d.Value)))
            .Select(k => k.Key)
            .ToHashSet(StringComparer.Ordinal);
    }
}
