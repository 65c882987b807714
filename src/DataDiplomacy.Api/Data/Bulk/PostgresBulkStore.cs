using System.Data.Common;
using Npgsql;

namespace DataDiplomacy.Api.Data.Bulk;

/// <summary>Binary COPY.</summary>
public sealed class PostgresBulkStore : IBulkStore
{
    /// <summary>The advisory lock under which versions are published, one at a time over all servers of a database.</summary>
    private const long PublishingLock = 0x44445055424C4953;

    public string TemporarySchema => "pg_temp";

    public async Task WriteAsync(DbConnection connection, DbTransaction? transaction, BulkTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var copy = await ((NpgsqlConnection)connection)
            .BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            // The type of a value is that of its column: integer, bigint, double precision, text, bytea or timestamptz.
            await copy.WriteRowAsync(cancellationToken, row);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    public async Task<DbTransaction> BeginPublishingAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT pg_advisory_xact_lock({PublishingLock})";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return transaction;
    }

    public async Task AnalyseAsync(DbConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"ANALYZE {table}";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
