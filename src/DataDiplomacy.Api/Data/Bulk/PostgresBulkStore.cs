using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace DataDiplomacy.Api.Data.Bulk;

/// <summary>Binary COPY.</summary>
public sealed class PostgresBulkStore : IBulkStore
{
    /// <summary>The advisory lock under which versions are published, one at a time over all servers of a database.</summary>
    private const long PublishingLock = 0x44445055424C4953;

    public string TemporarySchema => "pg_temp";

    public async Task WriteAsync(DbConnection connection, DbTransaction? transaction, BulkTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        var types = table.Columns.Select(c => TypeOf(c.Type)).ToArray();
        await using var copy = await ((NpgsqlConnection)connection)
            .BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            for (var i = 0; i < types.Length; i++)
            {
                await WriteValueAsync(copy, row[i], types[i], cancellationToken);
            }
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

    private static Task WriteValueAsync(NpgsqlBinaryImporter copy, object? value, NpgsqlDbType type, CancellationToken cancellationToken) => value switch
    {
        null => copy.WriteNullAsync(cancellationToken),
        int v => copy.WriteAsync(v, type, cancellationToken),
        long v => copy.WriteAsync(v, type, cancellationToken),
        double v => copy.WriteAsync(v, type, cancellationToken),
        string v => copy.WriteAsync(v, type, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "Columns are integer, bigint, double precision or text."),
    };

    private static NpgsqlDbType TypeOf(string type) => type switch
    {
        "integer" => NpgsqlDbType.Integer,
        "bigint" => NpgsqlDbType.Bigint,
        "double precision" => NpgsqlDbType.Double,
        "text" => NpgsqlDbType.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Columns are integer, bigint, double precision or text."),
    };
}
