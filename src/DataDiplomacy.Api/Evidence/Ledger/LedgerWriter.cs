using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Adds events to one transaction that holds the lock: numbers them, links each to the one before, signs, and gives each its leaf.</summary>
public sealed class LedgerWriter
{
    private readonly DataContext _context;
    private readonly LedgerKeys _keys;
    private readonly Dictionary<string, (int Sequence, string Hash)> _tails;
    private readonly long _afterSize;
    private long _next;
    private readonly DateTime _at;

    private LedgerWriter(DataContext context, LedgerKeys keys, Dictionary<string, (int, string)> tails, long next, long afterSize, DateTime at) =>
        (_context, _keys, _tails, _next, _afterSize, _at) = (context, keys, tails, next, afterSize, at);

    public static async Task<LedgerWriter> StartAsync(DataContext context, LedgerKeys keys, TimeProvider time, IEnumerable<string> records)
    {
        var ids = records.Distinct().ToList();
        var last = await context.LogEntries.AsNoTracking().OrderByDescending(e => e.Index).Select(e => new { e.Index, e.AppendedAt }).FirstOrDefaultAsync();
        var size = await context.SealedCheckpoints.AsNoTracking().OrderByDescending(c => c.Size).Select(c => c.Size).FirstOrDefaultAsync();
        var newest = await context.CustodyEvents.AsNoTracking()
            .Where(e => ids.Contains(e.RecordId) && e.Sequence == context.CustodyEvents.Where(o => o.RecordId == e.RecordId).Max(o => o.Sequence))
            .Select(e => new { e.RecordId, e.Sequence, e.Envelope }).ToListAsync();
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        return new LedgerWriter(context, keys, newest.ToDictionary(e => e.RecordId, e => (e.Sequence, CustodyEvent.HashOf(e.Envelope)), StringComparer.Ordinal),
            last is null ? 0 : last.Index + 1, size, last is null || now > last.AppendedAt ? now : last.AppendedAt);
    }

    /// <summary>Adds events and statements of a record, and what belongs to them.</summary>
    public Appended Add(LedgerAppend append)
    {
        var appended = new Appended([.. append.Events.Select(e => Add(append, e))], [.. append.Statements.Select(s => Add(append, s))]);
        append.Also?.Invoke(_context, appended);
        return appended;
    }

    /// <summary>Adds the leaf of something that is no event.</summary>
    /// <returns>Its index.</returns>
    public long Add(string kind, Disclosure disclosure)
    {
        _context.LogEntries.Add(LogEntry.Of(_next, kind, Commitment.Of(disclosure), _at));
        return _next++;
    }

    private CustodyEvent Add(LedgerAppend append, NewCustodyEvent added)
    {
        var (before, hash) = _tails.GetValueOrDefault(append.RecordId);
        var sequence = before + 1;
        var path = CustodyStatement.PathOf(append.RecordId, sequence);
        var statement = new CustodyStatement
        {
            Record = append.RecordId,
            Sequence = sequence,
            Type = WireNames.Of(added.Type),
            At = Instants.Format(_at),
            Actor = append.Actor,
            Previous = hash,
            AfterSize = _afterSize,
            Tool = Product.NameAndVersion,
            Commitments = added.Values.ToDictionary(v => v.Key, v => Commitment.Text(Commitment.Of(new Disclosure(v.Key, path, RecordKey.Salt(append.RecordKey, path, v.Key), v.Value)))),
        };
        var envelope = DsseEnvelope.Sign(CustodyStatement.PayloadType, statement.ToJson(), _keys.Custodian).ToJson();
        var leaf = CustodyEvent.DisclosureOf(append.RecordId, sequence, RecordKey.Salt(append.RecordKey, path, "event"), envelope);
        var stored = new CustodyEvent
        {
            RecordId = append.RecordId,
            Sequence = sequence,
            Type = added.Type,
            At = _at,
            Actor = append.Actor,
            Envelope = envelope,
            LogIndex = Add(LogEntry.OfCustody, leaf),
            Vault = RecordKey.Encrypt(append.RecordKey, Values(added), path),
        };
        _context.CustodyEvents.Add(stored);
        _tails[append.RecordId] = (sequence, stored.EnvelopeSha256);
        return stored;
    }

    private StoredStatement Add(LedgerAppend append, NewStatement added)
    {
        var path = EvidenceStatement.PathOf(append.RecordId, added.Id);
        var statement = new EvidenceStatement
        {
            Id = added.Id,
            Record = append.RecordId,
            Kind = WireNames.Of(added.Kind),
            About = added.About,
            At = Instants.Format(_at),
            Actor = append.Actor,
            AfterSize = _afterSize,
            Tool = Product.NameAndVersion,
            Body = added.Body,
        };
        var envelope = DsseEnvelope.Sign(EvidenceStatement.PayloadType, statement.ToJson(), _keys.Custodian).ToJson();
        var stored = new StoredStatement
        {
            Id = added.Id,
            RecordId = append.RecordId,
            Kind = added.Kind,
            About = added.About,
            At = _at,
            Actor = append.Actor,
            LogIndex = Add(LogEntry.OfStatement, EvidenceStatement.DisclosureOf(append.RecordId, added.Id, RecordKey.Salt(append.RecordKey, path, "statement"), envelope)),
            Vault = RecordKey.Encrypt(append.RecordKey, envelope, path),
        };
        _context.EvidenceStatements.Add(stored);
        return stored;
    }

    private static byte[] Values(NewCustodyEvent added) =>
        Encoding.UTF8.GetBytes(new JsonObject([.. added.Values.Select(v => KeyValuePair.Create(v.Key, v.Value?.DeepClone()))]).ToJsonString());
}
