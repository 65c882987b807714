namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Terms of two inputs that cannot be kept together.</summary>
public sealed record InheritanceConflict
{
    /// <summary>Why not.</summary>
    public required InheritanceConflictKind Kind { get; init; }

    /// <summary>The uid of the policy that permits or demands.</summary>
    public required string Policy { get; init; }

    /// <summary>The <see cref="OdrlRule.Key" /> of its rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The uid of the policy it conflicts with.</summary>
    public required string OtherPolicy { get; init; }

    /// <summary>The <see cref="OdrlRule.Key" /> of the rule it conflicts with; null where the rule is missing.</summary>
    public string? OtherRule { get; init; }

    /// <summary>The conflict in one sentence.</summary>
    public required string Sentence { get; init; }
}
