namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>The namespaces, classes and properties that a catalogue is told with (DCAT 3, 2024; DCAT-AP 3.0.1, 2025).</summary>
internal static class Iris
{
    public const string Adms = "http://www.w3.org/ns/adms#";
    public const string Dcat = "http://www.w3.org/ns/dcat#";
    public const string DcatAp = "http://data.europa.eu/r5r/";
    public const string Dct = "http://purl.org/dc/terms/";
    public const string Dqv = "http://www.w3.org/ns/dqv#";
    public const string Foaf = "http://xmlns.com/foaf/0.1/";
    public const string Locn = "http://www.w3.org/ns/locn#";
    public const string Odrl = "http://www.w3.org/ns/odrl/2/";
    public const string Owl = "http://www.w3.org/2002/07/owl#";
    public const string Prov = "http://www.w3.org/ns/prov#";
    public const string Rdfs = "http://www.w3.org/2000/01/rdf-schema#";
    public const string SchemaOrg = "http://schema.org/";
    public const string SchemaOrgSecure = "https://schema.org/";
    public const string SdmxAttribute = "http://purl.org/linked-data/sdmx/2009/attribute#";
    public const string Skos = "http://www.w3.org/2004/02/skos/core#";
    public const string Spdx = "http://spdx.org/rdf/terms#";
    public const string VCard = "http://www.w3.org/2006/vcard/ns#";
    public const string Xsd = "http://www.w3.org/2001/XMLSchema#";

    // Classes.
    public const string CatalogClass = Dcat + "Catalog";
    public const string DatasetClass = Dcat + "Dataset";
    public const string SeriesClass = Dcat + "DatasetSeries";
    public const string ServiceClass = Dcat + "DataService";
    public const string DistributionClass = Dcat + "Distribution";
    public const string RecordClass = Dcat + "CatalogRecord";
    public const string ResourceClass = Dcat + "Resource";
    public const string RoleClass = Dcat + "Role";
    public const string AgentClass = Foaf + "Agent";
    public const string OrganizationClass = Foaf + "Organization";
    public const string PersonClass = Foaf + "Person";
    public const string DocumentClass = Foaf + "Document";
    public const string SoftwareClass = Prov + "SoftwareAgent";
    public const string VCardKind = VCard + "Kind";
    public const string VCardOrganization = VCard + "Organization";
    public const string VCardIndividual = VCard + "Individual";
    public const string LicenceClass = Dct + "LicenseDocument";
    public const string RightsClass = Dct + "RightsStatement";
    public const string LocationClass = Dct + "Location";
    public const string PeriodClass = Dct + "PeriodOfTime";
    public const string StandardClass = Dct + "Standard";
    public const string FrequencyClass = Dct + "Frequency";
    public const string LanguageClass = Dct + "LinguisticSystem";
    public const string MediaTypeClass = Dct + "MediaType";
    public const string FormatClass = Dct + "MediaTypeOrExtent";
    public const string ProvenanceClass = Dct + "ProvenanceStatement";
    public const string ConceptClass = Skos + "Concept";
    public const string AttributionClass = Prov + "Attribution";
    public const string ActivityClass = Prov + "Activity";
    public const string PolicyClass = Odrl + "Policy";
    public const string MeasurementClass = Dqv + "QualityMeasurement";
    public const string AlgorithmClass = Spdx + "ChecksumAlgorithm";
    public const string ChecksumClass = Spdx + "Checksum";

    // Descriptions.
    public const string Title = Dct + "title";
    public const string Description = Dct + "description";
    public const string Identifier = Dct + "identifier";
    public const string Publisher = Dct + "publisher";
    public const string Creator = Dct + "creator";
    public const string ContactPoint = Dcat + "contactPoint";
    public const string Licence = Dct + "license";
    public const string Rights = Dct + "rights";
    public const string AccessRights = Dct + "accessRights";
    public const string Theme = Dcat + "theme";
    public const string ResourceType = Dct + "type";
    public const string Keyword = Dcat + "keyword";
    public const string Language = Dct + "language";
    public const string Spatial = Dct + "spatial";
    public const string Temporal = Dct + "temporal";
    public const string Frequency = Dct + "accrualPeriodicity";
    public const string Issued = Dct + "issued";
    public const string Modified = Dct + "modified";
    public const string ConformsTo = Dct + "conformsTo";
    public const string LandingPage = Dcat + "landingPage";
    public const string Relation = Dct + "relation";
    public const string IsReferencedBy = Dct + "isReferencedBy";
    public const string Provenance = Dct + "provenance";
    public const string HasPolicy = Odrl + "hasPolicy";
    public const string Homepage = Foaf + "homepage";
    public const string Name = Foaf + "name";
    public const string Label = Rdfs + "label";
    public const string PrefLabel = Skos + "prefLabel";

    // Versions and series.
    public const string Version = Dcat + "version";
    public const string VersionInfo = Owl + "versionInfo";
    public const string PreviousVersion = Dcat + "previousVersion";
    public const string HasVersion = Dcat + "hasVersion";
    public const string HasVersionDct = Dct + "hasVersion";
    public const string HasCurrentVersion = Dcat + "hasCurrentVersion";
    public const string IsVersionOf = Dcat + "isVersionOf";
    public const string IsVersionOfDct = Dct + "isVersionOf";
    public const string VersionNotes = Adms + "versionNotes";
    public const string InSeries = Dcat + "inSeries";
    public const string SeriesMember = Dcat + "seriesMember";
    public const string Previous = Dcat + "prev";
    public const string Next = Dcat + "next";
    public const string First = Dcat + "first";
    public const string Last = Dcat + "last";

    // Provenance and quality.
    public const string QualifiedAttribution = Prov + "qualifiedAttribution";
    public const string AttributedAgent = Prov + "agent";
    public const string HadRole = Dcat + "hadRole";
    public const string WasGeneratedBy = Prov + "wasGeneratedBy";
    public const string WasDerivedFrom = Prov + "wasDerivedFrom";
    public const string HasMeasurement = Dqv + "hasQualityMeasurement";
    public const string MeasurementOf = Dqv + "isMeasurementOf";
    public const string MeasuredValue = Dqv + "value";
    public const string ComputedOn = Dqv + "computedOn";
    public const string GeneratedAt = Prov + "generatedAtTime";
    public const string Unit = SdmxAttribute + "unitMeasure";

    // Catalogues, distributions, services.
    public const string Dataset = Dcat + "dataset";
    public const string Service = Dcat + "service";
    public const string Record = Dcat + "record";
    public const string NestedCatalog = Dcat + "catalog";
    public const string ThemeTaxonomy = Dcat + "themeTaxonomy";
    public const string PrimaryTopic = Foaf + "primaryTopic";
    public const string Distribution = Dcat + "distribution";
    public const string AccessUrl = Dcat + "accessURL";
    public const string DownloadUrl = Dcat + "downloadURL";
    public const string AccessService = Dcat + "accessService";
    public const string MediaType = Dcat + "mediaType";
    public const string CompressFormat = Dcat + "compressFormat";
    public const string PackageFormat = Dcat + "packageFormat";
    public const string Format = Dct + "format";
    public const string ByteSize = Dcat + "byteSize";
    public const string Checksum = Spdx + "checksum";
    public const string Algorithm = Spdx + "algorithm";
    public const string ChecksumValue = Spdx + "checksumValue";
    public const string Availability = DcatAp + "availability";
    public const string EndpointUrl = Dcat + "endpointURL";
    public const string EndpointDescription = Dcat + "endpointDescription";
    public const string ServesDataset = Dcat + "servesDataset";
    public const string StartDate = Dcat + "startDate";
    public const string EndDate = Dcat + "endDate";
    public const string BoundingBox = Dcat + "bbox";
    public const string Centroid = Dcat + "centroid";
    public const string Geometry = Locn + "geometry";
    public const string FullName = VCard + "fn";
    public const string Email = VCard + "hasEmail";
    public const string Telephone = VCard + "hasTelephone";
    public const string ContactPage = VCard + "hasURL";
}
