namespace DataDiplomacy.Api.Graph;

/// <summary>One page of a keyset list, as a slice's query hands it to the GraphQL door.</summary>
public sealed record ConnectionPage<TNode>
{
    public required IReadOnlyList<TNode> Items { get; init; }

    /// <summary>The cursor with which the list goes on after an item; it must work as <c>after</c>.</summary>
    public required Func<TNode, string> CursorOf { get; init; }

    /// <summary>The cursor of the next page as the REST door gives it, null on the last page.</summary>
    public string? Next { get; init; }

    /// <summary>True when this page was asked for by a cursor.</summary>
    public bool HasPrevious { get; init; }

    /// <summary>All items of the list over all pages, null when it was not counted.</summary>
    public long? Total { get; init; }

    public IReadOnlyList<ConnectionEdge<TNode>> Edges =>
        [.. Items.Select((item, index) => new ConnectionEdge<TNode>(CursorAt(index), item))];

    public PageInfo PageInfo => new()
    {
        HasNextPage = Next is not null,
        HasPreviousPage = HasPrevious,
        StartCursor = Items.Count == 0 ? null : CursorAt(0),
        EndCursor = Items.Count == 0 ? Next : CursorAt(Items.Count - 1),
    };

    // The last edge of a page that goes on has the cursor of the REST door, so that both doors page alike.
    private string CursorAt(int index) => index == Items.Count - 1 && Next is not null ? Next : CursorOf(Items[index]);
}
