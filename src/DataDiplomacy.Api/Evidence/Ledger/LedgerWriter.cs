using System.Runtime.ExceptionServices;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Bulk;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>One transaction that holds the lock: has what is added signed, gives each its place in the log, and writes the rows in bulk.</summary>
public sealed class LedgerWriter
{
    private static readonly BulkTable Entries = new("log_entry", [new("\"index\"", "bigint"), new("entry", "blob"), new("leaf_hash", "blob"), new("appended_at", "instant")]);

    private static readonly BulkTable Custody = new("custody_event",
    [
        new("record_id", "text"), new("sequence", "integer"), new("type", "text"), new("at", "instant"), new("actor", "text"), new("envelope", "blob"),
        new("log_index", "bigint"), new("vault", "blob"),
    ]);

    private readonly DataContext _context;
    private readonly LedgerKeys _keys;
    private readonly Dictionary<string, LedgerTail> _tails;
    private readonly long _afterSize;
    private readonly DateTime _at;
    private readonly List<LogEntry> _entries = [];
    private readonly List<CustodyEvent> _events = [];
    private long _next;

    private LedgerWriter(DataContext context, LedgerKeys keys, Dictionary<string, LedgerTail> tails, long next, long afterSize, DateTime at) =>
        (_context, _keys, _tails, _next, _afterSize, _at) = (context, keys, tails, next, afterSize, at);

    public static async Task<LedgerWriter> StartAsync(DataContext context, LedgerKeys keys, TimeProvider time, LedgerTails tails, IEnumerable<string> records)
    {
        var last = await context.LogEntries.AsNoTracking().OrderByDescending(e => e.Index)
            .Select(e => new { e.Index, e.AppendedAt, Size = context.SealedCheckpoints.Max(c => (long?)c.Size) ?? 0 }).FirstOrDefaultAsync();
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        var found = await tails.FindAsync(context, last?.Index ?? -1, [.. records.Distinct()]);
        return new LedgerWriter(context, keys, found, last is null ? 0 : last.Index + 1, last?.Size ?? 0, last is null || now > last.AppendedAt ? now : last.AppendedAt);
    }

    /// <summary>Signs events and statements, and gives each its place in the order in which they are given.</summary>
    /// <returns>For each what was signed.</returns>
    public IReadOnlyList<Appended> Add(IReadOnlyList<LedgerAppend> appends)
    {
        var signed = new SignedAppend[appends.Count];
        var records = appends.Index().GroupBy(a => a.Item.RecordId).ToArray();
        var tails = new LedgerTail?[records.Length];
        void SignRecord(int i)
        {
            var ofRecord = records[i];
            var signing = new LedgerSigning(_keys, ofRecord.Key, _tails.GetValueOrDefault(ofRecord.Key), _afterSize, _at);
            foreach (var (place, append) in ofRecord)
            {
                signed[place] = signing.Sign(append);
            }

            tails[i] = signing.Tail;
        }

        SignAll(records.Length, SignRecord);
        foreach (var (ofRecord, tail) in records.Zip(tails))
        {
            if (tail is not null)
            {
                _tails[ofRecord.Key] = tail;
            }
        }

        return [.. appends.Zip(signed, Add)];
    }

    /// <summary>On all processors; what one refuses is thrown as it is.</summary>
    private static void SignAll(int records, Action<int> sign)
    {
        try
        {
            Parallel.For(0, records, sign);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    /// <summary>Adds the leaf of something that belongs to no record.</summary>
    /// <returns>Its index.</returns>
    public long Add(string kind, Disclosure disclosure) => Add(LogEntry.Of(-1, kind, Commitment.Of(disclosure), _at));

    /// <summary>The last event of each record of the transaction, and the index of the last leaf.</summary>
    public (IReadOnlyDictionary<string, LedgerTail> Tails, long LastIndex) Added => (_tails, _next - 1);

    /// <summary>Writes the rows: of the ledger in bulk, all others through the context.</summary>
    public async Task SaveAsync(IBulkStore store)
    {
        var connection = _context.Database.GetDbConnection();
        var transaction = _context.Database.CurrentTransaction?.GetDbTransaction();
        await store.WriteAsync(connection, transaction, Entries, [.. _entries.Select(e => new object?[] { e.Index, e.Entry, e.LeafHash, e.AppendedAt })], CancellationToken.None);
        await store.WriteAsync(connection, transaction, Custody,
            [.. _events.Select(e => new object?[] { e.RecordId, e.Sequence, e.Type.ToString(), e.At, e.Actor, e.Envelope, e.LogIndex, e.Vault })], CancellationToken.None);
        await _context.SaveChangesAsync();
    }

    private Appended Add(LedgerAppend append, SignedAppend signed)
    {
        var events = signed.Events.Select(e => e.Signed with { LogIndex = Add(e.Leaf) }).ToList();
        var statements = signed.Statements.Select(s => s.Signed with { LogIndex = Add(s.Leaf) }).ToList();
        _events.AddRange(events);
        _context.EvidenceStatements.AddRange(statements);
        var appended = new Appended(events, statements);
        append.Also?.Invoke(_context, appended);
        return appended;
    }

    private long Add(LogEntry leaf)
    {
        _entries.Add(leaf with { Index = _next });
        return _next++;
    }
}
