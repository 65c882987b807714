using System.Security.Cryptography;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports.Reading;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>Takes in files: stored durably first, then acknowledged, then read.</summary>
public sealed class ImportCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, TimeProvider time, ImportQueue queue, ImportOptions options,
    StorageOptions storage, ProvenanceSourceCommands sources, IValidator<StartImport> validator)
{
    /// <summary>Stores the file and queues its import; null when there is no such data set.</summary>
    public async Task<string?> StartAsync(StartImport request, Stream body, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var dataset = await visibility.Datasets(context).AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.Id, cancellationToken);
        if (dataset is null)
        {
            return null;
        }

        await CheckRecordedAtAsync(context, request, cancellationToken);
        var madeFrom = await sources.TakeAsync(context, request.MadeFrom, "madeFrom", cancellationToken);
        var id = "import-" + Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var path = queue.PathOf(id);
        Directory.CreateDirectory(storage.Imports);
        try
        {
            var (sha256, bytes) = await StoreAsync(body, path, cancellationToken);
            context.Imports.Add(NewImport(id, request, dataset, madeFrom, sha256, bytes));
            await context.SaveChangesAsync(cancellationToken);
        }
        catch
        {
            File.Delete(path);
            throw;
        }

        queue.Add(id);
        return id;
    }

    /// <summary>The import that a request describes; the file itself is not touched.</summary>
    public Import NewImport(string id, StartImport request, Dataset dataset, IReadOnlyList<string> madeFrom, string sha256, long bytes)
    {
        var format = ImportFormats.TryParse(request.Format, out var known) ? known : throw ProblemException.Invalid("format", $"'{request.Format}' is no format.");
        var mapping = request.Mapping ?? dataset.Mapping;
        if (format is ImportFormat.Csv && mapping is null)
        {
            throw ProblemException.Invalid("mapping",
                """format=csv needs mapping={ "series": COLUMN, "area": COLUMN, "period": COLUMN, "value": COLUMN }, here or stored on the data set.""");
        }

        return new Import
        {
            Id = id,
            DatasetId = dataset.Id,
            Format = format,
            Mode = request.Mode is { } mode && WireNames.TryParse<ImportMode>(mode, out var named) ? named : ImportMode.Snapshot,
            RecordedAt = request.RecordedAt is { } at && Instants.TryParse(at, out var instant) ? Instants.Truncate(instant) : null,
            Mapping = format is ImportFormat.Csv ? mapping : null,
            ChangeNote = request.ChangeNote,
            FileName = request.FileName,
            MadeFrom = madeFrom.Count > 0 ? string.Join('\n', madeFrom) : null,
            RequestedBy = visibility.Caller.Name,
            ContentSha256 = sha256,
            Bytes = bytes,
            CreatedAt = Instants.Truncate(time.GetUtcNow().UtcDateTime),
            State = ImportState.Queued,
        };
    }

    /// <summary>Refuses a transaction time in the future or not after the last version; told again at publication, when it counts.</summary>
    public async Task CheckRecordedAtAsync(DataContext context, StartImport request, CancellationToken cancellationToken)
    {
        if (request.RecordedAt is null || !Instants.TryParse(request.RecordedAt, out var exact))
        {
            return;
        }

        var asked = Instants.Truncate(exact);
        if (asked > time.GetUtcNow().UtcDateTime)
        {
            throw new ProblemException(Problems.RecordedAtNotLater, $"recordedAt {Instants.Format(asked)} is in the future. A vintage is recorded when it was known.");
        }

        var last = await context.DatasetVersions.AsNoTracking().Where(v => v.DatasetId == request.Id)
            .OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && asked <= last.RecordedAt)
        {
            throw new ProblemException(Problems.RecordedAtNotLater,
                $"recordedAt {Instants.Format(asked)} is not later than that of version {last.Number}, {Instants.Format(last.RecordedAt)}. Versions of a data set are recorded in order.");
        }
    }

    private async Task<(string Sha256, long Bytes)> StoreAsync(Stream body, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        long bytes = 0;
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0; bytes += read)
        {
            if (bytes + read > options.MaxBytes)
            {
                throw new ProblemException(Problems.TooLarge, $"The file is larger than {options.MaxBytes} bytes. Send it as gzip, or in parts with mode=merge.");
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        if (bytes == 0)
        {
            throw ProblemException.Invalid("body", "The body is empty. Send the file as the body, for instance curl --data-binary @FILE.");
        }

        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }
}
