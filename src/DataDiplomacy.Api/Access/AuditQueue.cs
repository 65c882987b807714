using System.Data.Common;
using System.Threading.Channels;

namespace DataDiplomacy.Api.Access;

/// <summary>
/// Writes audit records beside the requests: an answer never waits for its record nor fails with it. The queue is bounded; what cannot be kept
/// is counted and logged, once when it begins and once when it is over.
/// </summary>
public sealed partial class AuditQueue(AuditCommands commands, TimeProvider time, ILogger<AuditQueue> logger) : BackgroundService
{
    private const int Capacity = 10_000;
    private const int Batch = 200;
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Channel<Item> _items = Channel.CreateBounded<Item>(Capacity);
    private long _lost;

    /// <summary>Takes a record; never waits and never fails.</summary>
    public void Add(AuditEntry entry)
    {
        if (!_items.Writer.TryWrite(new Item(entry, null)) && Interlocked.Increment(ref _lost) == 1)
        {
            LogFull(logger, Capacity);
        }
    }

    /// <summary>Ends when all that was taken before is written, or cannot be for now: whoever reads the audit is not kept waiting by a fault of it.</summary>
    public async Task WrittenAsync(CancellationToken cancellationToken)
    {
        var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_items.Writer.TryWrite(new Item(null, mark)))
        {
            await Task.WhenAny(mark.Task, Task.Delay(Patience, time, cancellationToken));
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What was answered is still written: the loop ends when the queue is empty.
        _items.Writer.TryComplete();
        if (ExecuteTask is { } running)
        {
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Item>(Batch);
        while (await _items.Reader.WaitToReadAsync(stoppingToken))
        {
            batch.Clear();
            while (batch.Count < Batch && _items.Reader.TryRead(out var item))
            {
                batch.Add(item);
            }

            await WriteAsync([.. batch.Select(i => i.Entry).OfType<AuditEntry>()], [.. batch.Select(i => i.Written).OfType<TaskCompletionSource>()], stoppingToken);
        }
    }

    /// <summary>Tries until it succeeds or the server stops; meanwhile the queue fills, and is bounded.</summary>
    private async Task WriteAsync(IReadOnlyList<AuditEntry> entries, IReadOnlyList<TaskCompletionSource> waiting, CancellationToken stopping)
    {
        var isFirst = true;
        while (!await TryAsync(entries, isFirst, stopping))
        {
            isFirst = false;
            foreach (var one in waiting)
            {
                one.TrySetResult();
            }

            if (_items.Reader.Completion.IsCompleted || stopping.IsCancellationRequested)
            {
                LogLost(logger, entries.Count);
                return;
            }

            await Task.Delay(Retry, time, stopping);
        }

        foreach (var one in waiting)
        {
            one.TrySetResult();
        }

        if (Interlocked.Exchange(ref _lost, 0) is var lost and > 0)
        {
            LogLost(logger, lost);
        }
    }

    private async Task<bool> TryAsync(IReadOnlyList<AuditEntry> entries, bool isFirst, CancellationToken cancellationToken)
    {
        try
        {
            await commands.WriteAsync(entries, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException or IOException || e.InnerException is DbException)
        {
            if (isFirst)
            {
                LogFailed(logger, e, entries.Count);
            }

            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} audit records cannot be written; they are tried again every second")]
    private static partial void LogFailed(ILogger logger, Exception exception, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit queue is full with {Capacity} records; those that come now are lost")]
    private static partial void LogFull(ILogger logger, int capacity);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} audit records were lost")]
    private static partial void LogLost(ILogger logger, long count);

    private sealed record Item(AuditEntry? Entry, TaskCompletionSource? Written);
}
