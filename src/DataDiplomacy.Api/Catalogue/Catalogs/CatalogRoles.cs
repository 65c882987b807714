using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Dcat;
using Agent = DataDiplomacy.Core.Standards.Dcat.Agent;
using AgentKind = DataDiplomacy.Core.Catalogue.AgentKind;
using DcatKind = DataDiplomacy.Core.Standards.Dcat.AgentKind;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>
/// What agents are to a data set, as qualified attributions (DCAT 3, "Relationships between datasets and agents", 2024). Roles are codes of
/// ISO 19115 CI_RoleCode, as DCAT recommends, where one means the same; the others are terms of this server.
/// </summary>
internal static class CatalogRoles
{
    /// <summary>The attributions. That data are about a person is not told to whoever harvests.</summary>
    public static IReadOnlyList<Attribution> Of(IEnumerable<AgentRoleView> roles, ProvenanceIris iris, string language) =>
        [.. roles.Where(r => r is not { Role: AgentFunction.Subject, AgentKind: AgentKind.Person }).Select(r => new Attribution
        {
            Agent = new Agent { Iri = iris.Base + ProvenanceIris.Agent(r.Agent), Kind = KindOf(r.AgentKind), Names = [new LocalizedText(r.AgentName, language)] },
            Role = CodeOf(r.Role) is { } code ? AgentRoles.Iso19115 + code : iris.Terms + WireNames.Of(r.Role),
        })];

    private static string? CodeOf(AgentFunction role) => role switch
    {
        AgentFunction.Manager => AgentRoles.Custodian,
        AgentFunction.Owner => "owner",
        AgentFunction.Funder => AgentRoles.Funder,
        AgentFunction.Processor => "processor",
        AgentFunction.Publisher => "publisher",
        _ => null,
    };

    // A community is no organisation that anybody registered.
    private static DcatKind KindOf(AgentKind kind) => kind switch
    {
        AgentKind.Person => DcatKind.Person,
        AgentKind.Software => DcatKind.Software,
        AgentKind.Community or AgentKind.Public => DcatKind.Agent,
        _ => DcatKind.Organization,
    };
}
