using System.Globalization;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>A page of observations as they were read, before anyone made views or bytes of them.</summary>
public sealed record ObservationPage
{
    /// <summary>What was asked for, for the cursors.</summary>
    public required ListObservations Request { get; init; }

    /// <summary>The state that all pages see.</summary>
    public required Snapshot State { get; init; }

    public required IReadOnlyList<(SeriesRef Series, ObservationRow Row)> Rows { get; init; }

    /// <summary>Whether the list goes on after this page.</summary>
    public required bool HasMore { get; init; }

    /// <summary>Number of items of the whole list; null when it was not asked for.</summary>
    public required long? Total { get; init; }

    private string Query => field ??= QueryOf(Request);

    /// <summary>Cursor of the next page; null on the last one.</summary>
    public string? Next => HasMore ? CursorAfter(Rows[^1]) : null;

    /// <summary>Cursor of the page that begins after the row.</summary>
    public string CursorAfter((SeriesRef Series, ObservationRow Row) item) => State.CursorAfter(Query, Text(item.Series.Id),
        Text(item.Row.Place.Area), Text(item.Row.Place.Key), Text(item.Row.Place.Period));

    /// <summary>What makes two requests pages of one list.</summary>
    public static string QueryOf(ListObservations r) => Cursor.Fingerprint("observations",
        string.Join(',', Paging.Codes(r.Series)), string.Join(',', Paging.Codes(r.Area)), string.Join(',', Paging.Codes(r.Group)), r.Dataset, r.From, r.To,
        r.Dimensions?.ToString() ?? "", (r.Headline == true).ToString(), (r.Latest == true).ToString(), Instants.Canonical(r.AsOf), Instants.Canonical(r.UpdatedAfter));

    /// <summary>The cursor that a request sends, if it belongs to its list.</summary>
    public static Cursor? CursorOf(ListObservations request) => request.Cursor is null ? null : Cursor.Decode(request.Cursor, QueryOf(request), keyParts: 4);

    /// <summary>The row after which a page begins.</summary>
    public static (int Series, ObservationPlace Place)? PlaceOf(Cursor? cursor) => cursor is null ? null
        : (cursor.Number(0), new ObservationPlace(cursor.Number(1), cursor.Number(2), cursor.Number(3)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
