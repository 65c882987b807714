using DataDiplomacy.Api.Data.Bulk;
using DataDiplomacy.Api.Data.Readers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DataDiplomacy.Api.Data;

public static class DataModule
{
    /// <summary>One for all: it remembers which handles of the pool are set up.</summary>
    private static readonly SqliteSession Session = new();

    /// <summary>Registers the contexts, the bulk writer and the set-up of the configured database.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        services.AddSingleton(options);
        services.AddSingleton<DataSetup>();
        services.AddSingleton<Access.CurrentClaim>();
        services.AddSingleton<EffectMarker>();
        services.AddSingleton<DataStateQueries>();
        services.AddScoped<CurrentState>();
        services.AddSingleton<CatalogueMemory>();
        services.AddSingleton<ObservationParts>();
        services.AddScoped<ObservationReaders>();
        if (options.Provider is DatabaseProvider.Postgres)
        {
            services.AddPooledDbContextFactory<PostgresContext>((s, o) => UsePostgres(Mark(o, s), options.EffectiveConnectionString));
            services.AddSingleton<IDbContextFactory<DataContext>, ContextFactory<PostgresContext>>();
            services.AddSingleton<IBulkStore, PostgresBulkStore>();
            services.AddSingleton<IReadConnections, PostgresReadConnections>();
            return services;
        }

        services.AddSingleton(Session);
        services.AddSingleton<IReadConnections, SqliteReadConnections>();
        services.AddPooledDbContextFactory<SqliteContext>((s, o) => UseSqlite(Mark(o, s), options.EffectiveConnectionString));
        services.AddSingleton<IDbContextFactory<DataContext>, ContextFactory<SqliteContext>>();
        services.AddSingleton<IBulkStore, SqliteBulkStore>();
        return services;
    }

    private static DbContextOptionsBuilder Mark(DbContextOptionsBuilder options, IServiceProvider services) =>
        options.AddInterceptors(services.GetRequiredService<EffectMarker>());

    public static void UseSqlite(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString)
        .AddInterceptors(Session)
        .ReplaceService<IMigrationsSqlGenerator, SqliteClusteredSqlGenerator>();

    public static void UsePostgres(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, o => o.SetPostgresVersion(15, 0));
}
