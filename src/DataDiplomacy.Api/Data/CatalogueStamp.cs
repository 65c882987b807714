using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Data;

/// <summary>
/// Stands as long as no data set was registered, described or deleted and no version was published, by whichever process:
/// everything that is found in the catalogue follows from it, the caller's rights and the request.
/// </summary>
/// <param name="Sequence">The newest version.</param>
/// <param name="Datasets">Number of data sets.</param>
/// <param name="Revisions">Sum of their revisions.</param>
/// <param name="UpdatedAt">When one was described last.</param>
public readonly record struct CatalogueStamp(long Sequence, long Datasets, long Revisions, DateTime UpdatedAt)
{
    private const string Sql =
        "SELECT (SELECT COALESCE(MAX(sequence), 0) FROM dataset_version), COUNT(*), CAST(COALESCE(SUM(revision), 0) AS BIGINT), MAX(updated_at) FROM dataset";

    /// <summary>The stamp now, by one small statement.</summary>
    public static async Task<CatalogueStamp> ReadAsync(DataContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = Sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new CatalogueStamp(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.IsDBNull(3) ? default : reader.GetDateTime(3));
    }
}
