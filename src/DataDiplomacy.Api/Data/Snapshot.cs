using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Data;

/// <summary>
/// The state that a read sees: versions recorded at or before <see cref="AsOf"/> and published up to <see cref="Sequence"/>.
/// Both are needed: a vintage imported later may be recorded earlier, and must not slip between two pages of one list.
/// </summary>
public sealed record Snapshot(DateTime AsOf, long Sequence, DateTime? PublishedUpTo)
{
    /// <summary>The instant that the caller asked for, in one writing; null when the caller asked for none.</summary>
    public string? Asked { get; init; }

    /// <summary>The instant that was asked for; null where it is the newest state.</summary>
    public DateTime? Instant => Asked is null ? null : AsOf;

    /// <summary>The state of the cursor, or the newest one as of the given instant.</summary>
    /// <param name="versions">Those that the caller may see: when others were published is nobody's business.</param>
    /// <param name="asOf">The instant asked for; null for now.</param>
    /// <param name="cursor">Cursor of the page before; null on the first.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Snapshot> TakeAsync(IQueryable<DatasetVersion> versions, string? asOf, Cursor? cursor, TimeProvider time, CancellationToken cancellationToken)
    {
        if (cursor is not null)
        {
            var published = await versions.Where(v => v.Sequence == cursor.Sequence).Select(v => (DateTime?)v.PublishedAt).FirstOrDefaultAsync(cancellationToken);
            return new Snapshot(cursor.AsOf, cursor.Sequence, published) { Asked = Instants.Canonical(asOf) };
        }

        var newest = await versions.OrderByDescending(v => v.Sequence)
            .Select(v => new { v.Sequence, v.PublishedAt }).FirstOrDefaultAsync(cancellationToken);
        // Without a wish it is the state of the newest publication, which no version is recorded after: the same state gives the same bytes.
        return new Snapshot(asOf is null && newest is not null ? newest.PublishedAt : InstantOf(asOf, time), newest?.Sequence ?? 0, newest?.PublishedAt) { Asked = Instants.Canonical(asOf) };
    }

    /// <summary>The instant asked for, or now; a malformed one is refused.</summary>
    public static DateTime InstantOf(string? asOf, TimeProvider time)
    {
        if (asOf is null)
        {
            return Instants.Truncate(time.GetUtcNow().UtcDateTime);
        }

        return Instants.TryParse(asOf, out var instant)
            ? instant
            : throw ProblemException.Invalid("asOf", $"'{asOf}' is no instant: write 2020-10-19T00:00:00Z, or a date, which means 00:00 UTC.");
    }

    public IQueryable<DatasetVersion> Visible(IQueryable<DatasetVersion> versions) =>
        versions.Where(v => v.RecordedAt <= AsOf && v.Sequence <= Sequence);

    /// <summary>The cursor of the page that begins after the item with this sort key.</summary>
    public string CursorAfter(string query, params string[] key) =>
        new Cursor { Query = query, AsOf = AsOf, Sequence = Sequence, After = key }.Encode();
}
