namespace DataDiplomacy.Api.Graph;

/// <summary>Where a page stands in its list.</summary>
public sealed record PageInfo
{
    /// <summary>True when more items follow this page.</summary>
    public required bool HasNextPage { get; init; }

    /// <summary>True when this page was asked for by a cursor, so that items come before it.</summary>
    public required bool HasPreviousPage { get; init; }

    /// <summary>The cursor of the first item; null on an empty page.</summary>
    public required string? StartCursor { get; init; }

    /// <summary>The cursor of the last item, to be given as `after`; equal to `next` of the REST door while pages follow.</summary>
    public required string? EndCursor { get; init; }
}
