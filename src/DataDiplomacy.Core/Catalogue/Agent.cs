namespace DataDiplomacy.Core.Catalogue;

/// <summary>Who bears responsibility for data, or whom they are about (PROV-DM, section 5.3, 2013).</summary>
public sealed class Agent
{
    private Agent()
    {
    }

    /// <summary>Lower-case slug, unique on this server.</summary>
    public string Id { get; private set; } = "";

    /// <summary>What it is.</summary>
    public AgentKind Kind { get; private set; }

    /// <summary>Name for people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>M49 code of its country; null when it has none or nobody said.</summary>
    public string? Country { get; private set; }

    /// <summary>In which track of diplomacy it takes part.</summary>
    public Track Track { get; private set; }

    /// <summary>How science and diplomacy meet in it.</summary>
    public ScienceDiplomacy ScienceDiplomacy { get; private set; }

    /// <summary>Who may know of it.</summary>
    public Handling Handling { get; private set; }

    /// <summary>When it was registered here, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When its description last changed, UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Counts the changes of its description, from 1; the ETag of the description.</summary>
    public int Revision { get; private set; }

    /// <summary>Registers an agent.</summary>
    public static Agent Register(string id, AgentDescription description, DateTime at)
    {
        var agent = new Agent { Id = id, CreatedAt = at };
        agent.Describe(description, at);
        return agent;
    }

    /// <summary>Replaces the description; the identifier and the roles stay.</summary>
    public void Describe(AgentDescription description, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(description);
        (Kind, Name, Country) = (description.Kind, description.Name, description.Country);
        (Track, ScienceDiplomacy, Handling) = (description.Track, description.ScienceDiplomacy, description.Handling);
        UpdatedAt = at;
        Revision++;
    }
}

/// <summary>What can be said and changed about an agent.</summary>
public sealed record AgentDescription
{
    /// <inheritdoc cref="Agent.Kind"/>
    public required AgentKind Kind { get; init; }

    /// <inheritdoc cref="Agent.Name"/>
    public required string Name { get; init; }

    /// <inheritdoc cref="Agent.Country"/>
    public string? Country { get; init; }

    /// <inheritdoc cref="Agent.Track"/>
    public Track Track { get; init; }

    /// <inheritdoc cref="Agent.ScienceDiplomacy"/>
    public ScienceDiplomacy ScienceDiplomacy { get; init; }

    /// <inheritdoc cref="Agent.Handling"/>
    public required Handling Handling { get; init; }
}
