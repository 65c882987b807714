namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>What an agent is (FOAF 0.99, 2014; PROV-O, 2013).</summary>
public enum AgentKind
{
    /// <summary>Not said: <c>foaf:Agent</c>.</summary>
    Agent,

    /// <summary>An organisation: <c>foaf:Organization</c>.</summary>
    Organization,

    /// <summary>A person: <c>foaf:Person</c>.</summary>
    Person,

    /// <summary>A program: <c>prov:SoftwareAgent</c>.</summary>
    Software,
}

/// <summary>Who publishes, creates or answers for a resource (DCAT 3, 6.11 and 6.12, 2024; DCAT-AP 3.0.1, Agent).</summary>
public sealed record Agent
{
    /// <summary>IRI; null for one that is known by name only.</summary>
    public string? Iri { get; init; }

    /// <summary>What it is.</summary>
    public AgentKind Kind { get; init; }

    /// <summary>Names by language. An agent without a name is written as a link alone, as DCAT-AP asks for a name of each one that is described.</summary>
    public IReadOnlyList<LocalizedText> Names { get; init; } = [];

    /// <summary>The kind of publisher, as a concept such as those of the ADMS vocabulary; null when not said.</summary>
    public LabelledResource? Type { get; init; }

    /// <summary>Address of its page; null without one.</summary>
    public string? Homepage { get; init; }
}

/// <summary>An agent's part in a resource beside publishing and creating it (DCAT 3, 15.1 "Relationships between datasets and agents", 2024).</summary>
public sealed record Attribution
{
    /// <summary>IRI; null without one.</summary>
    public string? Iri { get; init; }

    /// <summary>Who; null in imports that do not say.</summary>
    public required Agent? Agent { get; init; }

    /// <summary>IRI of the role, such as those of ISO 19115 CI_RoleCode; null when not said.</summary>
    public string? Role { get; init; }
}

/// <summary>Where questions about a resource go (DCAT 3, 6.4.2 "contact point", 2024; vCard Ontology, 2014).</summary>
public sealed record ContactPoint
{
    /// <summary>IRI; null without one.</summary>
    public string? Iri { get; init; }

    /// <summary>What is reached: an organisation, a person, or not said.</summary>
    public AgentKind Kind { get; init; }

    /// <summary>Names by language.</summary>
    public IReadOnlyList<LocalizedText> Names { get; init; } = [];

    /// <summary>Address of mail with <c>mailto:</c>; null without one.</summary>
    public string? Email { get; init; }

    /// <summary>Number with <c>tel:</c>; null without one.</summary>
    public string? Telephone { get; init; }

    /// <summary>Address of a page or form; null without one.</summary>
    public string? Page { get; init; }
}
