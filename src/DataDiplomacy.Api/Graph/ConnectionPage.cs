namespace DataDiplomacy.Api.Graph;

/// <summary>One page of a keyset list, as a slice's query hands it to the GraphQL door.</summary>
public record ConnectionPage<TNode>
{
    public required IReadOnlyList<TNode> Items { get; init; }

    /// <summary>For each item the cursor with which the list goes on after it; it must work as <c>after</c>.</summary>
    public required IReadOnlyList<string> Cursors { get; init; }

    /// <summary>The cursor of the next page as the REST door gives it, null on the last page.</summary>
    public string? Next { get; init; }

    /// <summary>True when this page was asked for by a cursor.</summary>
    public bool HasPrevious { get; init; }

    /// <summary>All items of the list over all pages, null when it was not counted.</summary>
    public long? Total { get; init; }

    public IReadOnlyList<ConnectionEdge<TNode>> Edges =>
        [.. Items.Zip(Cursors, (item, cursor) => new ConnectionEdge<TNode>(cursor, item))];

    public PageInfo PageInfo => new()
    {
        HasNextPage = Next is not null,
        HasPreviousPage = HasPrevious,
        StartCursor = Cursors.Count == 0 ? null : Cursors[0],
        EndCursor = Cursors.Count == 0 ? Next : Cursors[^1],
    };
}
