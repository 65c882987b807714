using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Home;

/// <summary>Asks whether this server can answer: it is not stopping, and the database answers soon and is as new as the program; and how far the ledger is sealed.</summary>
public sealed class HealthQueries(IDbContextFactory<DataContext> contexts, LedgerHealthQueries ledger, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    /// <summary>Whether it can answer, and how far the ledger is sealed.</summary>
    public async Task<HealthView> FindAsync(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return NotReady("The server is stopping.");
        }

        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        wait.CancelAfter(LongestWait);
        try
        {
            await using var context = await contexts.CreateDbContextAsync(wait.Token);
            var pending = await context.Database.GetPendingMigrationsAsync(wait.Token);
            return pending.Any()
                ? NotReady("The database is older than the program: run the migrate verb.")
                : new HealthView { Status = "ready", Detail = null, Ledger = await ledger.FindAsync(wait.Token) };
        }
        catch (System.Data.Common.DbException)
        {
            return NotReady("The database does not answer.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return NotReady("The database does not answer within 3 seconds.");
        }
    }

    private static HealthView NotReady(string why) => new() { Status = "notReady", Detail = why };
}
