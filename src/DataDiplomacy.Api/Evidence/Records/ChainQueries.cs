using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Statements;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Checks the chain of one record's events: signatures, links, rows against what was signed, values and leaves against what was committed to.</summary>
public sealed class ChainQueries(IDbContextFactory<DataContext> contexts, LedgerKeys ledgerKeys, RecordKeys keys)
{
    /// <summary>The events of a record with what does not hold of them.</summary>
    public async Task<CheckedChain> CheckAsync(EvidenceRecord record, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var events = await EventsAsync(context, record.Id, cancellationToken);
        return new CheckedChain(events, [.. Faults(record, events)], keys.Find(record.Id) is { } key ? Announced(events, key) : null);
    }

    /// <summary>The events of a record with their leaves, oldest first.</summary>
    public static Task<List<StoredEvent>> EventsAsync(DataContext context, string recordId, CancellationToken cancellationToken) =>
        (from e in context.CustodyEvents.AsNoTracking()
         join l in context.LogEntries.AsNoTracking() on e.LogIndex equals l.Index into leaves
         from l in leaves.DefaultIfEmpty()
         where e.RecordId == recordId
         orderby e.Sequence
         select new StoredEvent(e, l == null ? null : l.Entry)).ToListAsync(cancellationToken);

    /// <summary>What does not hold of a record's events, each with its place.</summary>
    public IEnumerable<string> Faults(EvidenceRecord record, IReadOnlyList<StoredEvent> events)
    {
        if (events.Count == 0)
        {
            yield return $"record {record.Id}: it has no events";
        }

        string? before = null;
        for (var i = 0; i < events.Count; i++)
        {
            var stored = events[i].Event;
            if (i > 0 && events[i - 1].Event.Type is CustodyEventType.Erased)
            {
                yield return $"record {record.Id}, event {stored.Sequence}: it follows the erasure, which nothing may";
            }

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

            // What belongs to a record that was erased, nobody can hold against its commitment any more.
            var values = CustodyFormats.Opened(stored, key, keys.Find).ToDictionary(v => v.Name, v => v.Disclosure, StringComparer.Ordinal);
            var differing = statement.Commitments.Keys.Union(values.Keys).FirstOrDefault(name => !values.TryGetValue(name, out var value) || value is not null && statement.Commitments.GetValueOrDefault(name) != Commitment.Text(Commitment.Of(value)));
            return differing is null ? null : $"the stored value of {differing} is not what the statement commits to";
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return "its stored values were changed";
        }
    }

    /// <summary>The SHA-256 of the content as custody states it; null where it cannot be read.</summary>
    public static string? Announced(IReadOnlyList<StoredEvent> events, byte[] key) => CustodyFormats.Newest([.. events.Select(e => e.Event)], key, "sha256");
}

/// <summary>An event with the bytes of its leaf.</summary>
/// <param name="Event">The event.</param>
/// <param name="Leaf">The leaf; null where it is missing.</param>
public sealed record StoredEvent(CustodyEvent Event, byte[]? Leaf);

/// <summary>A chain of events as it was found.</summary>
/// <param name="Events">The events, oldest first.</param>
/// <param name="Faults">What does not hold; empty where everything holds.</param>
/// <param name="Sha256">The SHA-256 of the content as custody states it; null where it cannot be read.</param>
public sealed record CheckedChain(IReadOnlyList<StoredEvent> Events, IReadOnlyList<string> Faults, string? Sha256);
