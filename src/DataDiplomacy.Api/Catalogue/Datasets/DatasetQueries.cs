using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Datasets;

/// <summary>Reads data sets, each with its newest version.</summary>
public sealed class DatasetQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, IValidator<ListDatasets> validator)
{
    public async Task<PageView<DatasetView>> ListAsync(ListDatasets request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var query = Cursor.Fingerprint("datasets", request.Q, request.SourceKind, Instants.Canonical(request.AsOf));
        var cursor = Cursor.Decode(request.Cursor, query, keyParts: 1);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, cursor, time, cancellationToken);
        var filtered = Filter(visibility.Datasets(context), request);
        var limit = request.Limit ?? Paging.DefaultLimit;
        var after = cursor?.After[0];
        var datasets = await filtered
            .Where(d => after == null || string.Compare(d.Id, after) > 0)
            .OrderBy(d => d.Id)
            .Take(limit + 1)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var latest = await LatestAsync(context, [.. datasets.Take(limit).Select(d => d.Id)], snapshot, cancellationToken);
        datasets.ForEach(d => note.Add(d.Id));
        var cursors = datasets.Take(limit).Select(d => snapshot.CursorAfter(query, d.Id)).ToList();
        return new PageView<DatasetView>
        {
            Items = [.. datasets.Take(limit).Select(d => ToView(d, latest.GetValueOrDefault(d.Id)) with { AsOf = snapshot.Asked })],
            Next = datasets.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            AsOf = snapshot.AsOf,
            Total = request.Count is null ? null : await filtered.LongCountAsync(cancellationToken),
        };
    }

    /// <summary>The data set, or null when there is none that the caller may see.</summary>
    public async Task<DatasetView?> FindAsync(string id, string? asOf, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), asOf, null, time, cancellationToken);
        var dataset = await visibility.Datasets(context).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken);
        note.AddFound(dataset?.Id);
        return dataset is null ? null : ToView(dataset, (await LatestAsync(context, [id], snapshot, cancellationToken)).GetValueOrDefault(id)) with { AsOf = snapshot.Asked };
    }

    public static DatasetView ToView(Dataset dataset, DatasetVersionView? latest) => new()
    {
        Id = dataset.Id,
        Title = dataset.Title,
        Description = dataset.Description,
        SourceKind = dataset.SourceKind,
        Licence = dataset.Licence,
        Redistribution = dataset.Redistribution,
        Handling = dataset.Handling,
        Publisher = dataset.Publisher,
        Citation = dataset.Citation,
        SourceDetails = DetailsOf(dataset),
        CreatedAt = dataset.CreatedAt,
        UpdatedAt = dataset.UpdatedAt,
        Revision = dataset.Revision,
        LatestVersion = latest,
    };

    /// <summary>What is said of the source, as JSON; null when nobody said.</summary>
    public static JsonElement? DetailsOf(Dataset dataset) => dataset.SourceDetails is { } json ? JsonSerializer.Deserialize<JsonElement>(json) : null;

    private static IQueryable<Dataset> Filter(IQueryable<Dataset> datasets, ListDatasets request)
    {
#pragma warning disable CA1862 // Translated to SQL lower(): the overload with a comparison is not.
        foreach (var word in (request.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => w.ToLowerInvariant()))
        {
            datasets = datasets.Where(d => d.Id.Contains(word) || d.Title.ToLower().Contains(word)
                || d.Description!.ToLower().Contains(word) || d.Publisher!.ToLower().Contains(word));
        }
#pragma warning restore CA1862

        return request.SourceKind is { } kind && WireNames.TryParse<SourceKind>(kind, out var wanted)
            ? datasets.Where(d => d.SourceKind == wanted)
            : datasets;
    }

    private static async Task<Dictionary<string, DatasetVersionView>> LatestAsync(DataContext context, IReadOnlyList<string> ids, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var versions = await snapshot.Visible(context.DatasetVersions).AsNoTracking()
            .Where(v => ids.Contains(v.DatasetId))
            .Where(v => v.Number == snapshot.Visible(context.DatasetVersions).Where(o => o.DatasetId == v.DatasetId).Max(o => o.Number))
            .ToListAsync(cancellationToken);
        return versions.ToDictionary(v => v.DatasetId, VersionQueries.ToView, StringComparer.Ordinal);
    }
}
