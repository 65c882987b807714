using System.Data.Common;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>A connection that breaks when the database has committed, before it could say so.</summary>
public sealed class UnsureCommit : DbTransactionInterceptor
{
    private int _armed;

    /// <summary>The next commit is such a one.</summary>
    public void Arm() => _armed = 1;

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        // The audit writes beside the requests.
        eventData.Context?.ChangeTracker.Entries<AuditRecord>().Any() == false && Interlocked.Exchange(ref _armed, 0) == 1 ? throw new TimeoutException("The connection broke.") : Task.CompletedTask;

    public void AddTo(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteContext>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<PostgresContext>(options => options.AddInterceptors(this));
    }
}
