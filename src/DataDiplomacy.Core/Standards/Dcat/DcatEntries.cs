using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>Tells the graph about a catalogue and its entries.</summary>
internal sealed class DcatEntries(DcatStatements statements)
{
    private readonly DcatParts _parts = new(statements);

    public void Catalog(Catalog catalog)
    {
        var isFrame = catalog.Iri is null && catalog.Titles.Count == 0;
        var node = isFrame ? null : statements.Node(catalog.Iri);
        if (node is not null) Described(node, catalog);
        foreach (var series in catalog.Series) Series(node, series);
        foreach (var dataset in catalog.Datasets) Dataset(node, dataset);
        foreach (var service in catalog.Services) Service(node, service);
        foreach (var record in catalog.Records) Record(node, record);
        foreach (var distribution in catalog.LooseDistributions) _parts.Distribution(null, distribution);
    }

    private void Described(RdfTerm node, Catalog catalog)
    {
        statements.Type(node, Iris.CatalogClass);
        Resource(node, catalog);
        statements.Link(node, Iris.Homepage, catalog.Homepage, Iris.DocumentClass);
        statements.Links(node, Iris.ThemeTaxonomy, catalog.ThemeTaxonomies);
        statements.Links(node, Iris.NestedCatalog, catalog.Catalogs);
        statements.Links(node, Iris.Dataset, catalog.DatasetsElsewhere);
    }

    private void Dataset(RdfTerm? catalog, CatalogDataset dataset)
    {
        if (!statements.IsNew(catalog, Iris.Dataset, dataset, dataset.Iri, Iris.DatasetClass, out var node)) return;
        statements.Type(node, Iris.DatasetClass);
        Resource(node, dataset);
        foreach (var distribution in dataset.Distributions) _parts.Distribution(node, distribution);
    }

    private void Series(RdfTerm? catalog, DatasetSeries series)
    {
        var node = Entry(catalog, Iris.Dataset, series.Iri, Iris.SeriesClass);
        statements.Type(node, Iris.DatasetClass);
        Resource(node, series);
        statements.Link(node, Iris.First, series.First);
        statements.Link(node, Iris.Last, series.Last);
        statements.Links(node, Iris.SeriesMember, series.Members);
        foreach (var distribution in series.Distributions) _parts.Distribution(node, distribution);
    }

    private void Service(RdfTerm? catalog, DataService service)
    {
        var node = Entry(catalog, Iris.Service, service.Iri, Iris.ServiceClass);
        Resource(node, service);
        statements.Links(node, Iris.EndpointUrl, service.EndpointUrls);
        statements.Links(node, Iris.EndpointDescription, service.EndpointDescriptions);
        statements.Links(node, Iris.ServesDataset, service.ServesDatasets);
        statements.Labelled(node, Iris.Format, service.Formats, Iris.FormatClass);
    }

    private void Record(RdfTerm? catalog, CatalogRecord record)
    {
        var node = Entry(catalog, Iris.Record, record.Iri, Iris.RecordClass);
        statements.Texts(node, Iris.Title, record.Titles);
        statements.Texts(node, Iris.Description, record.Descriptions);
        statements.Link(node, Iris.PrimaryTopic, record.PrimaryTopic, Iris.ResourceClass);
        statements.Date(node, Iris.Issued, record.Issued);
        statements.Date(node, Iris.Modified, record.Modified);
        statements.Labelled(node, Iris.ConformsTo, record.ConformsTo, Iris.StandardClass);
    }

    private RdfTerm Entry(RdfTerm? catalog, string predicate, string? iri, string type)
    {
        var node = statements.Node(iri);
        if (catalog is not null) statements.Add(catalog, predicate, node);
        statements.Type(node, type);
        return node;
    }

    private void Resource(RdfTerm node, CatalogResource resource)
    {
        foreach (var identifier in resource.Identifiers) statements.Text(node, Iris.Identifier, identifier);
        statements.Texts(node, Iris.Title, resource.Titles);
        statements.Texts(node, Iris.Description, resource.Descriptions);
        _parts.Agent(node, Iris.Publisher, resource.Publisher);
        foreach (var creator in resource.Creators) _parts.Agent(node, Iris.Creator, creator);
        foreach (var contact in resource.ContactPoints) _parts.Contact(node, contact);
        statements.Labelled(node, Iris.Licence, resource.Licence, Iris.LicenceClass);
        statements.Labelled(node, Iris.Rights, resource.Rights, Iris.RightsClass);
        statements.Labelled(node, Iris.AccessRights, resource.AccessRights, Iris.RightsClass);
        About(node, resource);
        Versions(node, resource);
        Origins(node, resource);
    }

    private void About(RdfTerm node, CatalogResource resource)
    {
        statements.Labelled(node, Iris.Theme, resource.Themes, Iris.ConceptClass);
        statements.Labelled(node, Iris.ResourceType, resource.Types, Iris.ConceptClass);
        statements.Texts(node, Iris.Keyword, resource.Keywords);
        statements.Links(node, Iris.Language, resource.Languages, Iris.LanguageClass);
        foreach (var location in resource.Spatial) _parts.Location(node, location);
        foreach (var period in resource.Temporal) _parts.Period(node, period);
        statements.Link(node, Iris.Frequency, resource.Frequency, Iris.FrequencyClass);
        statements.Labelled(node, Iris.ConformsTo, resource.ConformsTo, Iris.StandardClass);
        statements.Links(node, Iris.LandingPage, resource.LandingPages, Iris.DocumentClass);
        statements.Links(node, Iris.Relation, resource.Relations);
        statements.Links(node, Iris.IsReferencedBy, resource.ReferencedBy);
    }

    private void Versions(RdfTerm node, CatalogResource resource)
    {
        statements.Date(node, Iris.Issued, resource.Issued);
        statements.Date(node, Iris.Modified, resource.Modified);
        statements.Text(node, Iris.Version, resource.Version);
        statements.Texts(node, Iris.VersionNotes, resource.VersionNotes);
        statements.Link(node, Iris.PreviousVersion, resource.PreviousVersion);
        statements.Links(node, Iris.HasVersion, resource.HasVersions);
        statements.Link(node, Iris.HasCurrentVersion, resource.CurrentVersion);
        statements.Links(node, Iris.IsVersionOf, resource.IsVersionOf);
        statements.Links(node, Iris.InSeries, resource.InSeries);
        statements.Links(node, Iris.Previous, resource.Previous);
        statements.Links(node, Iris.Next, resource.Next);
    }

    private void Origins(RdfTerm node, CatalogResource resource)
    {
        statements.Labelled(node, Iris.Provenance, resource.Provenance, Iris.ProvenanceClass);
        foreach (var attribution in resource.Attributions) _parts.Attribution(node, attribution);
        statements.Labelled(node, Iris.WasGeneratedBy, resource.GeneratedBy, Iris.ActivityClass);
        statements.Links(node, Iris.WasDerivedFrom, resource.DerivedFrom);
        statements.Links(node, Iris.HasPolicy, resource.Policies, Iris.PolicyClass);
        foreach (var measurement in resource.QualityMeasurements) _parts.Measurement(node, measurement);
    }
}
