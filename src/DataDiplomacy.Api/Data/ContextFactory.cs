using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Data;

/// <summary>Hands out the context of the configured database; one method uses one context.</summary>
public sealed class ContextFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<DataContext>
    where TContext : DataContext
{
    public DataContext CreateDbContext() => contexts.CreateDbContext();

    public async Task<DataContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await contexts.CreateDbContextAsync(cancellationToken);
}
