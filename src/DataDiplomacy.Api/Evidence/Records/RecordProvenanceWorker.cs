namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>States in the graph what the ledger has, each second one part, and all of it as soon as nothing was appended for a second: those who append go first.</summary>
public sealed partial class RecordProvenanceWorker(RecordProvenanceCommands commands, TimeProvider time, ILogger<RecordProvenanceWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long _seen = -1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StateAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever befell the database: what waits to be stated still waits.
                LogFault(logger, e);
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private async Task StateAsync(CancellationToken cancellationToken)
    {
        var (newest, before) = (await commands.NewestAsync(cancellationToken), _seen);
        _seen = newest;
        while (await commands.StateNextAsync(cancellationToken) && newest == before && newest == await commands.NewestAsync(cancellationToken)) { }
    }

    [LoggerMessage(EventId = 4301, Level = LogLevel.Error, Message = "What the ledger has could not be stated in the graph of provenance; it is tried again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
