namespace DataDiplomacy.Core.Standards.Prov.Constraints;

/// <summary>A rule of PROV-CONSTRAINTS that a set of statements breaks.</summary>
public sealed record ProvViolation
{
    /// <summary>
    /// Number of the constraint, <c>22</c> to <c>56</c> (PROV-CONSTRAINTS, W3C Recommendation 2013, section 6);
    /// <c>syntax</c> where an argument is missing without which the statement is not well formed (PROV-N, section 3); <c>clock</c> for a
    /// warning that stated times contradict the order of events, since clocks of several parties differ.
    /// </summary>
    public required string Constraint { get; init; }

    /// <summary>What is in conflict, and why.</summary>
    public required string Message { get; init; }

    /// <summary>The statements in conflict, each in PROV-N.</summary>
    public required IReadOnlyList<string> Statements { get; init; }

    /// <summary>IRI of the bundle, or null for statements outside any.</summary>
    public string? Bundle { get; init; }
}

/// <summary>Whether a document is valid, and what speaks against it.</summary>
/// <param name="Violations">Broken constraints, at most <see cref="ProvConstraints.MaxViolations"/>.</param>
/// <param name="Warnings">Stated times that contradict the order of events.</param>
public sealed record ProvReport(IReadOnlyList<ProvViolation> Violations, IReadOnlyList<ProvViolation> Warnings)
{
    /// <summary>Whether no constraint is broken.</summary>
    public bool IsValid => Violations.Count == 0;
}
