using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// Works everything out again: the log from its entries, held against every checkpoint that was ever signed; the chain and the signatures of each record's
/// events, and that each leaf has its event; versions of data sets against their leaves; contents against what was taken in.
/// </summary>
public sealed class IntegrityQueries(IDbContextFactory<DataContext> contexts, LedgerKeys ledgerKeys, SealCommands seals, IEnumerable<ILedgerSeal> things, ChainQueries chain, RecordKeys keys, RecordBlobs blobs)
{
    /// <summary>What does not hold, each with its place; nothing when everything holds.</summary>
    /// <param name="progress">Told what is being checked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async IAsyncEnumerable<string> CheckAsync(Action<string> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var fault in await CheckLogAsync(context, progress, cancellationToken))
        {
            yield return fault;
        }

        await foreach (var fault in CheckLeavesAsync(context, progress, cancellationToken))
        {
            yield return fault;
        }

        await foreach (var fault in CheckRecordsAsync(context, progress, cancellationToken))
        {
            yield return fault;
        }
    }

    private async Task<IReadOnlyList<string>> CheckLogAsync(DataContext context, Action<string> progress, CancellationToken cancellationToken)
    {
        // Beside the database first, then what is in it: a server that runs meanwhile writes in this order.
        var highest = seals.ReadHighWater();
        var stored = await context.SealedCheckpoints.AsNoTracking().OrderBy(c => c.Size).Select(c => new { c.Size, c.Note }).ToListAsync(cancellationToken);
        var entries = await context.LogEntries.LongCountAsync(cancellationToken);
        var signed = stored.Select(c => c.Note).ToList();
        if (highest is { } ahead && (long)ahead.Checkpoint.Size > (stored.LastOrDefault()?.Size ?? 0) && (long)ahead.Checkpoint.Size <= entries)
        {
            // Killed before its tiles were stored; the next seal does that, if the entries are still those.
            var root = await RootAsync(context, (long)ahead.Checkpoint.Size, cancellationToken);
            if (!root.AsSpan().SequenceEqual(ahead.Checkpoint.Root.Span))
            {
                return [$"log: the first {ahead.Checkpoint.Size} entries are not those of the checkpoint that was signed and written beside the database"];
            }
        }
        else if (highest is { } within)
        {
            // A server that runs meanwhile may have stored a later one since; the newest comes last.
            var isNewest = (long)within.Checkpoint.Size >= (stored.LastOrDefault()?.Size ?? 0);
            signed.Insert(isNewest ? signed.Count : 0, within.Note.ToString());
        }

        progress($"log: {entries} entries, {signed.Count} checkpoints");
        if (signed.Count == 0)
        {
            return entries == 0 || highest is not null ? [] : ["log: nothing was ever sealed"];
        }

        var notes = signed.Select(n => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(n))).ToList();
        var newest = notes[signed.Count - 1];
        var report = LogAudit.Run(newest, [ledgerKeys.Verifier], notes, tile => Read(context, tile));
        var unfinished = report is { Completed: false, Faults.Count: 0 } ? ["log: the audit did not reach the last entry"] : Array.Empty<string>();
        return [.. report.Faults.Select(f => $"log: {f.Path}: {f.Explanation}"), .. unfinished];
    }

    private static async Task<byte[]> RootAsync(DataContext context, long size, CancellationToken cancellationToken)
    {
        var range = new CompactRange();
        await foreach (var leaf in context.LogEntries.AsNoTracking().Where(e => e.Index < size).OrderBy(e => e.Index).Select(e => e.LeafHash).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            range.Append(0, leaf);
        }

        return range.RootWith([]);
    }

    private static byte[]? Read(DataContext context, LogTile tile)
    {
        if (tile.Level >= 0)
        {
            return LedgerTiles.Hashes(context, tile) is { Length: > 0 } hashes ? hashes : null;
        }

        var entries = LedgerTiles.Entries(context, tile);
        return entries.Count == 0 ? null : EntryBundle.Write([.. entries.Select(e => (ReadOnlyMemory<byte>)e)]);
    }

    /// <summary>Each leaf is of one event or of one version: an event that somebody took away leaves a leaf behind.</summary>
    private async IAsyncEnumerable<string> CheckLeavesAsync(DataContext context, Action<string> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        progress("leaves: events, versions, agreements");
        var orphans = context.LogEntries.AsNoTracking().Select(l => l.Index)
            .Where(i => !context.CustodyEvents.Any(e => e.LogIndex == i) && !context.EvidenceStatements.Any(s => s.LogIndex == i));
        foreach (var leaves in things.Select(t => t.Leaves(context)))
        {
            orphans = orphans.Where(i => !leaves.Contains(i));
        }

        await foreach (var index in orphans.OrderBy(i => i).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"leaf {index}: no event of custody, no statement, no version of a data set and no agreement belongs to it any more";
        }

        foreach (var thing in things)
        {
            await foreach (var fault in thing.FaultsAsync(context, cancellationToken))
            {
                yield return fault;
            }
        }
    }

    private async IAsyncEnumerable<string> CheckRecordsAsync(DataContext context, Action<string> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = await context.EvidenceRecords.AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancellationToken);
        progress($"records: {records.Count} with their events and contents");
        var known = records.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var lost in await context.CustodyEvents.Where(e => e.Sequence == 1).Select(e => e.RecordId).ToListAsync(cancellationToken))
        {
            if (!known.Contains(lost))
            {
                yield return $"record {lost}: its events are there, the record is gone";
            }
        }

        foreach (var record in records)
        {
            var events = await ChainQueries.EventsAsync(context, record.Id, cancellationToken);
            foreach (var fault in chain.Faults(record, events))
            {
                yield return fault;
            }

            foreach (var fault in await CheckStatementsAsync(context, record, cancellationToken))
            {
                yield return fault;
            }

            if (await CheckContentAsync(record, events, cancellationToken) is { } damaged)
            {
                yield return damaged;
            }
        }
    }

    /// <summary>Reports and assessments: readable as long as the record's key is there, and then signed and as their leaves commit to.</summary>
    private async Task<IReadOnlyList<string>> CheckStatementsAsync(DataContext context, EvidenceRecord record, CancellationToken cancellationToken)
    {
        if (keys.Find(record.Id) is not { } key)
        {
            return [];
        }

        var stored = await (from s in context.EvidenceStatements.AsNoTracking()
                            join l in context.LogEntries.AsNoTracking() on s.LogIndex equals l.Index into leaves
                            from l in leaves.DefaultIfEmpty()
                            where s.RecordId == record.Id
                            orderby s.LogIndex
                            select new { Statement = s, Leaf = l == null ? null : l.Entry }).ToListAsync(cancellationToken);
        return [.. from each in stored
                   let fault = FaultOf(each.Statement, each.Leaf, key)
                   where fault is not null
                   select $"record {record.Id}, statement {each.Statement.Id}: {fault}"];
    }

    private string? FaultOf(StoredStatement stored, byte[]? leaf, byte[] key)
    {
        try
        {
            var opened = StatementFormats.Open(stored, key);
            if (!opened.IsSignedBy(ledgerKeys.Custodian.Verification))
            {
                return "it is not signed by the custodian";
            }

            if (!opened.IsOf(stored))
            {
                return "the row says something else than the signed statement";
            }

            return leaf is null || opened.Entry != Encoding.UTF8.GetString(leaf) ? $"its leaf {stored.LogIndex} is missing or commits to something else" : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return "its envelope was changed";
        }
    }

    private async Task<string?> CheckContentAsync(EvidenceRecord record, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken)
    {
        if (record.IsErased)
        {
            return null;
        }

        if (keys.Find(record.Id) is not { } key)
        {
            return $"record {record.Id}: its key is gone without an erasure";
        }

        var contentKey = RecordBlobs.IsSealed(record.BlobRef) ? RecordKey.OfContent(key) : null;
        var found = await blobs.HashAsync(record.BlobRef, contentKey, record.Bytes, cancellationToken);
        if (CustodyFormats.Newest([.. events.Select(e => e.Event)], key, "sensitivity") != WireNames.Of(record.Sensitivity))
        {
            return $"record {record.Id}: who may know of it is not what its events say";
        }

        if (RedactionFormats.ParentIn(events.Select(e => e.Event), key) != record.RedactionOf)
        {
            return $"record {record.Id}: what it was derived from is not what its events say";
        }

        return found is not null && found == ChainQueries.Announced(events, key) ? null : $"record {record.Id}: its content in {record.BlobRef} is gone or is not what was taken in";
    }
}
