using System.Runtime.CompilerServices;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Observations.Imports.Reading;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>Reads imports, their progress and their rejected rows.</summary>
public sealed class ImportQueries(IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, ImportProgressBoard board)
{
    private const int FirstProblems = 100;

    /// <summary>The import, or null when there is none that the caller may see.</summary>
    public async Task<ImportView?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var datasets = visibility.Datasets(context);
        var import = await context.Imports.AsNoTracking()
            .FirstOrDefaultAsync(i => i.Id == id && datasets.Any(d => d.Id == i.DatasetId), cancellationToken);
        if (import is null)
        {
            return null;
        }

        note.Add(import.DatasetId);
        var problems = await context.ImportRejections.AsNoTracking()
            .Where(r => r.ImportId == id).OrderBy(r => r.Ordinal).Take(FirstProblems)
            .Select(r => new ImportProblemView { Line = r.Line, Column = r.Column, Code = r.Code, Detail = r.Detail })
            .ToListAsync(cancellationToken);
        return ToView(import, problems, board.Of(id));
    }

    /// <summary>All rejected rows in the order of the file.</summary>
    public async IAsyncEnumerable<ImportRejection> RejectedAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rejected = context.ImportRejections.AsNoTracking().Where(r => r.ImportId == id).OrderBy(r => r.Ordinal).AsAsyncEnumerable();
        await foreach (var row in rejected.WithCancellation(cancellationToken))
        {
            yield return row;
        }
    }

    public static ImportView ToView(Import import, IReadOnlyList<ImportProblemView> problems, ImportProgress? running)
    {
        var live = import.State is ImportState.Queued or ImportState.Running ? running : null;
        return new ImportView
        {
            Id = import.Id,
            Dataset = import.DatasetId,
            State = live is null ? import.State : ImportState.Running,
            Format = import.Format.Name(),
            Mode = import.Mode,
            RecordedAt = import.RecordedAt,
            ContentSha256 = import.ContentSha256,
            Bytes = import.Bytes,
            Progress = live?.Share ?? (import.State is ImportState.Succeeded ? 1 : 0),
            RowsRead = live?.RowsRead ?? import.RowsRead,
            RowsAccepted = import.RowsAccepted,
            RowsRejected = live?.RowsRejected ?? import.RowsRejected,
            RowsRepeated = import.RowsRepeated,
            Added = import.Added,
            Changed = import.Changed,
            AttributesChanged = import.AttributesChanged,
            Unchanged = import.Unchanged,
            Withdrawn = import.Withdrawn,
            WithdrawalsHeld = import.WithdrawalsHeld,
            DatasetVersion = import.DatasetVersion,
            Failure = import.FailureCode is null ? null : new ImportFailureView { Code = import.FailureCode, Detail = import.FailureDetail ?? "" },
            Warnings = import.Warnings?.Split('\n') ?? [],
            Problems = problems,
            CreatedAt = import.CreatedAt,
            FinishedAt = import.FinishedAt,
        };
    }
}
