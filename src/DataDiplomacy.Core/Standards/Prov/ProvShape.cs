using System.Collections.Frozen;

namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>What an argument of a statement names.</summary>
public enum ProvRole
{
    /// <summary>An entity.</summary>
    Entity,

    /// <summary>A collection, which is an entity.</summary>
    Collection,

    /// <summary>An activity.</summary>
    Activity,

    /// <summary>An agent.</summary>
    Agent,

    /// <summary>An entity, an activity or an agent.</summary>
    Any,

    /// <summary>A generation, by its identifier.</summary>
    Generation,

    /// <summary>A usage, by its identifier.</summary>
    Usage,

    /// <summary>A bundle.</summary>
    Bundle,

    /// <summary>An instant, as <c>xsd:dateTime</c>.</summary>
    Time,
}

/// <summary>What a statement without this argument means (PROV-CONSTRAINTS, W3C Recommendation 2013, section 4.1: placeholders).</summary>
public enum ProvAbsence
{
    /// <summary>Something that is not known: an existential variable.</summary>
    Unknown,

    /// <summary>Nothing: the plan of an association, the activity of a derivation.</summary>
    None,

    /// <summary>The statement is not well formed without it.</summary>
    Refused,
}

/// <summary>One argument of a kind of statements.</summary>
/// <param name="JsonName">Its key in PROV-JSON, such as <c>prov:activity</c>.</param>
/// <param name="Role">What it names.</param>
/// <param name="Absence">What its absence means.</param>
public sealed record ProvArgument(string JsonName, ProvRole Role, ProvAbsence Absence = ProvAbsence.Unknown);

/// <summary>
/// How a kind of statements is written: in PROV-JSON (W3C Member Submission, 2013) by the keys of its arguments,
/// in PROV-N (W3C Recommendation, 2013, section 3) by their order.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">Its name in both notations.</param>
/// <param name="Arguments">The arguments in the order of PROV-N.</param>
public sealed record ProvShape(ProvKind Kind, string Name, IReadOnlyList<ProvArgument> Arguments)
{
    private static readonly ProvShape[] All =
    [
        new(ProvKind.Entity, "entity", []),
        new(ProvKind.Activity, "activity", [new("prov:startTime", ProvRole.Time), new("prov:endTime", ProvRole.Time)]),
        new(ProvKind.Agent, "agent", []),
        new(ProvKind.Generation, "wasGeneratedBy", [new("prov:entity", ProvRole.Entity), new("prov:activity", ProvRole.Activity), new("prov:time", ProvRole.Time)]),
        new(ProvKind.Usage, "used", [new("prov:activity", ProvRole.Activity), new("prov:entity", ProvRole.Entity), new("prov:time", ProvRole.Time)]),
        new(ProvKind.Communication, "wasInformedBy", [new("prov:informed", ProvRole.Activity), new("prov:informant", ProvRole.Activity)]),
        new(ProvKind.Start, "wasStartedBy", [new("prov:activity", ProvRole.Activity), new("prov:trigger", ProvRole.Entity), new("prov:starter", ProvRole.Activity), new("prov:time", ProvRole.Time)]),
        new(ProvKind.End, "wasEndedBy", [new("prov:activity", ProvRole.Activity), new("prov:trigger", ProvRole.Entity), new("prov:ender", ProvRole.Activity), new("prov:time", ProvRole.Time)]),
        new(ProvKind.Invalidation, "wasInvalidatedBy", [new("prov:entity", ProvRole.Entity), new("prov:activity", ProvRole.Activity), new("prov:time", ProvRole.Time)]),
        new(ProvKind.Derivation, "wasDerivedFrom", [
            new("prov:generatedEntity", ProvRole.Entity), new("prov:usedEntity", ProvRole.Entity), new("prov:activity", ProvRole.Activity, ProvAbsence.None),
            new("prov:generation", ProvRole.Generation), new("prov:usage", ProvRole.Usage)]),
        new(ProvKind.Attribution, "wasAttributedTo", [new("prov:entity", ProvRole.Entity), new("prov:agent", ProvRole.Agent)]),
        new(ProvKind.Association, "wasAssociatedWith", [new("prov:activity", ProvRole.Activity), new("prov:agent", ProvRole.Agent), new("prov:plan", ProvRole.Entity, ProvAbsence.None)]),
        new(ProvKind.Delegation, "actedOnBehalfOf", [new("prov:delegate", ProvRole.Agent), new("prov:responsible", ProvRole.Agent), new("prov:activity", ProvRole.Activity)]),
        new(ProvKind.Influence, "wasInfluencedBy", [new("prov:influencee", ProvRole.Any), new("prov:influencer", ProvRole.Any)]),
        new(ProvKind.Alternate, "alternateOf", [new("prov:alternate1", ProvRole.Entity, ProvAbsence.Refused), new("prov:alternate2", ProvRole.Entity, ProvAbsence.Refused)]),
        new(ProvKind.Specialization, "specializationOf", [new("prov:specificEntity", ProvRole.Entity, ProvAbsence.Refused), new("prov:generalEntity", ProvRole.Entity, ProvAbsence.Refused)]),
        new(ProvKind.Membership, "hadMember", [new("prov:collection", ProvRole.Collection, ProvAbsence.Refused), new("prov:entity", ProvRole.Entity, ProvAbsence.Refused)]),
        new(ProvKind.Mention, "mentionOf", [
            new("prov:specificEntity", ProvRole.Entity, ProvAbsence.Refused), new("prov:generalEntity", ProvRole.Entity, ProvAbsence.Refused),
            new("prov:bundle", ProvRole.Bundle, ProvAbsence.Refused)]),
    ];

    private static readonly FrozenDictionary<string, ProvShape> ByName = All.ToFrozenDictionary(shape => shape.Name, StringComparer.Ordinal);

    /// <summary>The names of all kinds, in the order of PROV-DM.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(shape => shape.Name)];

    /// <summary>Whether statements of this kind declare an entity, an activity or an agent.</summary>
    public bool IsElement => Kind is ProvKind.Entity or ProvKind.Activity or ProvKind.Agent;

    /// <summary>Whether PROV-DM gives the relation an identifier and attributes; the others have neither in PROV-N.</summary>
    public bool HasIdentifier => Kind is not (ProvKind.Alternate or ProvKind.Specialization or ProvKind.Membership or ProvKind.Mention);

    /// <summary>Whether PROV-DM (W3C Recommendation, 2013, section 5) has no such relation without the argument at this place: what it is about always, and mostly the other thing.</summary>
    public bool Requires(int argument) => !IsElement && (argument == 0 || Arguments[argument].Absence == ProvAbsence.Refused || argument == 1 && !LeavesOtherOpen);

    /// <summary>How statements of a kind are written.</summary>
    public static ProvShape Of(ProvKind kind) => All[(int)kind];

    /// <summary>The kind with this name, or null.</summary>
    public static ProvShape? Named(string name) => ByName.GetValueOrDefault(name);

    private bool LeavesOtherOpen => Kind is ProvKind.Generation or ProvKind.Usage or ProvKind.Start or ProvKind.End or ProvKind.Invalidation or ProvKind.Association;
}
