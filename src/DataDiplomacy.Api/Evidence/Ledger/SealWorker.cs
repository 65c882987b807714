namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Seals soon after something was appended, and looks at least each second for what other processes appended. After a crash it goes on where the tables stand.</summary>
public sealed partial class SealWorker(LedgerCommands ledger, SealCommands seals, LedgerOptions options, TimeProvider time, ILogger<SealWorker> logger) : BackgroundService
{
    /// <summary>What anyone may be told of a ledger that contradicts what was signed; where and how stands in the log of the server.</summary>
    public const string Inconsistent = "The tables of the ledger contradict what was signed. Nothing is sealed until the operator has looked: the log of the server says why, fsck says where.";

    /// <summary>Why the last attempt failed, for anyone to read; null when it succeeded.</summary>
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
            Fault = Inconsistent;
            LogInconsistent(logger, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever somebody did to the tables: the server goes on to answer, and says that it does not seal.
            Fault = "The ledger could not be sealed; it is tried again.";
            LogUnsealed(logger, e);
        }
    }

    [LoggerMessage(EventId = 4101, Level = LogLevel.Critical, Message = "The ledger is not sealed: {Why}")]
    private static partial void LogInconsistent(ILogger logger, string why);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Error, Message = "The ledger could not be sealed; it is tried again")]
    private static partial void LogUnsealed(ILogger logger, Exception fault);
}
