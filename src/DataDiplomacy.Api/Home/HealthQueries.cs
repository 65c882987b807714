using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Home;

/// <summary>Asks the database whether it answers and is as new as the program.</summary>
public sealed class HealthQueries(IDbContextFactory<DataContext> contexts)
{
    /// <summary>What is missing for answering; null when nothing is.</summary>
    public async Task<string?> FindFaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken);
            return pending.Any() ? "The database is older than the program: run the migrate verb." : null;
        }
        catch (System.Data.Common.DbException)
        {
            return "The database does not answer.";
        }
    }
}
