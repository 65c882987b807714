namespace DataDiplomacy.Api.Evidence.Timestamps;

/// <summary>Looks every few seconds which authority is to be asked; after a crash it goes on where the queue stands.</summary>
public sealed partial class TimestampWorker(TimestampCommands commands, TimestampOptions options, TimeProvider time, ILogger<TimestampWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Authorities.Count > 0 && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await commands.StampDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever befell the database: what waits to be stamped still waits.
                LogFault(logger, e);
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    [LoggerMessage(EventId = 4202, Level = LogLevel.Error, Message = "The queue of time-stamps could not be worked on; it is tried again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
