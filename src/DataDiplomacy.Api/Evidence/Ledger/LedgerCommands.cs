using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>
/// Appends to the ledger. Whoever comes while another writes waits, and the next writer takes all who wait into its transaction: they share one
/// flush of the disk. An event, its leaf and what belongs to it are one transaction; nothing is answered before it is committed.
/// </summary>
public sealed class LedgerCommands(
    IDbContextFactory<DataContext> contexts, IBulkStore store, LedgerKeys keys, LedgerOptions options, CurrentClaim current, TimeProvider time)
{
    private readonly LedgerQueue _queue = new(options.MostInOneCommit);
    private readonly LedgerTails _tails = new();

    /// <summary>Tells that something was appended, so that it is sealed soon.</summary>
    public SealSignal Appended { get; } = new();

    /// <summary>Writes events and statements; they are durable when this returns.</summary>
    /// <returns>What was signed and stored.</returns>
    public async Task<Appended> AppendAsync(LedgerAppend append)
    {
        current.Claim?.Seal ??= SealOf(append);
        var pending = new PendingAppend(append, current.Claim);
        // Not cancelled with its request: another may be writing it already.
        if (_queue.Join(pending) || await pending.Turn)
        {
            await _queue.GatherAsync();
            await CommitAsync(_queue.Take());
            _queue.PassOn();
        }

        return await pending.Written;
    }

    /// <summary>What is answered has salts and values in it: it is kept as they are, under the keys that end with the records, all of which must be there to open it.</summary>
    private static AnswerSeal SealOf(LedgerAppend append) => new(
        string.Join(AnswerSeal.Both, append.All.Select(a => a.RecordId)),
        body => append.All.Aggregate(body, (closed, a) => RecordKey.Encrypt(a.RecordKey, closed, RecordKey.PlaceOfAnswers(a.RecordId))));

    /// <summary>
    /// One that cannot be written must not take the others with it: then each has a transaction of its own. What failed while it was being committed may
    /// be committed nevertheless, and is not written again.
    /// </summary>
    private async Task CommitAsync(IReadOnlyList<PendingAppend> batch)
    {
        var attempt = new LedgerAttempt();
        try
        {
            await WriteAsync(batch, attempt);
        }
        catch (Exception) when (batch.Count > 1 && !attempt.MayBeCommitted)
        {
            foreach (var pending in batch.Where(p => !p.Written.IsCompleted))
            {
                await CommitAsync([pending]);
            }
        }
        catch (Exception e)
        {
            // Whoever waits gets it.
            foreach (var pending in batch)
            {
                pending.Fail(e);
            }
        }
    }

    private async Task WriteAsync(IReadOnlyList<PendingAppend> batch, LedgerAttempt attempt)
    {
        // Each claim is marked with its own effect below; the one of whoever happens to write must not stand for all.
        current.Claim = null;
        await using var context = await contexts.CreateDbContextAsync();
        await using var transaction = await LedgerLock.BeginAsync(context, CancellationToken.None);
        var writer = await LedgerWriter.StartAsync(context, keys, time, _tails, batch.SelectMany(p => p.Append.All).Select(a => a.RecordId));
        var allowed = new List<PendingAppend>();
        foreach (var pending in batch)
        {
            if (await MayBeWrittenAsync(context, pending))
            {
                allowed.Add(pending);
            }
        }

        var appended = writer.Add([.. allowed.SelectMany(p => p.Append.All)]);
        allowed.ForEach(p => EffectMarker.Mark(context, p.Claim));
        await writer.SaveAsync(store);
        attempt.MayBeCommitted = true;
        await transaction.CommitAsync();
        _tails.Remember(writer.Added.Tails, writer.Added.LastIndex);
        var next = 0;
        foreach (var pending in allowed)
        {
            pending.Succeed(appended[next]);
            next += pending.Append.All.Count();
        }

        Appended.Set();
    }

    private static async Task<bool> MayBeWrittenAsync(DataContext context, PendingAppend pending)
    {
        try
        {
            foreach (var check in pending.Append.All.Select(a => a.Check).OfType<Func<DataContext, CancellationToken, Task>>())
            {
                await check(context, CancellationToken.None);
            }

            return true;
        }
        catch (Http.ProblemException refusal)
        {
            pending.Fail(refusal);
            return false;
        }
    }
}
