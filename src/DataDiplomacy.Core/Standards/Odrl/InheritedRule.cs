namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>A prohibition or duty that derived data take over, and where it comes from.</summary>
public sealed record InheritedRule
{
    /// <summary>The uid of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>The <see cref="OdrlRule.Key" /> of the rule of the policy: the rule itself, or the permission whose duty it is.</summary>
    public required string From { get; init; }

    /// <summary>The rule, with the targets and parties it takes from the policy.</summary>
    public required OdrlRule Rule { get; init; }
}
