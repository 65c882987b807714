using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Home;

/// <summary>Asks whether this server can answer: it is not stopping, and the database answers soon and is as new as the program.</summary>
public sealed class HealthQueries(IDbContextFactory<DataContext> contexts, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    /// <summary>What is missing for answering; null when nothing is.</summary>
    public async Task<string?> FindFaultAsync(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return "The server is stopping.";
        }

        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        wait.CancelAfter(LongestWait);
        try
        {
            await using var context = await contexts.CreateDbContextAsync(wait.Token);
            var pending = await context.Database.GetPendingMigrationsAsync(wait.Token);
            return pending.Any() ? "The database is older than the program: run the migrate verb." : null;
        }
        catch (System.Data.Common.DbException)
        {
            return "The database does not answer.";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "The database does not answer within 3 seconds.";
        }
    }
}
