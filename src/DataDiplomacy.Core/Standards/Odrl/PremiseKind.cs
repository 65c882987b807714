namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>What a rule demands of a request (compliance report model of the ODRL test suite, premiseReport, 2025).</summary>
public enum PremiseKind
{
    /// <summary>The asset is one of the rule.</summary>
    Target,

    /// <summary>The party that asks is an assignee of the rule.</summary>
    Party,

    /// <summary>The party asked is an assigner of the rule.</summary>
    Assigner,

    /// <summary>The action is a case of the rule's action.</summary>
    Action,

    /// <summary>A constraint of the rule.</summary>
    Constraint
}
