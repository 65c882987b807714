using System.Globalization;

namespace DataDiplomacy.Core.Catalogue;

/// <summary>Finds the areas that a code or a name may mean, with a reason for each; it never answers silently with nothing.</summary>
public sealed class AreaResolver
{
    private const int MostCandidates = 20;
    private const double EndedPenalty = 0.03;
    private const double ProvisionalPenalty = 0.02;
    private const double OutsideAliasPenalty = 0.1;
    private const double OutsideAreaPenalty = 0.3;
    private const double RelativePenalty = 0.05;

    private readonly Dictionary<string, Area> areas;
    private readonly AreaIndex index;

    /// <summary>Builds the resolver from the lists.</summary>
    /// <exception cref="ArgumentException">A code occurs twice.</exception>
    /// <exception cref="KeyNotFoundException">An alias or a successor names an area that is not in the list.</exception>
    public AreaResolver(IReadOnlyCollection<Area> areas, IReadOnlyCollection<AreaAlias> aliases)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(aliases);
        this.areas = areas.ToDictionary(a => a.Code, StringComparer.Ordinal);
        foreach (var missing in areas.SelectMany(a => a.Successors).Where(s => !this.areas.ContainsKey(s)))
            throw new KeyNotFoundException($"Successor {missing} is not in the list of areas.");
        index = new AreaIndex(this.areas, aliases);
    }

    /// <summary>The schemes that a query may be limited to, in ordinal order.</summary>
    public IReadOnlyList<string> Schemes => [.. index.Schemes.Order(StringComparer.Ordinal)];

    /// <summary>Finds areas by M49, ISO or another code, or by name.</summary>
    /// <param name="query">A code or a name. M49 may be padded; case, accents, punctuation and "the" are ignored.</param>
    /// <param name="scheme">Scheme to look in; <c>name</c> stands for all names; null for all schemes.</param>
    /// <param name="on">Day on which the area should have existed; null for any. An area outside its time is still offered, below, with its successors or predecessors.</param>
    /// <returns>At most 20 candidates, best first; when none, the reason.</returns>
    public AreaResolution Resolve(string query, string? scheme = null, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var text = query.Trim();
        if (text.Length == 0)
            return Nothing("The query is empty; give a code or a name.");
        if (scheme is not null && !index.Schemes.Contains(scheme))
            return Nothing($"There is no scheme '{scheme}'; there are {string.Join(", ", Schemes)}.");
        var found = new Dictionary<string, AreaCandidate>(StringComparer.Ordinal);
        foreach (var match in index.Search(text, scheme))
        {
            Keep(found, Candidate(match, on));
            if (on is not null)
                AddRelatives(found, match.Name.Area, Penalised(match, on), on.Value);
        }
        if (found.Count == 0 && AreaSchemes.MeaningOfNoArea(text, scheme) is { } meaning)
            return Nothing($"'{text}' is no area: UNHCR writes it for {meaning}.");
        if (found.Count == 0)
            return Nothing($"No area has the code or name '{text}'{(scheme is null ? "" : $" in the scheme '{scheme}'")}, and none is near it.");
        return new AreaResolution { Candidates = [.. found.Values.OrderByDescending(c => c.Score).ThenBy(c => c.Code, SdgCode.NaturalOrder).Take(MostCandidates)] };
    }

    private static AreaResolution Nothing(string reason) => new() { Candidates = [], Reason = reason };

    private static void Keep(Dictionary<string, AreaCandidate> found, AreaCandidate candidate)
    {
        if (!found.TryGetValue(candidate.Code, out var other) || candidate.Score > other.Score)
            found[candidate.Code] = candidate;
    }

    private AreaCandidate Candidate(AreaMatch match, DateOnly? on)
    {
        var reason = match.Reason;
        var name = match.Name;
        if (on is { } day && !name.WasUsedOn(day))
            reason += $" That was in use {Span(name.ValidFrom, name.ValidTo)}.";
        return Describe(name.Area, name.Scheme, reason + Lifetime(name.Area, on), Penalised(match, on));
    }

    private string Lifetime(Area area, DateOnly? on)
    {
        if (on < area.ValidFrom)
            return $" It began on {Day(area.ValidFrom)}, after {Day(on)}.";
        if (area.ValidTo is null || on <= area.ValidTo)
            return "";
        return $" It ended on {Day(area.ValidTo)}; its successors are {string.Join(", ", area.Successors.Select(s => areas[s].Name))}.";
    }

    private static double Penalised(AreaMatch match, DateOnly? on)
    {
        var name = match.Name;
        var score = name.Area.Provisional ? match.Score - ProvisionalPenalty : match.Score;
        if (on is not { } day)
            return name.Area.ValidTo is null ? score : score - EndedPenalty;
        return score
            - (name.Area.ExistedOn(day) ? 0 : OutsideAreaPenalty)
            - (name.WasUsedOn(day) ? 0 : OutsideAliasPenalty);
    }

    private void AddRelatives(Dictionary<string, AreaCandidate> found, Area area, double score, DateOnly on)
    {
        var next = score - RelativePenalty;
        if (area.ValidTo < on)
            AddSuccessors(found, area, next, on);
        foreach (var before in areas.Values.Where(a => a.Successors.Contains(area.Code) && a.ExistedOn(on) && on < a.ValidTo))
            Keep(found, Describe(before, "predecessor", $"{area.Name} is a successor of {before.Name}, which existed on {Day(on)}.", next));
    }

    private void AddSuccessors(Dictionary<string, AreaCandidate> found, Area area, double score, DateOnly on)
    {
        foreach (var after in area.Successors.Select(s => areas[s]))
        {
            Keep(found, Describe(after, "successor", $"{area.Name} ended on {Day(area.ValidTo)}; successor.{Lifetime(after, on)}", score));
            if (after.ValidTo < on)
                AddSuccessors(found, after, score - RelativePenalty, on);
        }
    }

    private static AreaCandidate Describe(Area area, string scheme, string reason, double score) => new()
    {
        Code = area.Code,
        Name = area.Name,
        Scheme = scheme,
        Reason = reason,
        ValidFrom = area.ValidFrom,
        ValidTo = area.ValidTo,
        Score = Math.Round(Math.Max(score, 0.01), 3),
    };

    private static string Span(DateOnly? from, DateOnly? to) =>
        (from, to) switch
        {
            (null, _) => $"until {Day(to)}",
            (_, null) => $"from {Day(from)}",
            _ => $"from {Day(from)} to {Day(to)}",
        };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "an unknown day";
}
