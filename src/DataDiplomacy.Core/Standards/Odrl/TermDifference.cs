namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>One difference between two policies.</summary>
public sealed record TermDifference
{
    /// <summary>Added, removed or changed.</summary>
    public required TermChange Change { get; init; }

    /// <summary>The kind of the rule it is in; null for terms of the policy itself.</summary>
    public OdrlRuleKind? Kind { get; init; }

    /// <summary>The <see cref="OdrlRule.Key" /> of the rule, in the older policy unless only the newer has it; null for terms of the policy itself.</summary>
    public string? Rule { get; init; }

    /// <summary>Which term: "action", "constraint dateTime", "duty inform", "duty inform: constraint dateTime", or "permission" for a whole rule.</summary>
    public required string Term { get; init; }

    /// <summary>The value in the older policy, as text or canonical JSON; null if added.</summary>
    public string? Old { get; init; }

    /// <summary>The value in the newer policy, as text or canonical JSON; null if removed.</summary>
    public string? New { get; init; }

    /// <summary>What it means for the consumer.</summary>
    public required TermEffect Effect { get; init; }
}
