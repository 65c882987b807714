using System.Globalization;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Access;

/// <summary>Reads the audit, for admins.</summary>
public sealed class AuditQueries(IDbContextFactory<DataContext> contexts, AuditQueue queue, TimeProvider time, IValidator<ListAudit> validator)
{
    /// <summary>Records oldest first, those of all requests that were answered before on this server; the pages after the first see no newer ones.</summary>
    public async Task<PageView<AuditRecordView>> ListAsync(ListAudit request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var query = Cursor.Fingerprint("audit", Instants.Canonical(request.From), Instants.Canonical(request.To), request.Caller);
        var cursor = Cursor.Decode(request.Cursor, query, keyParts: 1);
        await queue.WrittenAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var last = cursor?.Sequence ?? await context.AuditRecords.MaxAsync(r => (long?)r.Id, cancellationToken) ?? 0;
        var after = cursor?.LongNumber(0) ?? 0;
        var limit = request.Limit ?? Paging.DefaultLimit;
        var records = await Filter(context.AuditRecords.AsNoTracking(), request).Where(r => r.Id > after && r.Id <= last)
            .OrderBy(r => r.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var state = new Snapshot(cursor?.AsOf ?? Instants.Truncate(time.GetUtcNow().UtcDateTime), last, null);
        var cursors = records.Take(limit).Select(r => state.CursorAfter(query, r.Id.ToString(CultureInfo.InvariantCulture))).ToList();
        return new PageView<AuditRecordView>
        {
            Items = [.. records.Take(limit).Select(ToView)],
            Next = records.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            AsOf = state.AsOf,
        };
    }

    private static IQueryable<AuditRecord> Filter(IQueryable<AuditRecord> records, ListAudit request)
    {
        if (request.From is { } first && Instants.TryParse(first, out var from))
        {
            records = records.Where(r => r.At >= from);
        }

        if (request.To is { } last && Instants.TryParse(last, out var to))
        {
            records = records.Where(r => r.At <= to);
        }

        return request.Caller is { } caller ? records.Where(r => r.Caller == caller) : records;
    }

    private static AuditRecordView ToView(AuditRecord record) => new()
    {
        At = record.At,
        Caller = record.Caller,
        Method = record.Method,
        Route = record.Route,
        Datasets = record.Datasets?.Split(',') ?? [],
        Status = record.Status,
        TraceId = record.TraceId,
    };
}
