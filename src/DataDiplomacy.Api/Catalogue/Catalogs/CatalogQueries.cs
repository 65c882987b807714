using DataDiplomacy.Api.Catalogue.Datasets;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Http;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>The data sets as entries of a catalogue (DCAT 3, W3C Recommendation 2024), as the caller may see them.</summary>
public sealed class CatalogQueries(DatasetQueries datasets, CatalogOptions options, ProvenanceIris iris, IValidator<GetCatalog> validator)
{
    /// <summary>The catalogue, or a part of it.</summary>
    public async Task<CatalogPart> FindAsync(GetCatalog request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var page = await datasets.ListAsync(new ListDatasets { Limit = request.Limit ?? Paging.MaxLimit, Cursor = request.Cursor }, cancellationToken);
        return new CatalogPart(new CatalogEntries(options, iris).Catalog(page.Items), page.Next);
    }

    /// <summary>A catalogue of one data set, or null when there is none that the caller may see.</summary>
    public async Task<CatalogPart?> FindAsync(string id, CancellationToken cancellationToken) =>
        await datasets.FindAsync(id, null, cancellationToken) is { } dataset ? new CatalogPart(new CatalogEntries(options, iris).Catalog([dataset]), null) : null;
}
