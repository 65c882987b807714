namespace DataDiplomacy.Core.Catalogue;

/// <summary>Names and codes of all areas, searched from the strictest comparison to the loosest.</summary>
internal sealed class AreaIndex
{
    private const int ShortestPart = 3;
    private const int ShortestNear = 5;
    private const int FarthestNear = 2;

    private readonly List<AreaName> names = [];
    private readonly ILookup<string, AreaName> codes;
    private readonly ILookup<string, AreaName> exact;
    private readonly ILookup<string, AreaName> wordSets;

    public AreaIndex(IReadOnlyDictionary<string, Area> areas, IEnumerable<AreaAlias> aliases)
    {
        foreach (var area in areas.Values)
            AddOwn(area);
        names.AddRange(aliases.Select(a => new AreaName(areas[a.Code], a.Alias, a.Scheme, a.ValidFrom, a.ValidTo)));
        Schemes = names.Select(n => n.Scheme).ToHashSet(StringComparer.OrdinalIgnoreCase);
        codes = names.Where(n => n.IsCode).ToLookup(n => n.Key, StringComparer.Ordinal);
        exact = names.Where(n => !n.IsCode).ToLookup(n => n.Key, StringComparer.Ordinal);
        wordSets = names.Where(n => !n.IsCode).ToLookup(n => AreaNames.WordSet(n.Key), StringComparer.Ordinal);
    }

    /// <summary>The schemes in the index.</summary>
    public IReadOnlySet<string> Schemes { get; }

    /// <summary>Names that fit the query; a looser comparison is made only when no stricter one found anything.</summary>
    public IReadOnlyList<AreaMatch> Search(string query, string? scheme)
    {
        var byCode = Codes(query, scheme);
        var key = AreaNames.Key(query);
        var candidates = names.Where(n => !n.IsCode && IsAsked(n, scheme)).ToList();
        List<AreaMatch> matches = [.. byCode, .. Exact(key, query, scheme)];
        if (key.Length >= ShortestPart && byCode.Count == 0)
            matches.AddRange(Words(candidates, key));
        if (matches.Count == 0 && key.Length >= ShortestPart)
            matches.AddRange(Starts(candidates, key));
        if (matches.Count == 0)
            matches.AddRange(Fallbacks(query, scheme));
        if (matches.Count == 0 && key.Length >= ShortestNear)
            matches.AddRange(Near(candidates, key));
        return matches;
    }

    private void AddOwn(Area area)
    {
        names.Add(new AreaName(area, area.Code, area.Provisional ? AreaSchemes.Provisional : AreaSchemes.M49));
        if (area.Iso2 is not null)
            names.Add(new AreaName(area, area.Iso2, AreaSchemes.Iso2));
        if (area.Iso3 is not null)
            names.Add(new AreaName(area, area.Iso3, AreaSchemes.Iso3));
        names.Add(new AreaName(area, area.Name, AreaSchemes.Name));
    }

    private List<AreaMatch> Codes(string query, string? scheme)
    {
        var found = codes[AreaCodes.Normalise(query)];
        return [.. found
            .Where(n => scheme is null ? !AreaSchemes.IsFallback(n.Scheme) : IsAsked(n, scheme))
            .Select(n => new AreaMatch(n, 1, CodeReason(n, query)))];
    }

    /// <summary>Codes that clash with ISO and M49, when nothing else fits; and M49 for Comtrade, which departs from it only for a few.</summary>
    private IEnumerable<AreaMatch> Fallbacks(string query, string? scheme)
    {
        var found = codes[AreaCodes.Normalise(query)];
        if (scheme is null)
            return found.Where(n => AreaSchemes.IsFallback(n.Scheme)).Select(n => new AreaMatch(n, 0.7, CodeReason(n, query)));
        if (!scheme.Equals(AreaSchemes.Comtrade, StringComparison.OrdinalIgnoreCase))
            return [];
        return found.Where(n => n.Scheme == AreaSchemes.M49)
            .Select(n => new AreaMatch(n, 0.9, $"Comtrade uses the M49 code {n.Key} here."));
    }

    private IEnumerable<AreaMatch> Exact(string key, string query, string? scheme)
    {
        var same = exact[key].Where(n => IsAsked(n, scheme)).Select(n => new AreaMatch(n, IsOwn(n) ? 0.95 : 0.9, NameReason(n, query)));
        var reordered = wordSets[AreaNames.WordSet(key)].Where(n => n.Key != key && IsAsked(n, scheme))
            .Select(n => new AreaMatch(n, 0.85, $"{Named(n)} has the same words in another order."));
        return same.Concat(reordered);
    }

    private static IEnumerable<AreaMatch> Words(IEnumerable<AreaName> candidates, string key) =>
        candidates.Where(n => n.Key.Length > key.Length && AreaNames.ContainsWords(n.Key, key))
            .Select(n => new AreaMatch(n, 0.5 + 0.2 * key.Length / n.Key.Length, $"{Named(n)} contains the words '{key}'."));

    private static IEnumerable<AreaMatch> Starts(IEnumerable<AreaName> candidates, string key) =>
        candidates.Where(n => AreaNames.ContainsStart(n.Key, key))
            .Select(n => new AreaMatch(n, 0.4 + 0.1 * key.Length / n.Key.Length, $"A word of {Named(n, inSentence: true)} begins with '{key}'."));

    private static IEnumerable<AreaMatch> Near(IEnumerable<AreaName> candidates, string key)
    {
        foreach (var name in candidates.Where(n => n.Key.Length >= ShortestNear && Math.Abs(n.Key.Length - key.Length) <= FarthestNear))
        {
            var distance = EditDistance.Between(name.Key, key);
            if (distance <= FarthestNear)
                yield return new AreaMatch(name, 0.4 - 0.1 * distance, $"{Named(name)} differs in {distance} letter{(distance == 1 ? "" : "s")}.");
        }
    }

    private static bool IsOwn(AreaName name) => name.Scheme == AreaSchemes.Name && name.Text == name.Area.Name;

    private static bool IsAsked(AreaName name, string? scheme) =>
        scheme is null
        || name.Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase)
        || (!name.IsCode && scheme.Equals(AreaSchemes.Name, StringComparison.OrdinalIgnoreCase));

    private static string CodeReason(AreaName name, string query) =>
        name.Key == query ? $"It has the {name.Scheme} code {name.Key}."
            : $"It has the {name.Scheme} code {name.Key}, written '{query}'; leading zeros and upper or lower case are ignored.";

    private static string NameReason(AreaName name, string query) =>
        name.Text == query ? $"{Named(name)} is the same."
            : $"{Named(name)} is the same as '{query}' without accents, punctuation, upper case and 'the'.";

    private static string Named(AreaName name, bool inSentence = false)
    {
        var article = inSentence ? "its" : "Its";
        return IsOwn(name) ? $"{article} name '{name.Text}'" : $"{article} {name.Scheme} alias '{name.Text}'";
    }
}
