namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>The terms of data derived from several inputs. Each list is in the order of policy, rule, and text; what two policies say is there twice.</summary>
public sealed record InheritedTerms
{
    /// <summary>What must be done: obligations, and duties of permissions.</summary>
    public required IReadOnlyList<InheritedRule> Obligations { get; init; }

    /// <summary>What must not be done.</summary>
    public required IReadOnlyList<InheritedRule> Prohibitions { get; init; }

    /// <summary>The limits of what may be done.</summary>
    public required IReadOnlyList<InheritedConstraint> Constraints { get; init; }

    /// <summary>What cannot be kept together; at most <see cref="PolicyInheritance.MaxConflicts" />.</summary>
    public required IReadOnlyList<InheritanceConflict> Conflicts { get; init; }
}
