using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Compares two versions of a data set.</summary>
public sealed class DiffQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, Exports exports, IReadTerms terms, SeriesQueries series, TimeProvider time, IValidator<GetDiff> validator)
{
    /// <summary>The difference, or null when there are no such versions.</summary>
    public async Task<DiffView?> FindAsync(GetDiff request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var codes = Paging.Codes(request.Series);
        var query = Cursor.Fingerprint("diff", request.Id, Text(request.A), Text(request.B), string.Join(',', codes));
        var cursor = Cursor.Decode(request.Cursor, query, keyParts: 4);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await context.DatasetVersions.CountAsync(
            v => v.DatasetId == request.Id && (v.Number == request.A || v.Number == request.B) && visibility.Datasets(context).Any(d => d.Id == request.Id), cancellationToken);
        if (known < 2)
        {
            return null;
        }

        await terms.RequireAsync([request.Id], cancellationToken);
        await exports.CheckWalkAsync(request.Cursor, [request.Id], cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), null, cursor, time, cancellationToken);
        var wanted = await series.ResolveFilterAsync(context, codes, request.Id, snapshot, cancellationToken);
        var reader = new DiffReader(context, request.A, request.B);
        var counts = DiffCounts.None;
        foreach (var one in wanted)
        {
            counts += await reader.CountAsync(one.Id, cancellationToken);
        }

        var limit = request.Limit ?? Paging.DefaultLimit;
        var rows = await PageAsync(reader, wanted, cursor, limit + 1, cancellationToken);
        return new DiffView
        {
            Dataset = request.Id,
            A = request.A,
            B = request.B,
            Added = counts.Added,
            Changed = counts.Changed,
            Withdrawn = counts.Withdrawn,
            Unchanged = counts.Unchanged,
            AttributesChanged = counts.AttributesChanged,
            Items = [.. rows.Take(limit).Select(r => ToView(r.Series, r.Row))],
            Next = rows.Count > limit ? NextOf(snapshot, query, rows[limit - 1]) : null,
        };
    }

    private static async Task<IReadOnlyList<(SeriesRef Series, DiffRow Row)>> PageAsync(DiffReader reader, IReadOnlyList<SeriesRef> wanted, Cursor? cursor, int limit, CancellationToken cancellationToken)
    {
        var after = cursor?.After.Select((_, part) => cursor.Number(part)).ToList();
        var rows = new List<(SeriesRef, DiffRow)>();
        foreach (var one in wanted.Where(s => after is null || s.Id >= after[0]))
        {
            ObservationPlace? place = after is not null && one.Id == after[0] ? new ObservationPlace(after[1], after[2], after[3]) : null;
            rows.AddRange((await reader.ReadAsync(one.Id, place, limit - rows.Count, cancellationToken)).Select(r => (one, r)));
            if (rows.Count >= limit)
            {
                break;
            }
        }

        return rows;
    }

    private static DiffItemView ToView(SeriesRef one, DiffRow row) => new()
    {
        Change = row.Old is null ? ObservationChange.Added : row.New is null ? ObservationChange.Withdrawn : ObservationChange.Changed,
        Series = one.Code,
        Area = row.Area,
        AreaName = row.AreaName,
        Period = TimePeriod.FromCode(row.Place.Period).ToString(),
        Dimensions = SeriesKeyText.Parse(row.Dimensions),
        OldValue = row.Old?.Value,
        OldValueText = row.Old?.Text,
        NewValue = row.New?.Value,
        NewValueText = row.New?.Text,
        RelativeChange = RelativeChange(row.Old?.Value, row.New?.Value),
    };

    private static double? RelativeChange(double? old, double? now) =>
        old is { } before && now is { } after && (after - before) / Math.Abs(before) is var change && double.IsFinite(change) ? change : null;

    private static string NextOf(Snapshot snapshot, string query, (SeriesRef Series, DiffRow Row) last) => snapshot.CursorAfter(
        query, Text(last.Series.Id), Text(last.Row.Place.Area), Text(last.Row.Place.Key), Text(last.Row.Place.Period));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
