namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Whether a constraint is satisfied, and why (compliance report model of the ODRL test suite, ConstraintReport, 2025).</summary>
public sealed record ConstraintReport
{
    /// <summary>The constraint.</summary>
    public required OdrlConstraint Constraint { get; init; }

    /// <summary>Whether it is satisfied.</summary>
    public required Satisfaction State { get; init; }

    /// <summary>Why, in one sentence with the values compared.</summary>
    public required string Sentence { get; init; }

    /// <summary>The values of the left operand; empty if the request says nothing, and for joined constraints.</summary>
    public IReadOnlyList<string> Found { get; init; } = [];

    /// <summary>The reports of the constraints that are joined.</summary>
    public IReadOnlyList<ConstraintReport> Premises { get; init; } = [];

    /// <summary>The constraints to which the result is due: of an unsatisfied "and" those that fail, of a satisfied "or" those that hold.</summary>
    /// <returns>The deciding reports, leaves first where one decides alone.</returns>
    public IEnumerable<ConstraintReport> Deciding()
    {
        if (Constraint is not OdrlLogic logic) return [this];
        var decides = logic.Operator is "and" or "andSequence" || (logic.Operator == "or" && State == Satisfaction.Satisfied);
        return decides ? Premises.Where(premise => premise.State == State).SelectMany(premise => premise.Deciding()) : [this];
    }
}
