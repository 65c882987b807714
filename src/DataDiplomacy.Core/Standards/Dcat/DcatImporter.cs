using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>Reads catalogues and their entries.</summary>
internal sealed class DcatImporter(DcatSource source, OrderedDictionary<RdfTerm, DcatNodeKind> kinds)
{
    private readonly DcatPartReader _parts = new(source, kinds);
    private readonly HashSet<RdfTerm> _placed = [];

    // Several catalogues may list one data set.
    private readonly Dictionary<RdfTerm, CatalogDataset> _datasets = [];

    /// <summary>The data sets that were read, by their nodes.</summary>
    public IReadOnlyDictionary<RdfTerm, CatalogDataset> Datasets => _datasets;

    public IReadOnlyList<Catalog> Catalogs()
    {
        List<Catalog> catalogs = [.. Of(DcatNodeKind.Catalog).Select(Catalog)];
        if (Frame() is { } frame) catalogs.Add(frame);
        return catalogs;
    }

    private Catalog Catalog(RdfTerm node)
    {
        source.Type(node, Iris.CatalogClass, Iris.DatasetClass, Iris.ResourceClass);
        var catalog = Resource(new Catalog { Iri = DcatPartReader.IriOf(node) }, node) with
        {
            Homepage = source.LinkTo(Iris.DocumentClass, node, Iris.Homepage),
            ThemeTaxonomies = source.Links(node, Iris.ThemeTaxonomy),
            Catalogs = source.Links(node, Iris.NestedCatalog),
            Datasets = [.. Known(node, Iris.Dataset, DcatNodeKind.Dataset).Select(Dataset)],
            Series = [.. Known(node, Iris.Dataset, DcatNodeKind.Series).Select(Series)],
            Services = [.. Known(node, Iris.Service, DcatNodeKind.Service).Select(Service)],
            Records = [.. Known(node, Iris.Record, DcatNodeKind.Record).Select(Record)],
            DatasetsElsewhere = [.. source.Nodes(node, each => each.IsIri && !Is(each, DcatNodeKind.Dataset) && !Is(each, DcatNodeKind.Series), Iris.Dataset).Select(each => each.Value)],
        };
        return catalog;
    }

    // What no catalogue names.
    private Catalog? Frame()
    {
        var frame = new Catalog
        {
            Iri = null,
            Datasets = [.. Left(DcatNodeKind.Dataset).Select(Dataset)],
            Series = [.. Left(DcatNodeKind.Series).Select(Series)],
            Services = [.. Left(DcatNodeKind.Service).Select(Service)],
            Records = [.. Left(DcatNodeKind.Record).Select(Record)],
        };
        frame = frame with { LooseDistributions = [.. Left(DcatNodeKind.Distribution).Select(_parts.Distribution)] };
        return frame.Datasets.Count + frame.Series.Count + frame.Services.Count + frame.Records.Count + frame.LooseDistributions.Count > 0 ? frame : null;
    }

    private CatalogDataset Dataset(RdfTerm node)
    {
        if (_datasets.TryGetValue(node, out var read)) return read;
        source.Type(node, DcatNodeKinds.Classes(DcatNodeKind.Dataset));
        return _datasets[node] = Resource(new CatalogDataset { Iri = DcatPartReader.IriOf(node) }, node) with { Distributions = Distributions(node) };
    }

    private DatasetSeries Series(RdfTerm node)
    {
        source.Type(node, Iris.SeriesClass, Iris.DatasetClass, Iris.ResourceClass);
        return Resource(new DatasetSeries { Iri = DcatPartReader.IriOf(node) }, node) with
        {
            First = source.Link(node, Iris.First),
            Last = source.Link(node, Iris.Last),
            Members = source.Links(node, Iris.SeriesMember),
            Distributions = Distributions(node),
        };
    }

    private DataService Service(RdfTerm node)
    {
        source.Type(node, Iris.ServiceClass, Iris.ResourceClass);
        return Resource(new DataService { Iri = DcatPartReader.IriOf(node) }, node) with
        {
            EndpointUrls = source.Links(node, Iris.EndpointUrl),
            EndpointDescriptions = source.Links(node, Iris.EndpointDescription),
            ServesDatasets = source.Links(node, Iris.ServesDataset),
            Formats = _parts.Labelled(node, Iris.FormatClass, Iris.Format),
        };
    }

    private CatalogRecord Record(RdfTerm node)
    {
        source.Type(node, Iris.RecordClass);
        return new()
        {
            Iri = DcatPartReader.IriOf(node),
            PrimaryTopic = source.LinkTo(Iris.ResourceClass, node, Iris.PrimaryTopic),
            Titles = source.Texts(node, Iris.Title),
            Descriptions = source.Texts(node, Iris.Description),
            Issued = source.Date(node, Iris.Issued),
            Modified = source.Date(node, Iris.Modified),
            ConformsTo = _parts.Labelled(node, Iris.StandardClass, Iris.ConformsTo),
        };
    }

    private List<Distribution> Distributions(RdfTerm dataset)
    {
        var nodes = source.Nodes(dataset, Iris.Distribution, Iris.SchemaOrg + "distribution", Iris.SchemaOrgSecure + "distribution");
        _placed.UnionWith(nodes);
        return nodes.ConvertAll(_parts.Distribution);
    }

    private List<RdfTerm> Of(DcatNodeKind kind) => [.. kinds.Where(each => each.Value == kind).Select(each => each.Key)];

    private List<RdfTerm> Left(DcatNodeKind kind) => Of(kind).FindAll(node => !_placed.Contains(node));

    private bool Is(RdfTerm node, DcatNodeKind kind) => kinds.TryGetValue(node, out var found) && found == kind;

    // What is listed and of another kind, or not described, stays in the graph.
    private List<RdfTerm> Known(RdfTerm catalog, string predicate, DcatNodeKind kind)
    {
        var known = source.Nodes(catalog, node => Is(node, kind), predicate);
        _placed.UnionWith(known);
        return known;
    }

    /// <summary>What all entries share, in the steps of <see cref="DcatEntries"/>; the kind of the entry stays what it was.</summary>
    private T Resource<T>(T entry, RdfTerm node) where T : CatalogResource => (T)Origins(Versions(About(Described(entry, node), node), node), node);

    private CatalogResource Described(CatalogResource entry, RdfTerm node) => entry with
    {
        Identifiers = source.Strings(node, Iris.Identifier, Iris.SchemaOrg + "identifier", Iris.SchemaOrgSecure + "identifier"),
        Titles = source.Texts(node, Iris.Title, Iris.SchemaOrg + "name", Iris.SchemaOrgSecure + "name"),
        Descriptions = source.Texts(node, Iris.Description, Iris.SchemaOrg + "description", Iris.SchemaOrgSecure + "description"),
        Publisher = _parts.AgentOne(node, Iris.Publisher, Iris.SchemaOrg + "publisher", Iris.SchemaOrgSecure + "publisher"),
        Creators = _parts.Agents(node, Iris.Creator, Iris.SchemaOrg + "creator", Iris.SchemaOrgSecure + "creator"),
        ContactPoints = source.Nodes(node, Iris.ContactPoint).ConvertAll(_parts.Contact),
        Licence = _parts.LabelledOne(node, Iris.LicenceClass, Iris.Licence, Iris.SchemaOrg + "license", Iris.SchemaOrgSecure + "license"),
        Rights = _parts.LabelledOne(node, Iris.RightsClass, Iris.Rights),
        AccessRights = _parts.LabelledOne(node, Iris.RightsClass, Iris.AccessRights),
    };

    private CatalogResource About(CatalogResource entry, RdfTerm node) => entry with
    {
        Themes = _parts.Labelled(node, Iris.ConceptClass, Iris.Theme),
        Types = _parts.Labelled(node, Iris.ConceptClass, Iris.ResourceType),
        Keywords = source.Texts(node, Iris.Keyword, Iris.SchemaOrg + "keywords", Iris.SchemaOrgSecure + "keywords"),
        Languages = source.LinksTo(Iris.LanguageClass, node, Iris.Language),
        Spatial = _parts.Locations(node),
        Temporal = source.Nodes(node, Iris.Temporal).ConvertAll(_parts.Period),
        Frequency = source.LinkTo(Iris.FrequencyClass, node, Iris.Frequency),
        ConformsTo = _parts.Labelled(node, Iris.StandardClass, Iris.ConformsTo),
        LandingPages = source.LinksTo(Iris.DocumentClass, node, Iris.LandingPage, Iris.SchemaOrg + "url", Iris.SchemaOrgSecure + "url"),
        Relations = source.Links(node, Iris.Relation),
        ReferencedBy = source.Links(node, Iris.IsReferencedBy),
    };

    private CatalogResource Versions(CatalogResource entry, RdfTerm node) => entry with
    {
        Issued = source.Date(node, Iris.Issued, Iris.SchemaOrg + "datePublished", Iris.SchemaOrgSecure + "datePublished"),
        Modified = source.Date(node, Iris.Modified, Iris.SchemaOrg + "dateModified", Iris.SchemaOrgSecure + "dateModified"),
        Version = source.String(node, Iris.Version, Iris.VersionInfo, Iris.SchemaOrg + "version", Iris.SchemaOrgSecure + "version"),
        VersionNotes = source.Texts(node, Iris.VersionNotes),
        PreviousVersion = source.Link(node, Iris.PreviousVersion),
        HasVersions = source.Links(node, Iris.HasVersion, Iris.HasVersionDct),
        CurrentVersion = source.Link(node, Iris.HasCurrentVersion),
        IsVersionOf = source.Links(node, Iris.IsVersionOf, Iris.IsVersionOfDct),
        InSeries = source.Links(node, Iris.InSeries),
        Previous = source.Links(node, Iris.Previous),
        Next = source.Links(node, Iris.Next),
    };

    private CatalogResource Origins(CatalogResource entry, RdfTerm node) => entry with
    {
        Provenance = _parts.Labelled(node, Iris.ProvenanceClass, Iris.Provenance),
        Attributions = source.Nodes(node, Iris.QualifiedAttribution).ConvertAll(_parts.Attribution),
        GeneratedBy = _parts.Labelled(node, Iris.ActivityClass, Iris.WasGeneratedBy),
        DerivedFrom = source.Links(node, Iris.WasDerivedFrom),
        Policies = source.LinksTo(Iris.PolicyClass, node, Iris.HasPolicy),
        QualityMeasurements = source.Nodes(node, Iris.HasMeasurement).ConvertAll(measurement => _parts.Measurement(node, measurement)),
    };
}
