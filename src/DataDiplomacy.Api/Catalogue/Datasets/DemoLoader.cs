using System.Security.Cryptography;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Observations.Imports.Reading;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Datasets;

/// <summary>Loads the small demo into a database that has no data set yet, so that the first queries have answers.</summary>
public sealed class DemoLoader(IDbContextFactory<DataContext> contexts, ImportRunner runner, TimeProvider time)
{
    /// <returns>Whether the database was new.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Datasets.AnyAsync(cancellationToken))
        {
            return false;
        }

        var demo = DemoData.Load();
        context.Datasets.Add(Dataset.Register(demo.Id, Describe(demo), Now()));
        await context.SaveChangesAsync(cancellationToken);
        foreach (var vintage in demo.Vintages)
        {
            await ImportAsync(demo.Id, vintage, cancellationToken);
        }

        return true;
    }

    private async Task ImportAsync(string dataset, DemoVintage vintage, CancellationToken cancellationToken)
    {
        await using var source = DemoData.Open(vintage);
        using var file = new MemoryStream();
        await source.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        var import = new Import
        {
            Id = $"import-{Path.GetFileNameWithoutExtension(vintage.File)}",
            DatasetId = dataset,
            Format = ImportFormat.UnsdCsv,
            Mode = ImportMode.Snapshot,
            RecordedAt = vintage.RecordedAt.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            ChangeNote = vintage.ChangeNote,
            FileName = vintage.File,
            RequestedBy = "demo",
            ContentSha256 = Convert.ToHexStringLower(SHA256.HashData(file.ToArray())),
            Bytes = file.Length,
            CreatedAt = Now(),
        };
        await runner.RunAsync(import, file, null, cancellationToken);
        if (import.State is not ImportState.Succeeded || import.RowsRejected > 0)
        {
            throw new InvalidOperationException($"The demo file {vintage.File} did not load: {import.FailureDetail ?? $"{import.RowsRejected} rows rejected"}.");
        }
    }

    private static DatasetDescription Describe(DemoData demo) => new()
    {
        Title = demo.Title,
        Description = demo.Description,
        SourceKind = WireNames.TryParse<SourceKind>(demo.SourceKind, out var kind) ? kind : throw new InvalidDataException(demo.SourceKind),
        Licence = demo.Licence,
        Redistribution = WireNames.TryParse<Redistribution>(demo.Redistribution, out var terms) ? terms : throw new InvalidDataException(demo.Redistribution),
        Handling = WireNames.TryParse<Handling>(demo.Handling, out var label) ? label : throw new InvalidDataException(demo.Handling),
        Publisher = demo.Publisher,
        Citation = demo.Citation,
    };

    private DateTime Now() => Instants.Truncate(time.GetUtcNow().UtcDateTime);
}
