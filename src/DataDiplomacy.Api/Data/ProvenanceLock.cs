using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Data;

/// <summary>
/// One writer of the provenance graph at a time, over all servers of a database, until its transaction ends: what is judged valid beside what is
/// held is still so when it is written.
/// </summary>
public static class ProvenanceLock
{
    private const long Key = 0x6464_7072_6F76_6E63;

    /// <summary>Takes the lock in the transaction that has begun. SQLite has one writer anyway.</summary>
    public static async Task TakeAsync(DataContext context, CancellationToken cancellationToken)
    {
        if (context is PostgresContext)
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Key})", cancellationToken);
        }
    }
}
