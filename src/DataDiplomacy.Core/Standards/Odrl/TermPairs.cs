using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Terms of which an older and a newer value are compared as texts.</summary>
internal static class TermPairs
{
    public static IEnumerable<TermDifference> Of(string term, string? older, string? newer, TermEffect effect)
    {
        if (string.Equals(older, newer, StringComparison.Ordinal)) yield break;
        var change = older is null ? TermChange.Added : newer is null ? TermChange.Removed : TermChange.Changed;
        yield return new() { Change = change, Term = term, Old = older, New = newer, Effect = effect };
    }

    public static IEnumerable<TermDifference> OfOther(IReadOnlyDictionary<string, string> older, IReadOnlyDictionary<string, string> newer) =>
        older.Keys.Union(newer.Keys, StringComparer.Ordinal).SelectMany(name => Of(name, older.GetValueOrDefault(name), newer.GetValueOrDefault(name), TermEffect.NotComparable));

    /// <summary>Several values as one text; null for none.</summary>
    public static string? Joined(IEnumerable<string> values)
    {
        var sorted = values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return sorted.Count == 0 ? null : string.Join(", ", sorted);
    }

    public static string? Joined(IEnumerable<OdrlReference> references) => Joined(references.Select(reference => Text(OdrlForm.Of(reference))));

    public static string Text(OdrlAction action) => Text(OdrlForm.Of(action));

    /// <summary>In words if they say all, as canonical JSON otherwise.</summary>
    public static string Text(OdrlConstraint constraint) => constraint is OdrlComparison { RightOperands.Count: > 0 and <= 5, Uid: null, Other.Count: 0 } comparison
        ? comparison.ToString()
        : OdrlWriter.Canonical(OdrlForm.Of(constraint));

    private static string Text(JsonNode form) => form is JsonValue ? form.GetValue<string>() : OdrlWriter.Canonical(form);
}
