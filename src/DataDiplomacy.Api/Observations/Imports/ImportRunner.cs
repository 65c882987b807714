using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Bulk;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports.Reading;
using DataDiplomacy.Api.Reference;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>
/// Runs an import: reads the file into staging tables without locking anyone, then publishes the difference as one version in one
/// transaction. If it dies on the way, nothing of it was ever visible.
/// </summary>
public sealed class ImportRunner(IDbContextFactory<DataContext> contexts, IBulkStore store, TimeProvider time, ImportOptions options, ReferenceData reference)
{
    private const int ProgressEvery = 5_000;

    /// <summary>Runs the import to its end; a fault of the file makes it <see cref="ImportState.Failed"/>, a fault of ours throws.</summary>
    public async Task RunAsync(Import import, Stream file, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        import.State = ImportState.Running;
        import.StartedAt = Now();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var sql = new RawSql(context.Database.GetDbConnection());
        var staged = new StagedImport(store, sql, import.DatasetId, options.RememberedKeys);
        await staged.CreateTablesAsync(cancellationToken);
        try
        {
            await StageAndPublishAsync(import, file, context, sql, staged, progress, cancellationToken);
        }
        catch (Exception e) when (e is ImportFormatException or ProblemException)
        {
            await FailAsync(import, context, sql, e, cancellationToken);
        }
        finally
        {
            sql.Transaction = null;
            await staged.DropTablesAsync(CancellationToken.None);
        }
    }

    private async Task StageAndPublishAsync(Import import, Stream file, DataContext context, RawSql sql, StagedImport staged,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var mapping = import.Mapping is null ? null : ImportMapping.Parse(import.Mapping);
        var limits = new ImportLimits { MaxDecompressedBytes = options.MaxDecompressedBytes };
        var reader = await ObservationReaders.OpenAsync(file, import.Format, mapping, limits, cancellationToken);
        var areas = await AreaCodeBook.LoadAsync(context, reference, cancellationToken);
        await foreach (var lines in ReadAhead.BatchesAsync(reader.ReadAsync(cancellationToken), cancellationToken))
        {
            foreach (var line in lines)
            {
                await StageAsync(line, staged, areas, cancellationToken);
                if (staged.RowsRead % ProgressEvery == 0)
                {
                    progress?.Report(new("reading", staged.RowsRead, staged.RowsRejected, file.Length == 0 ? 0 : (double)file.Position / file.Length));
                }
            }
        }

        await staged.FlushAsync(cancellationToken);
        await SettleAsync(import, sql, staged, cancellationToken);
        progress?.Report(new("publishing", staged.RowsRead, staged.RowsRejected, 1));
        await using var transaction = await store.BeginPublishingAsync(sql.Connection, cancellationToken);
        sql.Transaction = transaction;
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        await new ImportPublication(store, context, sql, staged, import, reference, Now()).RunAsync(reader.Columns, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Counts the rows when it is known which of them contradict each other.</summary>
    private async Task SettleAsync(Import import, RawSql sql, StagedImport staged, CancellationToken cancellationToken)
    {
        import.RowsRepeated = await new StagedRepeats(store, sql, staged).SettleAsync(cancellationToken);
        (import.RowsRead, import.RowsRejected) = (staged.RowsRead, staged.RowsRejected);
        import.RowsAccepted = import.RowsRead - import.RowsRejected - import.RowsRepeated;
        if (import.RowsAccepted == 0)
        {
            throw new ProblemException(Problems.NothingAccepted,
                $"None of the {import.RowsRead} rows could be accepted, so there is no new version. GET /v1/imports/{import.Id}/rejected lists each with its reason.");
        }
    }

    private static ValueTask StageAsync(ImportLine line, StagedImport staged, AreaCodeBook areas, CancellationToken cancellationToken)
    {
        if (line.Rejected is { } rejected)
        {
            return new(staged.RejectAsync(rejected, rejected.Area is null ? null : areas.Normalise(rejected.Area), cancellationToken));
        }

        var row = line.Row!; // A line is either accepted or rejected.
        if (areas.IsAmbiguous(row.Area))
        {
            return new(staged.RejectAsync(Ambiguous(row), null, cancellationToken));
        }

        return row.HasNul
            ? new(staged.RejectAsync(Unstorable(row), areas.Normalise(row.Area), cancellationToken))
            : new(staged.AddAsync(row, areas.Normalise(row.Area), cancellationToken));
    }

    private static RejectedRow Unstorable(ImportedRow row) => new()
    {
        Line = row.Line,
        Code = "row.character",
        Detail = "A text of this row contains the character NUL (U+0000), which is no text; remove it.",
        Raw = $"{row.Series}, {row.Area}, {row.Period}: {row.Value.Text}",
        Series = row.Series,
        Area = row.Area,
        Period = row.Period,
        Dimensions = row.Dimensions.Contains('\0', StringComparison.Ordinal) ? null : row.Dimensions,
    };

    private static RejectedRow Ambiguous(ImportedRow row) => new()
    {
        Line = row.Line,
        Column = "area",
        Code = "area.ambiguous",
        Detail = $"'{row.Area}' names more than one former country. Give the M49 code; GET /v1/areas/resolve?q={row.Area} lists them.",
        Raw = $"{row.Series}, {row.Area}, {row.Period}: {row.Value.Text}",
        Series = row.Series,
    };

    /// <summary>Nothing is published; what was wrong stays with the import, the rejected rows too.</summary>
    private async Task FailAsync(Import import, DataContext context, RawSql sql, Exception fault, CancellationToken cancellationToken)
    {
        sql.Transaction = null;
        context.ChangeTracker.Clear();
        await context.Database.UseTransactionAsync(null, cancellationToken);
        await using var transaction = await store.BeginPublishingAsync(sql.Connection, cancellationToken);
        sql.Transaction = transaction;
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        import.State = ImportState.Failed;
        import.FinishedAt = Now();
        (import.FailureCode, import.FailureDetail) = fault switch
        {
            ImportFormatException f => (f.Code, f.Suggestions.Count == 0 ? f.Detail : $"{f.Detail} Nearest: {string.Join(", ", f.Suggestions)}."),
            ProblemException p => (p.Problem.Slug, p.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        await ImportPublication.StoreImportAsync(context, sql, import, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private DateTime Now() => Instants.Truncate(time.GetUtcNow().UtcDateTime);
}
