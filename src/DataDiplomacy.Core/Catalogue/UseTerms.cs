namespace DataDiplomacy.Core.Catalogue;

/// <summary>By which way data were read.</summary>
public enum UseChannel
{
    /// <summary>An answer of the REST door to be read by a program or at a desk.</summary>
    Api,

    /// <summary>A file: CSV or NDJSON.</summary>
    Download,

    /// <summary>The GraphQL door.</summary>
    Graphql,

    /// <summary>A picture to be put into a page.</summary>
    Embed,

    /// <summary>The SDMX door.</summary>
    Sdmx,
}

/// <summary>What a caller said that data are read for. A closed list, so that nobody is known by what they write here.</summary>
public enum UsePurpose
{
    /// <summary>The caller said nothing.</summary>
    Undeclared,

    /// <summary>Scientific work.</summary>
    Research,

    /// <summary>Making official statistics.</summary>
    OfficialStatistics,

    /// <summary>Making or reviewing policy.</summary>
    PolicyMaking,

    /// <summary>Negotiation and mediation between parties.</summary>
    Diplomacy,

    /// <summary>Reporting to the public.</summary>
    Journalism,

    /// <summary>Teaching and learning.</summary>
    Education,

    /// <summary>Help for people in need.</summary>
    Humanitarian,

    /// <summary>Proceedings before a court or tribunal.</summary>
    Judicial,

    /// <summary>Business.</summary>
    Commercial,

    /// <summary>For oneself.</summary>
    Personal,

    /// <summary>None of the others.</summary>
    Other,
}

/// <summary>Of what kind a caller is; nothing finer is ever counted.</summary>
public enum UseCallerKind
{
    /// <summary>Without a key or token.</summary>
    Anonymous,

    /// <summary>With one.</summary>
    Key,
}
