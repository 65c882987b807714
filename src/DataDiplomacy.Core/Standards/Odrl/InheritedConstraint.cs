namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>A limit of a permission that derived data take over, and where it comes from.</summary>
public sealed record InheritedConstraint
{
    /// <summary>The uid of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>The <see cref="OdrlRule.Key" /> of the permission.</summary>
    public required string From { get; init; }

    /// <summary>The actions which are limited; empty for all.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>The limit: a constraint of the permission, or a refinement of one of its actions.</summary>
    public required OdrlConstraint Constraint { get; init; }
}
