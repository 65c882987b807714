namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Whether a request meets one demand of a rule.</summary>
public sealed record PremiseReport
{
    /// <summary>What is demanded.</summary>
    public required PremiseKind Kind { get; init; }

    /// <summary>Whether it is met.</summary>
    public required Satisfaction State { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The report of the constraint, and of refinements of an action, asset or party.</summary>
    public IReadOnlyList<ConstraintReport> Constraints { get; init; } = [];

    /// <summary>The sentences to which the result is due.</summary>
    internal IEnumerable<string> Deciding() =>
        Kind == PremiseKind.Constraint ? Constraints.SelectMany(constraint => constraint.Deciding()).Select(constraint => constraint.Sentence) : [Sentence];
}
