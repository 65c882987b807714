namespace DataDiplomacy.Api.Http;

/// <summary>Finds the codes that a mistyped one may have meant.</summary>
public static class Nearest
{
    /// <summary>At most five codes within a third of the length of edits, nearest first; codes that begin alike count as near.</summary>
    public static IReadOnlyList<string> To(string wrong, IEnumerable<string> known) =>
    [
        .. known
            .Select(k => (Code: k, Distance: Distance(wrong, k)))
            .Where(k => k.Distance <= Math.Max(2, wrong.Length / 3))
            .OrderBy(k => k.Distance)
            .ThenBy(k => k.Code, StringComparer.Ordinal)
            .Take(5)
            .Select(k => k.Code),
    ];

    /// <summary>Levenshtein distance, ignoring case; a code that goes on where the wrong one ends is at distance 1.</summary>
    private static int Distance(string a, string b)
    {
        if (b.StartsWith(a, StringComparison.OrdinalIgnoreCase))
        {
            return a.Length == b.Length ? 0 : 1;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
