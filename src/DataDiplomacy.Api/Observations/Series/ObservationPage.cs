using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>A page of observations as they were read, before anyone made views or bytes of them.</summary>
public sealed record ObservationPage
{
    /// <summary>Fingerprint of the query, for the cursors.</summary>
    public required string Query { get; init; }

    /// <summary>The state that all pages see.</summary>
    public required Snapshot State { get; init; }

    public required IReadOnlyList<(SeriesRef Series, ObservationRow Row)> Rows { get; init; }

    /// <summary>Whether the list goes on after this page.</summary>
    public required bool HasMore { get; init; }

    /// <summary>Number of items of the whole list; null when it was not asked for.</summary>
    public required long? Total { get; init; }

    /// <summary>Cursor of the next page; null on the last one.</summary>
    public string? Next => HasMore ? CursorAfter(Rows[^1]) : null;

    /// <summary>Cursor of the page that begins after the row.</summary>
    public string CursorAfter((SeriesRef Series, ObservationRow Row) item) => State.CursorAfter(Query, ObservationQueries.Text(item.Series.Id),
        ObservationQueries.Text(item.Row.Place.Area), ObservationQueries.Text(item.Row.Place.Key), ObservationQueries.Text(item.Row.Place.Period));
}
