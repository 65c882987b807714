namespace DataDiplomacy.Api.Http;

/// <summary>A request by which a computed answer is named.</summary>
/// <param name="Answer">What it is.</param>
/// <param name="Path">The path of the route, without a slash before it.</param>
/// <param name="Values">The parameters by which the answer differs from others.</param>
public sealed record ComputedRequest(ComputedAnswer Answer, string Path, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>What changes the writing or the part of an answer, not what it says.</summary>
    private static readonly string[] Ignored = [Negotiated.FormatParameter, "cursor", "count", "dryRun"];

    /// <summary>Codes of the series that it reads; none where it reads all of a data set.</summary>
    public IReadOnlyList<string> Series => [.. Paging.Codes([Values.GetValueOrDefault("series") ?? ""]).Concat(Paging.Codes([Values.GetValueOrDefault("with") ?? ""])).Distinct(StringComparer.Ordinal)];

    /// <summary>The data set; null where the series tell.</summary>
    public string? Dataset => Values.GetValueOrDefault("dataset") is { Length: > 0 } dataset ? dataset : null;

    /// <summary>The state that it reads; null for the newest.</summary>
    public string? AsOf => Values.GetValueOrDefault("asOf") is { Length: > 0 } asOf ? asOf : null;

    /// <summary>Whether it says of what data it is, so that a lineage can be told.</summary>
    public bool NamesData => Dataset is not null || Series.Count > 0;

    /// <summary>The request in one writing, with the state that it reads.</summary>
    public string Pinned(DateTime asOf) => QueryText.Write(Path, Values.Where(v => v.Key != "asOf").Append(new("asOf", Instants.Format(asOf))));

    /// <summary>The values without those that change nothing of what is said.</summary>
    public static IReadOnlyDictionary<string, string> Telling(IEnumerable<KeyValuePair<string, string>> values) =>
        values.Where(v => !Ignored.Contains(v.Key) && v.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
}
