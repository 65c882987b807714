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
    private int _armedBefore;

    /// <summary>The next commit is such a one.</summary>
    public void Arm() => _armed = 1;

    /// <summary>The next commit but so many is lost: the process died before it reached the database.</summary>
    public void ArmBefore(int passing) => _armedBefore = passing + 1;

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        Interlocked.Decrement(ref _armedBefore) == 0 ? throw new TimeoutException("The process died.") : ValueTask.FromResult(result);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        // The audit writes beside the requests.
        eventData.Context?.ChangeTracker.Entries<AuditRecord>().Any() == false && Interlocked.Exchange(ref _armed, 0) == 1 ? throw new TimeoutException("The connection broke.") : Task.CompletedTask;

    public void AddTo(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteContext>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<PostgresContext>(options => options.AddInterceptors(this));
    }
}
