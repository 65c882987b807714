using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>Reads what hangs on the entries of a catalogue: agents, contacts, coverage, measurements and distributions.</summary>
internal sealed class DcatPartReader(DcatSource source, IReadOnlyDictionary<RdfTerm, DcatNodeKind> kinds)
{
    // Thousands of entries may refer to one node; each is read once, so that reading stays in proportion to the graph.
    private readonly Dictionary<RdfTerm, Agent> _agents = [];
    private readonly Dictionary<RdfTerm, ContactPoint> _contacts = [];
    private readonly Dictionary<RdfTerm, LabelledResource> _labelled = [];
    private readonly Dictionary<RdfTerm, Location> _locations = [];
    private readonly Dictionary<RdfTerm, Distribution> _distributions = [];

    public Agent Agent(RdfTerm node) => _agents.TryGetValue(node, out var read) ? read : _agents[node] = NewAgent(node);

    public ContactPoint Contact(RdfTerm node) => _contacts.TryGetValue(node, out var read) ? read : _contacts[node] = NewContact(node);

    private Location Location(RdfTerm node) => _locations.TryGetValue(node, out var read) ? read : _locations[node] = NewLocation(node);

    public Distribution Distribution(RdfTerm node) => _distributions.TryGetValue(node, out var read) ? read : _distributions[node] = NewDistribution(node);

    private Agent NewAgent(RdfTerm node)
    {
        source.Type(node, Iris.AgentClass, Iris.OrganizationClass, Iris.PersonClass, Iris.SoftwareClass, Iris.Prov + "Agent", Iris.Prov + "Organization", Iris.Prov + "Person",
            Iris.SchemaOrg + "Organization", Iris.SchemaOrgSecure + "Organization", Iris.SchemaOrg + "Person", Iris.SchemaOrgSecure + "Person");
        return new()
        {
            Iri = IriOf(node),
            Kind = KindOf(node),
            Names = source.Texts(node, Iris.Name, Iris.Label, Iris.PrefLabel, Iris.SchemaOrg + "name", Iris.SchemaOrgSecure + "name"),
            Type = Labelled(node, Iris.ConceptClass, Iris.ResourceType).FirstOrDefault(),
            Homepage = source.LinkTo(Iris.DocumentClass, node, Iris.Homepage, Iris.SchemaOrg + "url", Iris.SchemaOrgSecure + "url"),
        };
    }

    /// <summary>Agents by node; a text in their place is taken for the name.</summary>
    public List<Agent> Agents(RdfTerm node, params ReadOnlySpan<string> predicates) =>
        [.. source.Nodes(node, predicates).Select(Agent), .. source.Texts(node, predicates).Select(text => new Agent { Names = [text] })];

    /// <summary>One such agent; the next ones stay in the graph.</summary>
    public Agent? AgentOne(RdfTerm node, params ReadOnlySpan<string> predicates)
    {
        if (source.Node(node, predicates) is { } agent) return Agent(agent);
        return source.String(node, predicates) is { } name ? new() { Names = [new(name, null)] } : null;
    }

    /// <summary>Places by node; a text in their place is taken for the name.</summary>
    public List<Location> Locations(RdfTerm node) =>
        [.. source.Nodes(node, Iris.Spatial).Select(Location), .. source.Texts(node, Iris.Spatial).Select(text => new Location { Labels = [text] })];

    public Attribution Attribution(RdfTerm node)
    {
        source.Type(node, Iris.AttributionClass);
        return new()
        {
            Iri = IriOf(node),
            Agent = source.Node(node, Iris.AttributedAgent) is { } agent ? Agent(agent) : null,
            Role = source.LinkTo(Iris.RoleClass, node, Iris.HadRole, Iris.Prov + "hadRole"),
        };
    }

    private ContactPoint NewContact(RdfTerm node)
    {
        source.Type(node, Iris.VCardKind, Iris.VCardOrganization, Iris.VCardIndividual);
        return new()
        {
            Iri = IriOf(node),
            Kind = source.Has(node, Iris.VCardOrganization) ? AgentKind.Organization : source.Has(node, Iris.VCardIndividual) ? AgentKind.Person : AgentKind.Agent,
            Names = source.Texts(node, Iris.FullName),
            Email = source.Link(node, Iris.Email, Iris.VCard + "email"),
            Telephone = source.Link(node, Iris.Telephone),
            Page = source.Link(node, Iris.ContactPage),
        };
    }

    /// <summary>Things by address, by name, or both; a text in their place is taken for the name.</summary>
    public List<LabelledResource> Labelled(RdfTerm node, string type, params ReadOnlySpan<string> predicates)
    {
        var found = source.Nodes(node, predicates).ConvertAll(value => Named(value, type));
        foreach (var text in source.Texts(node, predicates))
            found.Add(RdfTerm.IsAbsoluteIri(text.Value) ? LabelledResource.Of(text.Value) : new() { Labels = [text] });
        return found;
    }

    /// <summary>One such thing; the next ones stay in the graph.</summary>
    public LabelledResource? LabelledOne(RdfTerm node, string type, params ReadOnlySpan<string> predicates)
    {
        if (source.Node(node, predicates) is { } value) return Named(value, type);
        if (source.String(node, predicates) is not { } text) return null;
        return RdfTerm.IsAbsoluteIri(text) ? LabelledResource.Of(text) : new() { Labels = [new(text, null)] };
    }

    private Location NewLocation(RdfTerm node)
    {
        source.Type(node, Iris.LocationClass);
        return new()
        {
            Iri = IriOf(node),
            Labels = Labels(node),
            BoundingBox = source.Literal(node, Iris.BoundingBox),
            Centroid = source.Literal(node, Iris.Centroid),
            Geometry = source.Literal(node, Iris.Geometry),
        };
    }

    public PeriodOfTime Period(RdfTerm node)
    {
        source.Type(node, Iris.PeriodClass);
        return new()
        {
            Iri = IriOf(node),
            Start = source.Date(node, Iris.StartDate, Iris.SchemaOrg + "startDate", Iris.SchemaOrgSecure + "startDate"),
            End = source.Date(node, Iris.EndDate, Iris.SchemaOrg + "endDate", Iris.SchemaOrgSecure + "endDate"),
        };
    }

    public QualityMeasurement Measurement(RdfTerm resource, RdfTerm node)
    {
        source.Type(node, Iris.MeasurementClass);
        var target = source.Node(node, each => each.IsIri || each == resource, Iris.ComputedOn);
        return new()
        {
            Iri = IriOf(node),
            Metric = source.Link(node, Iris.MeasurementOf),
            Value = source.Literal(node, Iris.MeasuredValue),
            Unit = source.Link(node, Iris.Unit),
            ComputedOn = target is null || target == resource ? null : IriOf(target),
            GeneratedAt = source.Date(node, Iris.GeneratedAt),
        };
    }

    private Distribution NewDistribution(RdfTerm node)
    {
        source.Type(node, DcatNodeKinds.Classes(DcatNodeKind.Distribution));
        return new()
        {
            Iri = IriOf(node),
            Titles = source.Texts(node, Iris.Title, Iris.SchemaOrg + "name", Iris.SchemaOrgSecure + "name"),
            Descriptions = source.Texts(node, Iris.Description, Iris.SchemaOrg + "description", Iris.SchemaOrgSecure + "description"),
            AccessUrls = source.Links(node, Iris.AccessUrl, Iris.SchemaOrg + "url", Iris.SchemaOrgSecure + "url"),
            DownloadUrls = source.Links(node, Iris.DownloadUrl, Iris.SchemaOrg + "contentUrl", Iris.SchemaOrgSecure + "contentUrl"),
            AccessServices = source.Links(node, Iris.AccessService),
            MediaType = MediaType(node),
            Format = LabelledOne(node, Iris.FormatClass, Iris.Format),
            CompressFormat = source.LinkTo(Iris.MediaTypeClass, node, Iris.CompressFormat),
            PackageFormat = source.LinkTo(Iris.MediaTypeClass, node, Iris.PackageFormat),
            ByteSize = source.Size(node, Iris.ByteSize),
            Checksum = source.Node(node, Iris.Checksum) is { } checksum ? Checksum(checksum) : null,
            Licence = LabelledOne(node, Iris.LicenceClass, Iris.Licence, Iris.SchemaOrg + "license", Iris.SchemaOrgSecure + "license"),
            Rights = LabelledOne(node, Iris.RightsClass, Iris.Rights),
            AccessRights = LabelledOne(node, Iris.RightsClass, Iris.AccessRights),
            Availability = LabelledOne(node, Iris.ConceptClass, Iris.Availability),
            ConformsTo = Labelled(node, Iris.StandardClass, Iris.ConformsTo),
            Policy = source.LinkTo(Iris.PolicyClass, node, Iris.HasPolicy),
            Issued = source.Date(node, Iris.Issued),
            Modified = source.Date(node, Iris.Modified),
        };
    }

    public static string? IriOf(RdfTerm node) => node.IsIri ? node.Value : null;

    private string? MediaType(RdfTerm node)
    {
        string[] predicates = [Iris.MediaType, Iris.SchemaOrg + "encodingFormat", Iris.SchemaOrgSecure + "encodingFormat"];
        if (source.LinkTo(Iris.MediaTypeClass, node, predicates) is { } link) return link;
        return source.String(node, predicates) is { } text && text.Contains('/') ? Dcat.Distribution.MediaTypeIri(text.Split(';')[0].Trim()) : null;
    }

    private Checksum Checksum(RdfTerm node)
    {
        source.Type(node, Iris.ChecksumClass);
        return new(source.LinkTo(Iris.AlgorithmClass, node, Iris.Algorithm), source.String(node, Iris.ChecksumValue) ?? "", IriOf(node));
    }

    private LabelledResource Named(RdfTerm node, string type)
    {
        source.Type(node, type);
        return _labelled.TryGetValue(node, out var read) ? read : _labelled[node] = new() { Iri = IriOf(node), Labels = Labels(node) };
    }

    // An entry keeps its title for itself, also where another refers to it.
    private List<LocalizedText> Labels(RdfTerm node) => kinds.ContainsKey(node) ? [] : source.Texts(node, Iris.PrefLabel, Iris.Label, Iris.Title);

    private AgentKind KindOf(RdfTerm node)
    {
        if (source.Has(node, Iris.OrganizationClass) || source.Has(node, Iris.Prov + "Organization")) return AgentKind.Organization;
        if (source.Has(node, Iris.PersonClass) || source.Has(node, Iris.Prov + "Person")) return AgentKind.Person;
        return source.Has(node, Iris.SoftwareClass) ? AgentKind.Software : AgentKind.Agent;
    }
}
