using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>
/// The last event of each record that was written to of late, so that not every event reads the one before. It holds as long as nobody else appends: the
/// last index of the log tells, which is read under the lock anyway.
/// </summary>
public sealed class LedgerTails
{
    private const int Most = 10_000;

    private readonly Dictionary<string, LedgerTail> _known = new(StringComparer.Ordinal);
    private long _lastIndex = -1;

    /// <summary>The last events of the records; those that have none are left out.</summary>
    public async Task<Dictionary<string, LedgerTail>> FindAsync(DataContext context, long lastIndex, IReadOnlyCollection<string> records)
    {
        if (lastIndex != _lastIndex || _known.Count > Most)
        {
            _known.Clear();
        }

        var unknown = records.Where(r => !_known.ContainsKey(r)).ToList();
        if (unknown.Count > 0)
        {
            var read = await context.CustodyEvents.AsNoTracking()
                .Where(e => unknown.Contains(e.RecordId) && e.Sequence == context.CustodyEvents.Where(o => o.RecordId == e.RecordId).Max(o => o.Sequence))
                .Select(e => new { e.RecordId, e.Sequence, e.Type, e.Envelope }).ToListAsync();
            read.ForEach(e => _known[e.RecordId] = new LedgerTail(e.Sequence, CustodyEvent.HashOf(e.Envelope), e.Type is CustodyEventType.Erased));
            _lastIndex = lastIndex;
        }

        return records.Where(_known.ContainsKey).ToDictionary(r => r, r => _known[r], StringComparer.Ordinal);
    }

    /// <summary>Takes over what was committed.</summary>
    public void Remember(IReadOnlyDictionary<string, LedgerTail> committed, long lastIndex)
    {
        foreach (var (record, tail) in committed)
        {
            _known[record] = tail;
        }

        _lastIndex = lastIndex;
    }
}

/// <summary>The last event of a record.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Hash">SHA-256 of its envelope.</param>
/// <param name="IsEnd">Whether it is the receipt of an erasure, which nothing follows.</param>
public sealed record LedgerTail(int Sequence, string Hash, bool IsEnd);
