namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The names a mistyped one may stand for.</summary>
internal static class NearestNames
{
    /// <summary>At most three candidates within a third of the length in edits (case ignored) or containing the name, nearest first.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> candidates) =>
    [
        .. candidates
            .Select(candidate => (Text: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= Math.Max(2, name.Length / 3) || candidate.Text.Contains(name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Text, StringComparer.Ordinal)
            .Select(candidate => candidate.Text)
            .Take(3),
    ];

    /// <summary>The end of a sentence that names the suggestions; empty without any.</summary>
    public static string Hint(IReadOnlyList<string> suggestions) => suggestions.Count == 0 ? "" : $" Did you mean '{string.Join("' or '", suggestions)}'?";

    // Levenshtein (1965), two rows. Names are short: a longer one is cut so that a hostile header costs nothing.
    private static int Distance(string a, string b)
    {
        const int longest = 100;
        var left = a.AsSpan(0, Math.Min(a.Length, longest));
        var right = b.AsSpan(0, Math.Min(b.Length, longest));
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
            previous[column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }
            (previous, current) = (current, previous);
        }
        return previous[right.Length];
    }
}
