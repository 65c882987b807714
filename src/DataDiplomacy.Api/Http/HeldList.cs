namespace DataDiplomacy.Api.Http;

/// <summary>Pages of a list that the server holds in memory, in its order: the cursors are those of all other lists.</summary>
public static class HeldList
{
    /// <summary>The page after the item that the cursor names; the first without a cursor.</summary>
    /// <param name="items">The whole list in its total order.</param>
    /// <param name="key">Key of an item, unique in the list.</param>
    /// <param name="query">Fingerprint of the query.</param>
    /// <param name="page">Limit, cursor and count as asked for.</param>
    /// <param name="now">The state of the first page.</param>
    public static PageView<T> Page<T>(IReadOnlyList<T> items, Func<T, string> key, string query, HeldPage page, DateTime now)
    {
        var cursor = Cursor.Decode(page.Cursor, query, keyParts: 1);
        var asOf = cursor?.AsOf ?? now;
        var limit = page.Limit ?? Paging.DefaultLimit;
        var rest = cursor is null ? items : [.. items.SkipWhile(i => key(i) != cursor.After[0]).Skip(1)];
        var cursors = rest.Take(limit)
            .Select(i => new Cursor { Query = query, AsOf = asOf, Sequence = cursor?.Sequence ?? 0, After = [key(i)] }.Encode())
            .ToList();
        return new PageView<T>
        {
            Items = [.. rest.Take(limit)],
            Next = rest.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            AsOf = asOf,
            Total = page.Count is null ? null : items.Count,
        };
    }
}
