using System.Collections.Concurrent;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>
/// Appends to the ledger. Whoever comes while another writes waits, and the next writer takes all who wait into its transaction: they share one
/// flush of the disk. An event, its leaf and what belongs to it are one transaction; nothing is answered before it is committed.
/// </summary>
public sealed class LedgerCommands(IDbContextFactory<DataContext> contexts, LedgerKeys keys, LedgerOptions options, CurrentClaim current, TimeProvider time)
    : IDisposable
{
    private readonly ConcurrentQueue<Pending> _waiting = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SealSignal _appended = new();

    /// <summary>Tells that something was appended, so that it is sealed soon.</summary>
    public SealSignal Appended => _appended;

    /// <summary>Writes events and statements; they are durable when this returns.</summary>
    /// <returns>What was signed and stored.</returns>
    public async Task<Appended> AppendAsync(LedgerAppend append)
    {
        var pending = new Pending(append, current.Claim);
        _waiting.Enqueue(pending);
        // Not cancelled with its request: another may be writing it already.
        await _writing.WaitAsync();
        try
        {
            while (!pending.Written.Task.IsCompleted)
            {
                await CommitAsync(Take());
            }
        }
        finally
        {
            _writing.Release();
        }

        return await pending.Written.Task;
    }

    public void Dispose() => _writing.Dispose();

    private List<Pending> Take()
    {
        var batch = new List<Pending>();
        while (batch.Count < options.MostInOneCommit && _waiting.TryDequeue(out var next))
        {
            batch.Add(next);
        }

        return batch;
    }

    /// <summary>One that the database refuses must not take the others with it: then each has a transaction of its own.</summary>
    private async Task CommitAsync(List<Pending> batch)
    {
        try
        {
            await WriteAsync(batch);
        }
        catch (DbUpdateException) when (batch.Count > 1)
        {
            foreach (var pending in batch.Where(p => !p.Written.Task.IsCompleted))
            {
                await CommitAsync([pending]);
            }
        }
        catch (Exception e)
        {
            // Whoever waits gets it.
            batch.ForEach(p => p.Written.TrySetException(e));
        }
    }

    private async Task WriteAsync(List<Pending> batch)
    {
        // Each claim is marked with its own effect below; the one of whoever happens to write must not stand for all.
        current.Claim = null;
        await using var context = await contexts.CreateDbContextAsync();
        await using var transaction = await LedgerLock.BeginAsync(context, CancellationToken.None);
        var writer = await LedgerWriter.StartAsync(context, keys, time, batch.Select(p => p.Append.RecordId));
        var written = new List<(Pending Pending, Appended Appended)>();
        foreach (var pending in batch)
        {
            try
            {
                if (pending.Append.Check is { } check)
                {
                    await check(context, CancellationToken.None);
                }

                written.Add((pending, writer.Add(pending.Append)));
                EffectMarker.Mark(context, pending.Claim);
            }
            catch (Http.ProblemException refusal)
            {
                pending.Written.SetException(refusal);
            }
        }

        await context.SaveChangesAsync();
        await transaction.CommitAsync();
        foreach (var (pending, appended) in written)
        {
            if (pending.Claim is { } claim)
            {
                claim.HasActed = true;
            }

            pending.Written.SetResult(appended);
        }

        _appended.Set();
    }

    private sealed record Pending(LedgerAppend Append, Claim? Claim)
    {
        public TaskCompletionSource<Appended> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
