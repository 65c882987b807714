using DataDiplomacy.Api.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>An empty database and a storage folder for the servers of one test class.</summary>
public sealed class TestDatabase : IDisposable
{
    private TestDatabase(DatabaseProvider provider, string folder, string connectionString) =>
        (Provider, Folder, ConnectionString) = (provider, folder, connectionString);

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>A temporary folder, gone with the database.</summary>
    public string Folder { get; }

    public string Storage => Path.Combine(Folder, "storage");

    /// <summary>SQLite: a real file. PostgreSQL: a copy of the template, or a skipped test where there is no PostgreSQL.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider, PostgresServer postgres)
    {
        // First, because it may skip the test.
        var server = provider is DatabaseProvider.Postgres ? await postgres.CreateDatabaseAsync() : null;
        var folder = Directory.CreateTempSubdirectory("dd-test-").FullName;
        var connectionString = server ?? $"Data Source={Path.Combine(folder, "test.db")}";
        return new TestDatabase(provider, folder, connectionString);
    }

    /// <summary>The same kind of database at another place, with a folder of its own.</summary>
    public static TestDatabase At(DatabaseProvider provider, string connectionString) =>
        new(provider, Directory.CreateTempSubdirectory("dd-test-").FullName, connectionString);

    /// <summary>The files of the database, its write-ahead log among them; none of PostgreSQL, whose files are its server's.</summary>
    public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(Folder, "test.db*")];

    /// <summary>What is stored, read beside any server.</summary>
    public DataContext Open()
    {
        if (Provider is DatabaseProvider.Postgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresContext>();
            DataModule.UsePostgres(postgres, ConnectionString);
            return new PostgresContext(postgres.Options);
        }

        var sqlite = new DbContextOptionsBuilder<SqliteContext>();
        DataModule.UseSqlite(sqlite, ConnectionString);
        return new SqliteContext(sqlite.Options);
    }

    public void Dispose()
    {
        if (Provider is DatabaseProvider.Sqlite)
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
