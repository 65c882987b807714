namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>The elements and relations of PROV-DM (W3C Recommendation, 2013, section 5) and of PROV-Links (W3C Note, 2013).</summary>
public enum ProvKind
{
    /// <summary>A thing with some fixed aspects (5.1.1).</summary>
    Entity,

    /// <summary>Something that occurs over a period of time and acts upon or with entities (5.1.2).</summary>
    Activity,

    /// <summary>Something that bears responsibility for an activity, an entity or another agent (5.3.1).</summary>
    Agent,

    /// <summary>The completion of the production of an entity by an activity (5.1.3).</summary>
    Generation,

    /// <summary>The beginning of the use of an entity by an activity (5.1.4).</summary>
    Usage,

    /// <summary>The exchange of some unspecified entity by two activities (5.1.5).</summary>
    Communication,

    /// <summary>An activity is deemed to have been started by an entity, the trigger (5.1.6).</summary>
    Start,

    /// <summary>An activity is deemed to have been ended by an entity, the trigger (5.1.7).</summary>
    End,

    /// <summary>The start of the destruction, cessation or expiry of an entity by an activity (5.1.8).</summary>
    Invalidation,

    /// <summary>A transformation of an entity into another, an update or a construction (5.2.1); revisions, quotations and primary sources are typed derivations.</summary>
    Derivation,

    /// <summary>The ascribing of an entity to an agent (5.3.2).</summary>
    Attribution,

    /// <summary>The assignment of responsibility to an agent for an activity, perhaps by a plan (5.3.3).</summary>
    Association,

    /// <summary>The assignment of authority to an agent to act for another (5.3.4).</summary>
    Delegation,

    /// <summary>The capacity of one thing to have an effect on another (5.3.5).</summary>
    Influence,

    /// <summary>Two entities present aspects of the same thing (5.5.2).</summary>
    Alternate,

    /// <summary>An entity that shares all aspects of another and is more specific (5.5.1).</summary>
    Specialization,

    /// <summary>An entity is a member of a collection (5.6.2).</summary>
    Membership,

    /// <summary>A specialization of an entity as another bundle describes it (PROV-Links, section 3).</summary>
    Mention,
}
