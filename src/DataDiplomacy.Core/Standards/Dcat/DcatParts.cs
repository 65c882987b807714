using System.Globalization;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>What hangs on the entries of a catalogue: agents, contacts, coverage, measurements and distributions.</summary>
internal sealed class DcatParts(DcatStatements statements)
{
    public void Agent(RdfTerm subject, string predicate, Agent? agent)
    {
        if (agent is null || !statements.IsNew(subject, predicate, agent, agent.Iri, Iris.AgentClass, out var node)) return;
        // DCAT-AP 3.0.1 (Agent, name) asks for a name of whatever is called an agent.
        if (agent.Names.Count > 0) statements.Type(node, Iris.AgentClass);
        if (ClassOf(agent.Kind) is { } type) statements.Type(node, type);
        statements.Texts(node, Iris.Name, agent.Names);
        statements.Labelled(node, Iris.ResourceType, agent.Type, Iris.ConceptClass);
        statements.Link(node, Iris.Homepage, agent.Homepage, Iris.DocumentClass);
    }

    public void Attribution(RdfTerm subject, Attribution attribution)
    {
        var node = statements.Node(attribution.Iri);
        statements.Add(subject, Iris.QualifiedAttribution, node);
        statements.Type(node, Iris.AttributionClass);
        Agent(node, Iris.AttributedAgent, attribution.Agent);
        statements.Link(node, Iris.HadRole, attribution.Role, Iris.RoleClass);
    }

    public void Contact(RdfTerm subject, ContactPoint contact)
    {
        if (!statements.IsNew(subject, Iris.ContactPoint, contact, contact.Iri, Iris.VCardKind, out var node)) return;
        statements.Type(node, Iris.VCardKind);
        if (contact.Kind == AgentKind.Organization) statements.Type(node, Iris.VCardOrganization);
        if (contact.Kind == AgentKind.Person) statements.Type(node, Iris.VCardIndividual);
        statements.Texts(node, Iris.FullName, contact.Names);
        statements.Link(node, Iris.Email, contact.Email);
        statements.Link(node, Iris.Telephone, contact.Telephone);
        statements.Link(node, Iris.ContactPage, contact.Page);
    }

    public void Location(RdfTerm subject, Location location)
    {
        if (!statements.IsNew(subject, Iris.Spatial, location, location.Iri, Iris.LocationClass, out var node)) return;
        statements.Type(node, Iris.LocationClass);
        statements.Texts(node, Iris.Label, location.Labels);
        statements.Add(node, Iris.BoundingBox, location.BoundingBox);
        statements.Add(node, Iris.Centroid, location.Centroid);
        statements.Add(node, Iris.Geometry, location.Geometry);
    }

    public void Period(RdfTerm subject, PeriodOfTime period)
    {
        var node = statements.Node(period.Iri);
        statements.Add(subject, Iris.Temporal, node);
        statements.Type(node, Iris.PeriodClass);
        statements.Date(node, Iris.StartDate, period.Start);
        statements.Date(node, Iris.EndDate, period.End);
    }

    public void Measurement(RdfTerm subject, QualityMeasurement measurement)
    {
        var node = statements.Node(measurement.Iri);
        statements.Add(subject, Iris.HasMeasurement, node);
        statements.Type(node, Iris.MeasurementClass);
        statements.Add(node, Iris.ComputedOn, measurement.ComputedOn is { } target ? RdfTerm.Iri(target) : subject);
        statements.Link(node, Iris.MeasurementOf, measurement.Metric);
        statements.Add(node, Iris.MeasuredValue, measurement.Value);
        statements.Link(node, Iris.Unit, measurement.Unit);
        statements.Date(node, Iris.GeneratedAt, measurement.GeneratedAt);
    }

    public void Distribution(RdfTerm? dataset, Distribution distribution)
    {
        if (!statements.IsNew(dataset, Iris.Distribution, distribution, distribution.Iri, Iris.DistributionClass, out var node)) return;
        statements.Type(node, Iris.DistributionClass);
        statements.Texts(node, Iris.Title, distribution.Titles);
        statements.Texts(node, Iris.Description, distribution.Descriptions);
        statements.Links(node, Iris.AccessUrl, distribution.AccessUrls);
        statements.Links(node, Iris.DownloadUrl, distribution.DownloadUrls);
        statements.Links(node, Iris.AccessService, distribution.AccessServices);
        statements.Link(node, Iris.MediaType, distribution.MediaType, Iris.MediaTypeClass);
        statements.Labelled(node, Iris.Format, distribution.Format, Iris.FormatClass);
        statements.Link(node, Iris.CompressFormat, distribution.CompressFormat, Iris.MediaTypeClass);
        statements.Link(node, Iris.PackageFormat, distribution.PackageFormat, Iris.MediaTypeClass);
        if (distribution.ByteSize is { } size) statements.Add(node, Iris.ByteSize, RdfTerm.Literal(size.ToString(CultureInfo.InvariantCulture), Iris.Xsd + "nonNegativeInteger"));
        Checksum(node, distribution.Checksum);
        Terms(node, distribution);
    }

    private void Terms(RdfTerm node, Distribution distribution)
    {
        statements.Labelled(node, Iris.Licence, distribution.Licence, Iris.LicenceClass);
        statements.Labelled(node, Iris.Rights, distribution.Rights, Iris.RightsClass);
        statements.Labelled(node, Iris.AccessRights, distribution.AccessRights, Iris.RightsClass);
        statements.Labelled(node, Iris.Availability, distribution.Availability, Iris.ConceptClass);
        statements.Labelled(node, Iris.ConformsTo, distribution.ConformsTo, Iris.StandardClass);
        statements.Link(node, Iris.HasPolicy, distribution.Policy, Iris.PolicyClass);
        statements.Date(node, Iris.Issued, distribution.Issued);
        statements.Date(node, Iris.Modified, distribution.Modified);
    }

    private void Checksum(RdfTerm distribution, Checksum? checksum)
    {
        if (checksum is null) return;
        var node = statements.Node(checksum.Iri);
        statements.Add(distribution, Iris.Checksum, node);
        statements.Type(node, Iris.ChecksumClass);
        statements.Link(node, Iris.Algorithm, checksum.Algorithm, Iris.AlgorithmClass);
        if (checksum.Value.Length > 0) statements.Add(node, Iris.ChecksumValue, RdfTerm.Literal(checksum.Value, Iris.Xsd + "hexBinary"));
    }

    private static string? ClassOf(AgentKind kind) => kind switch
    {
        AgentKind.Organization => Iris.OrganizationClass,
        AgentKind.Person => Iris.PersonClass,
        AgentKind.Software => Iris.SoftwareClass,
        _ => null,
    };
}
