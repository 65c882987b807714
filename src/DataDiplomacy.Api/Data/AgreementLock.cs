using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataDiplomacy.Api.Data;

/// <summary>
/// One writer of negotiations and agreements at a time, over all servers of a database, until its transaction ends: a move is judged by the state
/// that it changes.
/// </summary>
public static class AgreementLock
{
    private const long Key = 0x6464_7465_726D_7300;

    /// <summary>Begins a transaction that holds the lock. SQLite has one writer anyway: its transactions take the lock when they begin.</summary>
    public static async Task<IDbContextTransaction> BeginAsync(DataContext context, CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (context is PostgresContext) await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Key})", cancellationToken);
        return transaction;
    }
}
