using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DataDiplomacy.Api.Data;

/// <summary>For <c>dotnet ef migrations add NAME --context SqliteContext --output-dir Data/Migrations/Sqlite</c>.</summary>
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>();
        DataModule.UseSqlite(options, "Data Source=:memory:");
        return new SqliteContext(options.Options);
    }
}

/// <summary>For <c>dotnet ef migrations add NAME --context PostgresContext --output-dir Data/Migrations/Postgres</c>.</summary>
public sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresContext>
{
    public PostgresContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresContext>();
        DataModule.UsePostgres(options, "Host=design-time-only");
        return new PostgresContext(options.Options);
    }
}
