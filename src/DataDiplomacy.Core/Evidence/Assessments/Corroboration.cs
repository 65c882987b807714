namespace DataDiplomacy.Core.Evidence.Assessments;

/// <summary>
/// Records counted once for each independent origin. Independent means: nothing that was declared or is known joins them. That is an upper limit; it is
/// not proved.
/// </summary>
public sealed record Corroboration
{
    /// <summary>How many records, each once.</summary>
    public required int Records { get; init; }

    /// <summary>How many origins they come from, at most <see cref="Records"/>.</summary>
    public int IndependentOrigins => Groups.Count;

    /// <summary>The records of each origin, ids in ordinal order; the origins in the order of their first record. Empty for no records.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Groups { get; init; }

    /// <summary>
    /// Joins records that have the same content, of which one was derived from the other or both from a third, that were found at the same host and path,
    /// or that were declared to be of one group; and what is joined to one of them is joined to all.
    /// </summary>
    /// <param name="origins">What is known of each record; several entries for one record add up.</param>
    /// <returns>The counts.</returns>
    public static Corroboration Of(IReadOnlyCollection<EvidenceOrigin> origins)
    {
        ArgumentNullException.ThrowIfNull(origins);
        var joined = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var origin in origins)
        {
            foreach (var mark in MarksOf(origin))
                Join(joined, RecordMark(origin.Record), mark);
        }

        var records = origins.Select(origin => origin.Record).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new Corroboration
        {
            Records = records.Count,
            Groups = [.. records.GroupBy(record => Root(joined, RecordMark(record)), StringComparer.Ordinal).Select(group => (IReadOnlyList<string>)[.. group])],
        };
    }

    /// <summary>Host and path of an address: scheme, port, query, fragment and a slash at the end make no other source.</summary>
    /// <param name="url">The address.</param>
    /// <returns>The host in lower case and the path; null when it is no address of the web.</returns>
    public static string? PlaceOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address.Host.ToLowerInvariant() + address.AbsolutePath.TrimEnd('/')
            : null;

    private static IEnumerable<string> MarksOf(EvidenceOrigin origin)
    {
        if (origin.Content is { } content) yield return "content " + content;
        if (PlaceOf(origin.SourceUrl) is { } place) yield return "place " + place;
        foreach (var parent in origin.DerivedFrom) yield return RecordMark(parent);
        foreach (var group in origin.Groups.Where(group => !string.IsNullOrWhiteSpace(group))) yield return "group " + group.Trim().ToUpperInvariant();
    }

    private static string RecordMark(string record) => "record " + record;

    private static void Join(Dictionary<string, string> joined, string one, string other)
    {
        var (root, under) = (Root(joined, one), Root(joined, other));
        if (root != under) joined[under] = root;
    }

    private static string Root(Dictionary<string, string> joined, string mark)
    {
        while (joined.TryGetValue(mark, out var above)) mark = above;
        return mark;
    }
}
