namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Seals soon after something was appended, and looks at least each second for what other processes appended. After a crash it goes on where the tables stand.</summary>
public sealed partial class SealWorker(LedgerCommands ledger, SealCommands seals, LedgerOptions options, TimeProvider time, ILogger<SealWorker> logger) : BackgroundService
{
    /// <summary>The last attempt that failed; null when the last one succeeded.</summary>
    public string? Fault { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(options.SealWithinMilliseconds);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TrySealAsync(stoppingToken);
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(100, options.SealWithinMilliseconds)), time, stoppingToken);
            await ledger.Appended.WaitAsync(pause, time, stoppingToken);
        }
    }

    private async Task TrySealAsync(CancellationToken cancellationToken)
    {
        try
        {
            await seals.SealAsync(cancellationToken);
            Fault = null;
        }
        catch (LedgerInconsistentException e)
        {
            LogInconsistent(logger, e.Message);
            Fault = e.Message;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever somebody did to the tables: the server goes on to answer, and says that it does not seal.
            LogUnsealed(logger, e);
            Fault = "The ledger could not be sealed; it is tried again.";
        }
    }

    [LoggerMessage(EventId = 4101, Level = LogLevel.Critical, Message = "The ledger is not sealed: {Why}")]
    private static partial void LogInconsistent(ILogger logger, string why);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Error, Message = "The ledger could not be sealed; it is tried again")]
    private static partial void LogUnsealed(ILogger logger, Exception fault);
}
