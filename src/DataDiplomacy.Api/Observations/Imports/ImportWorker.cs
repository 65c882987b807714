using System.Data.Common;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>Runs the queued imports.</summary>
public sealed partial class ImportWorker(
    ImportQueue queue, ImportRunner runner, ImportProgressBoard board, IDbContextFactory<DataContext> contexts, TimeProvider time,
    IHostApplicationLifetime lifetime, ILogger<ImportWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        await ResumeAsync(stoppingToken);
        var looking = LookForInterruptedAsync(stoppingToken);
        await foreach (var id in queue.TakeAllAsync(stoppingToken))
        {
            await RunInOrderAsync(id, stoppingToken);
        }

        await looking;
    }

    /// <summary>What another server over this database and storage acknowledged and left behind when it died.</summary>
    private async Task LookForInterruptedAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(LookAgainAfter, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await AddInterruptedAsync(cancellationToken);
            }
            catch (Exception e) when (e is DbException or InvalidOperationException)
            {
                LogUnseen(logger, e);
            }
        }
    }

    /// <summary>Answering comes first: what was interrupted is taken up when the server listens.</summary>
    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    /// <summary>What a stop or a crash interrupted begins again: nothing of it was published, and its file is still here.</summary>
    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        await AddInterruptedAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await TidyAsync(context, cancellationToken);
    }

    private async Task AddInterruptedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var interrupted = await context.Imports.AsNoTracking()
            .Where(i => i.State == ImportState.Queued || i.State == ImportState.Running)
            .OrderBy(i => i.CreatedAt)
            .Select(i => i.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in interrupted.Where(id => File.Exists(queue.PathOf(id))))
        {
            queue.Add(id);
        }
    }

    /// <summary>A crash after publishing left the file behind: what succeeded needs it no more.</summary>
    private async Task TidyAsync(DataContext context, CancellationToken cancellationToken)
    {
        var kept = queue.KeptFiles();
        var succeeded = await context.Imports.AsNoTracking()
            .Where(i => i.State == ImportState.Succeeded && kept.Contains(i.Id))
            .Select(i => i.Id)
            .ToListAsync(cancellationToken);
        succeeded.ForEach(id => File.Delete(queue.PathOf(id)));
    }

    /// <summary>
    /// Files of a data set become versions in the order in which they were acknowledged, by whichever server: those before it come first, and while
    /// another server is at one of them, this one waits for the next look.
    /// </summary>
    private async Task RunInOrderAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var next in await UpToAsync(id, cancellationToken))
            {
                if (!await TryRunAsync(next, cancellationToken))
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            LogUnbegun(logger, e, id);
        }
    }

    /// <summary>The import after those of its data set that were acknowledged before it and are not over; none when it is over itself.</summary>
    private async Task<IReadOnlyList<string>> UpToAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Unfinished(context, id).AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { } import)
        {
            return [];
        }

        var before = await context.Imports.AsNoTracking()
            .Where(i => i.DatasetId == import.DatasetId && i.CreatedAt < import.CreatedAt && (i.State == ImportState.Queued || i.State == ImportState.Running))
            .OrderBy(i => i.CreatedAt)
            .Select(i => i.Id)
            .ToListAsync(cancellationToken);
        return [.. before.Where(earlier => File.Exists(queue.PathOf(earlier))), id];
    }

    /// <summary>Runs it to its end; false when another server is at it. Should that one die, its claim goes with it, and the next look finds the import.</summary>
    private async Task<bool> TryRunAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = ClaimedFile.TryClaim(queue.PathOf(id));
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var import = await Unfinished(context, id).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
            if (import is null || file is null)
            {
                // Without the import it waited twice (its request and the look for interrupted imports crossed), or another server has run it.
                return import is null;
            }

            await runner.RunAsync(import, file.Stream, new BoardProgress(board, id), cancellationToken);
            Telemetry.Imports.Add(1, new KeyValuePair<string, object?>("state", WireNames.Of(import.State)));
            Telemetry.RowsRead.Add(import.RowsRead);
            file.Delete();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops: the file stays, and the import begins again at the next start.
        }
        catch (Exception e)
        {
            LogFault(logger, e, id);
            await TryFailAsync(id, cancellationToken);
        }
        finally
        {
            board.Remove(id);
        }

        return !cancellationToken.IsCancellationRequested;
    }

    /// <summary>A database that is away must not end the server with the worker: the import stays as it is and begins again at the next start.</summary>
    private async Task TryFailAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await FailAsync(id, cancellationToken);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            LogUnmarked(logger, e, id);
        }
    }

    /// <summary>A fault of ours: the import ends visibly, its file is kept for whoever looks into it.</summary>
    private async Task FailAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        await Unfinished(context, id).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.State, ImportState.Failed)
                .SetProperty(i => i.FinishedAt, now)
                .SetProperty(i => i.FailureCode, "internal")
                .SetProperty(i => i.FailureDetail, "The server failed while reading the file; nothing was published. Import it again, or tell the operator."),
            cancellationToken);
    }

    private static IQueryable<Import> Unfinished(DataContext context, string id) =>
        context.Imports.Where(i => i.Id == id && (i.State == ImportState.Queued || i.State == ImportState.Running));

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} failed")]
    private static partial void LogFault(ILogger logger, Exception exception, string importId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} could not be begun; the next look for interrupted imports finds it")]
    private static partial void LogUnbegun(ILogger logger, Exception exception, string importId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Interrupted imports could not be looked for; the next look comes soon")]
    private static partial void LogUnseen(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} could not be marked as failed; it begins again at the next start")]
    private static partial void LogUnmarked(ILogger logger, Exception exception, string importId);

    /// <summary>Reports at once, on the thread that reads: <see cref="Progress{T}"/> would queue reports behind each other.</summary>
    private sealed class BoardProgress(ImportProgressBoard board, string id) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => board.Set(id, value);
    }
}
