namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>Roles of agents by the code list of ISO 19115, CI_RoleCode, which DCAT 3 recommends for <c>dcat:hadRole</c> (usage note of the property, 2024).</summary>
public static class AgentRoles
{
    /// <summary>What the IRIs of the codes begin with, as that note names them.</summary>
    public const string Iso19115 = "http://registry.it.csiro.au/def/isotc211/CI_RoleCode/";

    /// <summary>Who answers for the data and keeps them in order.</summary>
    public const string Custodian = "custodian";

    /// <summary>Who pays for them (ISO 19115-1:2014).</summary>
    public const string Funder = "funder";
}
