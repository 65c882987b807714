namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Whether a permission or prohibition is in force for a request (compliance report model of the ODRL test suite, 2025).</summary>
public sealed record RuleReport
{
    /// <summary>The rule, with the targets and parties it takes from the policy.</summary>
    public required OdrlRule Rule { get; init; }

    /// <summary>The <see cref="OdrlRule.Key" /> of the rule as the policy has it.</summary>
    public required string Key { get; init; }

    /// <summary>Whether the rule was put to the test.</summary>
    public required AttemptState Attempt { get; init; }

    /// <summary>Whether the rule is in force.</summary>
    public required ActivationState Activation { get; init; }

    /// <summary>What the rule demands: target, parties, action, constraints, so far as it says them.</summary>
    public required IReadOnlyList<PremiseReport> Premises { get; init; }

    /// <summary>The duties of a permission, or the remedies of a prohibition.</summary>
    public IReadOnlyList<DutyReport> Duties { get; init; } = [];
}
