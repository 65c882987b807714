using System.Data.Common;

namespace DataDiplomacy.Api.Catalogue.Uses;

/// <summary>
/// Writes the sums of reads now and then, and when the server stops. A crash loses what was counted since the last time, which is at most the interval
/// of the settings; nothing is counted twice. Sums that cannot be written are kept and tried again; those of a commit that broke are given up.
/// </summary>
public sealed partial class UseWorker(UseTally tally, UseCountCommands commands, UseOptions options, TimeProvider time, ILogger<UseWorker> logger) : BackgroundService
{
    private readonly SemaphoreSlim _writing = new(1);
    private bool _hasFailed;
    private bool _isDisposed;

    /// <summary>Writes what was counted so far; whoever reads the sums sees what this server knows. False when it cannot be written for now.</summary>
    public async Task<bool> WriteAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await TryAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!_isDisposed) await WriteAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _isDisposed = true;
        _writing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.FlushSeconds), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await WriteAsync(stoppingToken);
        }
    }

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        var taken = tally.Take();
        var isDone = false;
        try
        {
            await commands.WriteAsync(taken, cancellationToken);
            (isDone, _hasFailed) = (true, false);
            return true;
        }
        catch (UnsureCountException e)
        {
            isDone = true;
            LogUnsure(logger, e, taken.Count);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException or IOException || e.InnerException is DbException)
        {
            if (!_hasFailed) LogFailed(logger, e, taken.Count);
            _hasFailed = true;
        }
        finally
        {
            if (!isDone) tally.PutBack(taken);
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} sums of reads cannot be written; they are kept and tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database broke while it committed {Count} sums of reads; they are not counted again")]
    private static partial void LogUnsure(ILogger logger, Exception exception, int count);
}

/// <summary>Section <c>Uses</c> of the settings.</summary>
public sealed record UseOptions
{
    /// <summary>Seconds between two writings of the sums of reads, 1 to 3,600: what a crash loses at most.</summary>
    public int FlushSeconds { get; init; } = 30;
}
