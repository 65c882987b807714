using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Datasets;

/// <summary>Reads the versions of data sets.</summary>
/// <remarks>
/// They are numbered from 1 without a gap, in the order in which they were recorded and published: a state sees the first so many of them,
/// and the number says how far a page reaches.
/// </remarks>
public sealed class VersionQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, IValidator<ListVersions> validator)
{
    /// <summary>Versions of a data set, oldest first; null when there is no such data set.</summary>
    public async Task<PageView<DatasetVersionView>?> ListAsync(string id, ListVersions request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var cursor = Cursor.Decode(request.Cursor, QueryOf(id, request), keyParts: 1);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == id, cancellationToken))
        {
            return null;
        }

        note.Add(id);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, cursor, time, cancellationToken);
        var visible = snapshot.Visible(context.DatasetVersions).Where(v => v.DatasetId == id);
        var after = cursor is null ? 0 : cursor.Number(0);
        var versions = await visible.Where(v => v.Number > after).OrderBy(v => v.Number).Take(LimitOf(request) + 1).AsNoTracking().ToListAsync(cancellationToken);
        return PageOf(id, request, snapshot, versions) with { Total = request.Count is null ? null : await visible.LongCountAsync(cancellationToken) };
    }

    /// <summary>The first page of each of several data sets that were found before, in as many statements as for one.</summary>
    public async Task<IReadOnlyDictionary<string, PageView<DatasetVersionView>>> FirstPagesAsync(IReadOnlyList<string> ids, ListVersions request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, null, time, cancellationToken);
        var visible = snapshot.Visible(visibility.Versions(context)).Where(v => ids.Contains(v.DatasetId));
        var most = LimitOf(request) + 1;
        var versions = await visible.Where(v => v.Number <= most).OrderBy(v => v.DatasetId).ThenBy(v => v.Number).AsNoTracking().ToListAsync(cancellationToken);
        var totals = request.Count is null ? null : await visible.GroupBy(v => v.DatasetId)
            .Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        note.Add(ids);
        var byDataset = versions.ToLookup(v => v.DatasetId, StringComparer.Ordinal);
        return ids.ToDictionary(id => id, id => PageOf(id, request, snapshot, [.. byDataset[id]]) with { Total = totals?.GetValueOrDefault(id) });
    }

    public async Task<DatasetVersionView?> FindAsync(string id, int number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var version = await visibility.Versions(context).AsNoTracking().FirstOrDefaultAsync(v => v.DatasetId == id && v.Number == number, cancellationToken);
        note.AddFound(version?.DatasetId);
        return version is null ? null : ToView(version);
    }

    public static DatasetVersionView ToView(DatasetVersion version) => new()
    {
        Dataset = version.DatasetId,
        Number = version.Number,
        Activity = version.ActivityId,
        ContentSha256 = version.ContentSha256,
        Bytes = version.Bytes,
        Rows = version.Rows,
        RecordedAt = version.RecordedAt,
        PublishedAt = version.PublishedAt,
        ChangeNote = version.ChangeNote,
        Added = version.Added,
        Changed = version.Changed,
        AttributesChanged = version.AttributesChanged,
        Unchanged = version.Unchanged,
        Withdrawn = version.Withdrawn,
        WithdrawalsHeld = version.WithdrawalsHeld,
    };

    /// <param name="id">The data set.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="snapshot">The state that the page shows.</param>
    /// <param name="versions">Those of the page, and one more when there is another page.</param>
    private static PageView<DatasetVersionView> PageOf(string id, ListVersions request, Snapshot snapshot, IReadOnlyList<DatasetVersion> versions)
    {
        var page = versions.Take(LimitOf(request)).ToList();
        var cursors = page.Select(v => snapshot.CursorAfter(QueryOf(id, request), v.Number.ToString(CultureInfo.InvariantCulture))).ToList();
        return new PageView<DatasetVersionView>
        {
            Items = [.. page.Select(ToView)],
            Next = versions.Count > page.Count ? cursors[^1] : null,
            Cursors = cursors,
            AsOf = snapshot.AsOf,
        };
    }

    private static int LimitOf(ListVersions request) => request.Limit ?? Paging.DefaultLimit;

    private static string QueryOf(string id, ListVersions request) => Cursor.Fingerprint("versions", id, Instants.Canonical(request.AsOf));
}
