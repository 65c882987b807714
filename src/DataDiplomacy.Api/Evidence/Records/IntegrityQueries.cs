using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// Works everything out again: the log from its entries, held against every checkpoint that was ever signed; the chain and the signatures of each record's
/// events, and that each leaf has its event; versions of data sets against their leaves; contents against what was taken in.
/// </summary>
public sealed class IntegrityQueries(IDbContextFactory<DataContext> contexts, LedgerKeys ledgerKeys, SealCommands seals, VersionSeals versions, RecordKeys keys, RecordBlobs blobs)
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
        var signed = await context.SealedCheckpoints.AsNoTracking().OrderBy(c => c.Size).Select(c => c.Note).ToListAsync(cancellationToken);
        if (seals.ReadHighWater() is { } highest)
        {
            signed.Add(highest.Note.ToString());
        }

        var entries = await context.LogEntries.LongCountAsync(cancellationToken);
        progress($"log: {entries} entries, {signed.Count} checkpoints");
        if (signed.Count == 0)
        {
            return entries == 0 ? [] : ["log: nothing was ever sealed"];
        }

        var notes = signed.Select(n => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(n))).ToList();
        var newest = notes[signed.Count - 1];
        var report = LogAudit.Run(newest, [ledgerKeys.Verifier], notes, tile => Read(context, tile));
        var unfinished = report is { Completed: false, Faults.Count: 0 } ? ["log: the audit did not reach the last entry"] : Array.Empty<string>();
        return [.. report.Faults.Select(f => $"log: {f.Path}: {f.Explanation}"), .. unfinished];
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
        progress("leaves: events and versions");
        var orphans = from l in context.LogEntries.AsNoTracking()
                      where !context.CustodyEvents.Any(e => e.LogIndex == l.Index) && !context.SealedVersions.Any(v => v.LogIndex == l.Index)
                         && !context.EvidenceStatements.Any(s => s.LogIndex == l.Index)
                      orderby l.Index
                      select l.Index;
        await foreach (var index in orphans.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"leaf {index}: no event of custody, no statement and no version of a data set belongs to it any more";
        }

        var sealedVersions = await (from s in context.SealedVersions.AsNoTracking()
                                    join l in context.LogEntries.AsNoTracking() on s.LogIndex equals l.Index into leaves
                                    from l in leaves.DefaultIfEmpty()
                                    join v in context.DatasetVersions.AsNoTracking() on new { s.DatasetId, s.Number } equals new { v.DatasetId, v.Number } into found
                                    from v in found.DefaultIfEmpty()
                                    orderby s.Sequence
                                    select new { Sealed = s, Leaf = l == null ? null : l.Entry, Version = v }).ToListAsync(cancellationToken);
        foreach (var each in sealedVersions)
        {
            var expected = each.Version is null ? null : LogEntry.Write(LogEntry.OfDatasetVersion, Commitment.Of(versions.DisclosureOf(each.Version)));
            if (expected is null || each.Leaf is null || !expected.AsSpan().SequenceEqual(each.Leaf))
            {
                yield return $"version {each.Sealed.Number} of {each.Sealed.DatasetId}: it is not what its leaf {each.Sealed.LogIndex} commits to";
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
            var events = await (from e in context.CustodyEvents.AsNoTracking()
                                join l in context.LogEntries.AsNoTracking() on e.LogIndex equals l.Index into leaves
                                from l in leaves.DefaultIfEmpty()
                                where e.RecordId == record.Id
                                orderby e.Sequence
                                select new StoredEvent(e, l == null ? null : l.Entry)).ToListAsync(cancellationToken);
            foreach (var fault in CheckChain(record, events))
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

    private IEnumerable<string> CheckChain(EvidenceRecord record, List<StoredEvent> events)
    {
        if (events.Count == 0)
        {
            yield return $"record {record.Id}: it has no events";
        }

        string? before = null;
        for (var i = 0; i < events.Count; i++)
        {
            var stored = events[i].Event;
            if (FaultOf(record, stored, events[i].Leaf, i + 1, before) is { } fault)
            {
                yield return $"record {record.Id}, event {stored.Sequence}: {fault}";
            }

            before = stored.EnvelopeSha256;
        }
    }

    private string? FaultOf(EvidenceRecord record, CustodyEvent stored, byte[]? leaf, int sequence, string? before)
    {
        if (stored.Sequence != sequence)
        {
            return $"event {sequence} before it is missing";
        }

        CustodyStatement statement;
        try
        {
            var envelope = DsseEnvelope.Parse(stored.Envelope);
            if (envelope.SignedBy([ledgerKeys.Custodian.Verification]).Count == 0)
            {
                return "the statement is not signed by the custodian";
            }

            statement = CustodyStatement.Parse(envelope.Payload);
        }
        catch (FormatException e)
        {
            return "the statement cannot be read: " + e.Message;
        }

        if (statement.Record != record.Id || statement.Sequence != sequence || statement.Type != WireNames.Of(stored.Type) || statement.At != Instants.Format(stored.At) || statement.Actor != stored.Actor)
        {
            return "the row says something else than the signed statement";
        }

        if (statement.Previous != before)
        {
            return "it does not continue the event before it";
        }

        return leaf is null ? $"its leaf {stored.LogIndex} is missing" : FaultOfValues(stored, statement, leaf);
    }

    /// <summary>What the key of the record still opens; after its erasure only the receipt does.</summary>
    private string? FaultOfValues(CustodyEvent stored, CustodyStatement statement, byte[] leaf)
    {
        if ((stored.Type is CustodyEventType.Erased ? keys.FindReceipt(stored.RecordId) : keys.Find(stored.RecordId)) is not { } key)
        {
            return null;
        }

        try
        {
            if (CustodyFormats.EntryOf(stored, key) != Encoding.UTF8.GetString(leaf))
            {
                return $"its leaf {stored.LogIndex} commits to something else";
            }

            var differing = CustodyFormats.Disclosures(stored, key).Skip(1).FirstOrDefault(d => statement.Commitments.GetValueOrDefault(d.Name) != Commitment.Text(Commitment.Of(d)));
            return differing is null ? null : $"the stored value of {differing.Name} is not what the statement commits to";
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return "its stored values were changed";
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

    private async Task<string?> CheckContentAsync(EvidenceRecord record, List<StoredEvent> events, CancellationToken cancellationToken)
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
        var stored = events.Select(e => e.Event).ToList();
        if (CustodyFormats.Newest(stored, key, "sensitivity") != WireNames.Of(record.Sensitivity))
        {
            return $"record {record.Id}: who may know of it is not what its events say";
        }

        return found is not null && found == CustodyFormats.Newest(stored, key, "sha256") ? null : $"record {record.Id}: its content in {record.BlobRef} is gone or is not what was taken in";
    }

    private sealed record StoredEvent(CustodyEvent Event, byte[]? Leaf);
}
