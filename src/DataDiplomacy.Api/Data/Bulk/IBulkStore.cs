using System.Data.Common;

namespace DataDiplomacy.Api.Data.Bulk;

/// <summary>What the two databases do differently when many rows are written at once.</summary>
public interface IBulkStore
{
    /// <summary>Schema of the temporary tables of a connection.</summary>
    string TemporarySchema { get; }

    /// <summary>Appends the rows to the table; each row has one value per column, null where there is none.</summary>
    Task WriteAsync(DbConnection connection, DbTransaction? transaction, BulkTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>Begins the one transaction that may publish: writers wait for each other, readers for nobody.</summary>
    Task<DbTransaction> BeginPublishingAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Tells the planner how large a staging table is, where it does not know by itself.</summary>
    Task AnalyseAsync(DbConnection connection, string table, CancellationToken cancellationToken);
}

/// <summary>A table and its columns, each with its type: <c>integer</c>, <c>bigint</c>, <c>double precision</c> or <c>text</c>; in tables that are not temporary also <c>blob</c> and <c>instant</c>.</summary>
public sealed record BulkTable(string Name, IReadOnlyList<BulkColumn> Columns)
{
    public string CreateTemporary() =>
        $"CREATE TEMPORARY TABLE {Name} ({string.Join(", ", Columns.Select(c => $"{c.Name} {c.Type}"))})";

    public string ColumnList => string.Join(", ", Columns.Select(c => c.Name));
}

/// <summary>A column and its SQL type.</summary>
public sealed record BulkColumn(string Name, string Type);
