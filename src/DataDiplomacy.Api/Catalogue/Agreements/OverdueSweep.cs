namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Looks from time to time for what has waited too long, so that nobody is left without an answer.</summary>
public sealed partial class OverdueSweep(OverdueCommands overdue, AgreementOptions options, TimeProvider time, ILogger<OverdueSweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(options.SweepSeconds), time, stoppingToken);
            await TrySweepAsync(stoppingToken);
        }
    }

    private async Task TrySweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            var ended = await overdue.SweepAsync(cancellationToken);
            if (ended > 0) LogEnded(logger, ended);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The database may be away for a while: what is overdue stays so, and is shown as such.
            LogFailed(logger, e);
        }
    }

    [LoggerMessage(EventId = 4201, Level = LogLevel.Information, Message = "{Count} negotiations and agreements were ended because their time was over")]
    private static partial void LogEnded(ILogger logger, int count);

    [LoggerMessage(EventId = 4202, Level = LogLevel.Error, Message = "What is overdue could not be ended; it is tried again")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
