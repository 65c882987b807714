using System.Globalization;
using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Api.Catalogue.Datasets;
using DataDiplomacy.Api.Catalogue.Profiles;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Dcat;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>The data sets as entries of a catalogue (DCAT 3, W3C Recommendation 2024), as the caller may see them.</summary>
public sealed class CatalogQueries(
    IDbContextFactory<DataContext> contexts, DatasetQueries datasets, PolicyQueries policies, ProfileQueries profiles, AgentQueries agents, RoleQueries roles,
    EntryMemory entries, CatalogOptions options, ProvenanceIris iris, TimeProvider time, IValidator<GetCatalog> validator)
{
    /// <summary>The catalogue, or a part of it.</summary>
    public async Task<CatalogPart> FindAsync(GetCatalog request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var page = await datasets.ListAsync(new ListDatasets { Limit = request.Limit ?? Paging.MaxLimit, Cursor = request.Cursor }, cancellationToken);
        return new CatalogPart(await CatalogAsync(page.Items, cancellationToken), page.Next);
    }

    /// <summary>A catalogue of one data set, or null when there is none that the caller may see.</summary>
    public async Task<CatalogPart?> FindAsync(string id, CancellationToken cancellationToken) =>
        await datasets.FindAsync(id, null, cancellationToken) is { } dataset ? new CatalogPart(await CatalogAsync([dataset], cancellationToken), null) : null;

    /// <summary>A number that rises with each offer, profile and role, which no data set tells of, and with each day, since roles begin and end; an entry that is replaced changes its data set.</summary>
    public async Task<long> StateAsync(CancellationToken cancellationToken) =>
        await policies.StateAsync(cancellationToken) + await profiles.StateAsync(cancellationToken) + await agents.StateAsync(cancellationToken) + Today.DayNumber;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private async Task<Catalog> CatalogAsync(IReadOnlyList<DatasetView> found, CancellationToken cancellationToken)
    {
        List<string> ids = [.. found.Select(d => d.Id)];
        var offers = await policies.IdsAsync(ids, cancellationToken);
        var measured = await profiles.KeptAsync([.. found.Select(d => d.LatestVersion).OfType<DatasetVersionView>().Select(v => (v.Dataset, v.Number))], cancellationToken);
        var held = await roles.OfDatasetsAsync(ids, new ListRoles { ValidAt = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, cancellationToken);
        var kept = await KeptAsync(ids, cancellationToken);
        return new CatalogEntries(options, iris).Catalog([.. found.Select(d => new ListedDataset(d, kept.GetValueOrDefault(d.Id), [.. offers[d.Id]], measured.FirstOrDefault(m => m.Dataset == d.Id), held[d.Id]))]);
    }

    private async Task<Dictionary<string, KeptEntry>> KeptAsync(List<string> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.CatalogEntries.AsNoTracking().Where(e => ids.Contains(e.DatasetId)).ToListAsync(cancellationToken);
        return stored.ToDictionary(e => e.DatasetId, entries.Read, StringComparer.Ordinal);
    }
}
