namespace DataDiplomacy.Api.Http;

/// <summary>A query as text, read as the doors read it and written in one way, so that requests which mean the same are the same.</summary>
internal static class QueryText
{
    /// <summary>The values by their names; a parameter that is repeated means either of its values, as commas do.</summary>
    /// <param name="query">What stands after <c>?</c>.</param>
    public static SortedDictionary<string, string> Read(string query)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var n, var v] ? (Decoded(n), Decoded(v)) : (Decoded(pair), "");
            values[name] = values.TryGetValue(name, out var before) ? $"{before},{value}" : value;
        }

        return values;
    }

    /// <summary>Path and query, parameters in ascending order of their names.</summary>
    public static string Write(string path, IEnumerable<KeyValuePair<string, string>> values) =>
        $"{path}?{string.Join('&', values.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"))}";

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
