using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Reads records. Of those that are not public, lists show nothing that was written about them: reading one is an event of its custody.</summary>
public sealed class RecordQueries(
    IDbContextFactory<DataContext> contexts, RecordVisibility visibility, RecordKeys keys, RecordBlobs blobs, LedgerQueries log, SealCommands seals,
    IValidator<ListRecords> validator, IValidator<ListCases> caseValidator, IValidator<FindProof> proofValidator)
{
    /// <summary>The stored values hold more than a record shows: what the row has too.</summary>
    private static readonly JsonSerializerOptions Stored = new(WireJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public async Task<RecordPageView> ListAsync(ListRecords request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var query = Cursor.Fingerprint("evidence", request.Kind, request.Case, Instants.Canonical(request.UpdatedAfter), string.Join(',', visibility.Readable), visibility.Caller.CaseId);
        var after = Cursor.Decode(request.Cursor, query, keyParts: 1)?.LongNumber(0) ?? -1;
        DateTime? since = Instants.TryParse(request.UpdatedAfter, out var instant) ? instant : null;
        var limit = request.Limit ?? Paging.DefaultLimit;
        // Read before the records: the list has all that it covers, and perhaps more.
        var checkpoint = await log.CheckpointAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Both reads below see the same entries: what comes between them has its place after this page.
        var upTo = await context.LogEntries.MaxAsync(e => (long?)e.Index, cancellationToken) ?? -1;
        var (wanted, lost) = (visibility.Records(context).AsNoTracking().Where(r => r.ChangedIndex <= upTo), visibility.Lost(context).Where(r => r.Index <= upTo));
        wanted = since is { } from ? wanted.Where(r => r.ChangedAt > from) : wanted.Where(r => !r.IsErased);
        lost = since is { } start ? lost.Where(r => r.At > start) : lost;
        if (request.Kind is { } kind && WireNames.TryParse<EvidenceKind>(kind, out var named))
        {
            (wanted, lost) = (wanted.Where(r => r.Kind == named), lost.Where(r => r.Kind == named));
        }

        if (request.Case is { } only)
        {
            (wanted, lost) = (wanted.Where(r => r.CaseId == only), lost.Where(r => r.CaseId == only));
        }

        var records = wanted.Where(r => r.ChangedIndex > after).OrderBy(r => r.ChangedIndex).Take(limit + 1);
        var items = since is { } changes
            ? await ChangesAsync(context, records, lost.Where(r => r.Index > after).OrderBy(r => r.Index).Take(limit + 1), changes, cancellationToken)
            : await ViewsAsync(context, await records.ToListAsync(cancellationToken), cancellationToken);
        var (state, isLast) = (new Snapshot(default, 0, null), items.Count <= limit);
        var cursors = items.Take(limit).Select(i => state.CursorAfter(query, i.Index.ToString(CultureInfo.InvariantCulture))).ToList();
        return new RecordPageView
        {
            Items = [.. items.Take(limit).Select(i => i.View)],
            Next = isLast ? null : cursors[^1],
            Checkpoint = isLast ? checkpoint?.ToString() : null,
            Total = request.Count is null ? null : await wanted.LongCountAsync(cancellationToken) + (since is null ? 0 : await lost.LongCountAsync(cancellationToken)),
            Cursors = cursors,
        };
    }

    /// <summary>What changed since an instant, records and those that the caller lost, in the order of the log.</summary>
    private async Task<List<(long Index, RecordView View)>> ChangesAsync(
        DataContext context, IQueryable<EvidenceRecord> wanted, IQueryable<LostRecord> lost, DateTime since, CancellationToken cancellationToken)
    {
        var records = await wanted.ToListAsync(cancellationToken);
        var ids = records.Select(r => r.Id).ToList();
        var gained = await visibility.Gained(context, ids, since).ToListAsync(cancellationToken);
        var redacted = await RedactedAsync(context, ids, since, cancellationToken);
        var gone = await lost.ToListAsync(cancellationToken);
        var views = await ViewsAsync(context, records, cancellationToken);
        return [.. records.Zip(views, (r, v) => (v.Index, v.View with { Change = ChangeOf(r, since, gained, redacted) }))
            .Concat(gone.Select(r => (r.Index, new RecordView { Id = r.Id, Change = "withdrawn" }))).OrderBy(i => i.Item1)];
    }

    /// <summary>Those of the records of which a redaction was made since: a redaction itself says so too, in the third of its events.</summary>
    private static Task<List<string>> RedactedAsync(DataContext context, List<string> ids, DateTime since, CancellationToken cancellationToken) =>
        context.CustodyEvents.Where(e => ids.Contains(e.RecordId) && e.Type == CustodyEventType.Redacted && e.At > since
                && (e.Sequence > Redaction.OwnSequence || !context.EvidenceRecords.Any(r => r.Id == e.RecordId && r.RedactionOf != null)))
            .Select(e => e.RecordId).Distinct().ToListAsync(cancellationToken);

    /// <summary>Records as a list shows them, with their places in it.</summary>
    private async Task<List<(long Index, RecordView View)>> ViewsAsync(DataContext context, List<EvidenceRecord> records, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(context, records.Select(r => r.RedactionOf), cancellationToken);
        return [.. records.Select(r => (r.ChangedIndex, ToView(r, isAlone: false, NamedOf(r, known))))];
    }

    /// <summary>A record as it is stored; null when there is none that the caller may know of.</summary>
    public async Task<EvidenceRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await visibility.Records(context).AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
    }

    /// <summary>Those of several records that the caller may know of, as they are stored.</summary>
    public async Task<IReadOnlyList<EvidenceRecord>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await visibility.Records(context).AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
    }

    /// <summary>A record with what it says.</summary>
    public async Task<RecordView> ToViewAsync(EvidenceRecord record, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return ToView(record, isAlone: true, NamedOf(record, await KnownAsync(context, [record.RedactionOf], cancellationToken)));
    }

    /// <summary>A record with what it says, which names its original if its events do.</summary>
    public RecordView ToView(EvidenceRecord record, IReadOnlyList<CustodyEventView> events) => ToView(record, isAlone: true, RedactionFormats.ParentIn(events));

    /// <summary>What a record says; null after its erasure.</summary>
    public RecordDetail? DetailOf(EvidenceRecord record) =>
        record.IsErased || keys.Find(record.Id) is not { } key
            ? null
            : JsonSerializer.Deserialize<RecordDetail>(RecordKey.Decrypt(key, record.Vault, record.Id), Stored);

    /// <summary>The content; null when it is gone.</summary>
    public Stream? Open(EvidenceRecord record) => blobs.Open(record.BlobRef, ContentKeyOf(record), record.Bytes);

    /// <summary>SHA-256 of what lies in the storage now; null when it is gone or was changed.</summary>
    public Task<string?> HashAsync(EvidenceRecord record, CancellationToken cancellationToken) =>
        blobs.HashAsync(record.BlobRef, ContentKeyOf(record), record.Bytes, cancellationToken);

    /// <summary>The events of a record, oldest first; null when there is none that the caller may know of.</summary>
    public async Task<IReadOnlyList<CustodyEventView>?> CustodyAsync(string id, CancellationToken cancellationToken)
    {
        return await FindAsync(id, cancellationToken) is null ? null : (await CustodyAsync([id], cancellationToken)).GetValueOrDefault(id);
    }

    /// <summary>The events of records that the caller was found to know of, by record, oldest first.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<CustodyEventView>>> CustodyAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var events = await (from e in context.CustodyEvents.AsNoTracking()
                            join l in context.LogEntries.AsNoTracking() on e.LogIndex equals l.Index
                            where ids.Contains(e.RecordId)
                            orderby e.RecordId, e.Sequence
                            select new { Event = e, l.Entry }).ToListAsync(cancellationToken);
        var views = events.GroupBy(e => e.Event.RecordId).ToDictionary(record => record.Key, List<CustodyEventView> (record) =>
        {
            var (key, receipt) = (keys.Find(record.Key), keys.FindReceipt(record.Key));
            return [.. record.Select(e => CustodyFormats.ToView(e.Event, Encoding.UTF8.GetString(e.Entry), e.Event.Type is CustodyEventType.Erased ? receipt : key, keys.Find))];
        }, StringComparer.Ordinal);
        var known = await KnownAsync(context, views.Values.SelectMany(v => v).Select(RedactionFormats.NamedIn), cancellationToken);
        return views.ToDictionary(v => v.Key, IReadOnlyList<CustodyEventView> (v) => [.. v.Value.Select(e => RedactionFormats.Show(e, known))], StringComparer.Ordinal);
    }

    /// <summary>Those of the records that others name which the caller may know of.</summary>
    private async Task<HashSet<string>> KnownAsync(DataContext context, IEnumerable<string?> named, CancellationToken cancellationToken)
    {
        var ids = named.OfType<string>().Distinct().ToList();
        return ids.Count == 0 ? [] : await visibility.Records(context).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
    }

    private static string? NamedOf(EvidenceRecord record, HashSet<string> known) => record.RedactionOf is { } parent && known.Contains(parent) ? parent : null;

    /// <summary>The proof of one event (the first without a number) under the newest checkpoint; null when there is none such.</summary>
    public async Task<string?> ProofAsync(string id, FindProof request, CancellationToken cancellationToken)
    {
        proofValidator.Check(request);
        if (await FindAsync(id, cancellationToken) is null)
        {
            return null;
        }

        var wanted = request.Event ?? 1;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var index = await context.CustodyEvents.AsNoTracking().Where(e => e.RecordId == id && e.Sequence == wanted).Select(e => (long?)e.LogIndex).FirstOrDefaultAsync(cancellationToken);
        if (index is not { } leaf)
        {
            return null;
        }

        var proof = await log.ProofAsync(leaf, cancellationToken);
        if (proof is null)
        {
            // It was just written: nobody waits for the next seal.
            await seals.SealAsync(cancellationToken);
            proof = await log.ProofAsync(leaf, cancellationToken);
        }

        return proof?.ToString();
    }

    public async Task<PageView<CaseView>> CasesAsync(ListCases request, CancellationToken cancellationToken)
    {
        caseValidator.Check(request);
        var query = Cursor.Fingerprint("cases", string.Join(',', visibility.Readable), visibility.Caller.CaseId);
        var after = Cursor.Decode(request.Cursor, query, keyParts: 1)?.After[0];
        var limit = request.Limit ?? Paging.DefaultLimit;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var cases = await visibility.Records(context).Where(r => r.CaseId != null && (after == null || string.Compare(r.CaseId, after) > 0))
            .GroupBy(r => r.CaseId).OrderBy(g => g.Key)
            .Select(g => new { g.Key, Count = g.LongCount(), Since = g.Min(r => r.CreatedAt), Changed = g.Max(r => r.ChangedAt) })
            .Take(limit + 1).ToListAsync(cancellationToken);
        var state = new Snapshot(default, 0, null);
        return new PageView<CaseView>
        {
            Items = [.. cases.Take(limit).Select(c => new CaseView { Id = c.Key ?? "", Records = c.Count, Since = c.Since, ChangedAt = c.Changed })],
            Next = cases.Count > limit ? state.CursorAfter(query, cases[limit - 1].Key ?? "") : null,
        };
    }

    private byte[]? ContentKeyOf(EvidenceRecord record) =>
        RecordBlobs.IsSealed(record.BlobRef) && keys.Find(record.Id) is { } key ? RecordKey.OfContent(key) : null;

    private RecordView ToView(EvidenceRecord record, bool isAlone, string? redactionOf) => new()
    {
        Id = record.Id,
        Kind = record.Kind,
        Sensitivity = record.Sensitivity,
        Case = record.CaseId,
        Erased = record.IsErased,
        LegalHold = record.LegalHold,
        CreatedAt = record.CreatedAt,
        ChangedAt = record.ChangedAt,
        LogIndex = record.LogIndex,
        Bytes = record.Bytes,
        RedactionOf = redactionOf,
        Detail = isAlone || record.Sensitivity is Sensitivity.Public ? DetailOf(record) : null,
    };

    private static string ChangeOf(EvidenceRecord record, DateTime since, List<string> gained, List<string> redacted)
    {
        if (record.IsErased)
        {
            return "withdrawn";
        }

        if (redacted.Contains(record.Id))
        {
            return "redacted";
        }

        return record.CreatedAt > since || gained.Contains(record.Id) ? "added" : "changed";
    }
}
