namespace DataDiplomacy.Core.Standards.Sdmx;

/// <summary>Series keys that a query asks for: for each dimension a code, several, or any.</summary>
/// <param name="Keys">One of them is enough. Each has for each dimension the codes that are asked for, or null for any.</param>
public sealed record KeyQuery(IReadOnlyList<IReadOnlyList<IReadOnlySet<string>?>> Keys)
{
    private const int MaxKeys = 1_000;

    private const string Parameter = "key";

    /// <summary>Reads a key as REST 2 writes it: <c>A.*.USD,M.B</c>; what is missing at the end is any (SDMX REST 2.2, "Data queries", 2025).</summary>
    /// <param name="text">The key, or several, with the percent encoding taken away; empty and <c>*</c> are any.</param>
    /// <param name="dimensions">The dimensions without time, in the order of the structure.</param>
    /// <exception cref="SdmxQueryException">It is none.</exception>
    public static KeyQuery Parse(string text, IReadOnlyList<string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(text);
        var keys = text.Length == 0 ? ["*"] : text.Split(',');
        if (keys.Length > MaxKeys) throw new SdmxQueryException(Parameter, $"The key names {keys.Length} series; at most {MaxKeys} are read at once. Use * or c[…] instead.");
        return new KeyQuery([.. keys.Select(key => Positions(key, dimensions, one => one switch
        {
            "*" => null,
            "" => throw new SdmxQueryException(Parameter, $"A position of '{key}' is empty: write * for any code."),
            _ => new HashSet<string>([one], StringComparer.Ordinal),
        }))]);
    }

    /// <summary>Reads a key as REST 1 writes it: <c>A+M..USD</c>; an empty position is any (SDMX REST 1.5, "Data queries", 2020).</summary>
    /// <param name="text">The key, with the percent encoding taken away and each plus kept; empty and <c>all</c> are any.</param>
    /// <param name="dimensions">The dimensions without time, in the order of the structure.</param>
    /// <exception cref="SdmxQueryException">It is none.</exception>
    public static KeyQuery ParseFirst(string text, IReadOnlyList<string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new KeyQuery([Positions(text is "all" ? "" : text, dimensions, one =>
        {
            if (one.Length == 0) return null;
            var codes = one.Split('+', StringSplitOptions.RemoveEmptyEntries);
            return codes.Length > 0 ? new HashSet<string>(codes, StringComparer.Ordinal) : throw new SdmxQueryException(Parameter, $"A position of '{text}' has no code: write A+B for one or the other, or leave it empty for any.");
        })]);
    }

    /// <summary>Whether a series is asked for.</summary>
    /// <param name="key">Its codes in the order of the dimensions.</param>
    /// <param name="except">A dimension in which any code passes; null for none.</param>
    public bool Accepts(IReadOnlyList<string> key, int? except = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Keys.Any(positions => positions.Select((codes, at) => (codes, at)).All(p => p.codes is null || p.at == except || p.codes.Contains(key[p.at])));
    }

    private static IReadOnlyList<IReadOnlySet<string>?> Positions(string key, IReadOnlyList<string> dimensions, Func<string, IReadOnlySet<string>?> read)
    {
        var positions = key.Length == 0 ? [] : key.Split('.');
        if (positions.Length > dimensions.Count)
            throw new SdmxQueryException(Parameter, $"'{key}' has {positions.Length} positions; the key has {dimensions.Count}: {string.Join('.', dimensions)}. Time is filtered by c[TIME_PERIOD] or startPeriod and endPeriod.");
        return [.. dimensions.Select((_, at) => at < positions.Length ? read(positions[at]) : null)];
    }
}
