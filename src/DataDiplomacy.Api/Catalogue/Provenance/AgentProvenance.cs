using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>How agents, their roles and delegations are stated. Notes are not: they may be about persons, and the graph keeps what it once held.</summary>
internal static class AgentProvenance
{
    private const string Terms = "ns#";

    public static string IriOf(AgentRole role) => string.Create(CultureInfo.InvariantCulture, $"{ProvenanceIris.Dataset(role.DatasetId)}/roles/{role.Id}");

    public static string IriOf(AgentDelegation delegation) => string.Create(CultureInfo.InvariantCulture, $"{ProvenanceIris.Agent(delegation.AgentId)}/acts-for/{delegation.Id}");

    public static ProvStatement Of(Agent agent) => ProvStatement.Element(ProvKind.Agent, ProvenanceIris.Agent(agent.Id),
        new ProvAttribute(ProvNames.Label, new ProvValue(agent.Name)),
        new ProvAttribute(ProvNames.Type, ProvValue.Name(agent.Kind switch
        {
            AgentKind.Person => ProvNames.Prov + "Person",
            AgentKind.Software => ProvNames.Prov + "SoftwareAgent",
            _ => ProvNames.Prov + "Organization",
        })),
        new ProvAttribute(Terms + "agentKind", new ProvValue(WireNames.Of(agent.Kind))));

    public static ProvStatement Of(AgentRole role)
    {
        var data = role.VersionNumber is { } number ? ProvenanceIris.Version(role.DatasetId, number) : ProvenanceIris.Dataset(role.DatasetId);
        return ProvStatement.Relation(ProvKind.Attribution, IriOf(role), data, ProvenanceIris.Agent(role.AgentId)) with
        {
            Attributes = [new ProvAttribute(ProvNames.Role, new ProvValue(WireNames.Of(role.Function))), .. Days(role.ValidFrom, role.ValidTo)],
        };
    }

    public static ProvStatement Of(AgentDelegation delegation) =>
        ProvStatement.Relation(ProvKind.Delegation, IriOf(delegation), ProvenanceIris.Agent(delegation.AgentId), ProvenanceIris.Agent(delegation.ResponsibleId)) with
        {
            Attributes = [.. Days(delegation.ValidFrom, delegation.ValidTo)],
        };

    /// <summary>Whether an attribution or delegation held on a day; what names no days, or none that can be read, is not known to have ended.</summary>
    public static bool IsValid(ProvStatement statement, DateOnly day) =>
        !(DayOf(statement, "validFrom") > day) && !(DayOf(statement, "validTo") < day);

    private static DateOnly? DayOf(ProvStatement statement, string name) => Instants.DayOf(statement.Attributes.FirstOrDefault(a => a.Name == Terms + name)?.Value.Text);

    private static IEnumerable<ProvAttribute> Days(DateOnly? from, DateOnly? to)
    {
        if (from is { } first) yield return Day("validFrom", first);
        if (to is { } last) yield return Day("validTo", last);
    }

    private static ProvAttribute Day(string name, DateOnly day) => new(Terms + name, new ProvValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ProvNames.Xsd + "date"));
}
