namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>A value compared with others (ODRL Information Model 2.2, section 2.5.1, 2018).</summary>
public sealed record OdrlComparison : OdrlConstraint
{
    /// <summary>What is compared, such as dateTime, purpose or the IRI of a profile's operand.</summary>
    public required string LeftOperand { get; init; }

    /// <summary>How it is compared, such as lteq. Operators outside of the vocabulary are kept.</summary>
    public required string Operator { get; init; }

    /// <summary>With what it is compared. Empty where the policy gives a reference to be looked up (rightOperandReference).</summary>
    public IReadOnlyList<OdrlValue> RightOperands { get; init; } = [];

    /// <summary>The unit of the right operands, mostly an IRI; null if not said.</summary>
    public string? Unit { get; init; }

    /// <summary>The constraint in words: "dateTime lteq 2027-12-31T00:00:00Z".</summary>
    /// <returns>Left operand, operator and right operands, of which five at most are written out.</returns>
    public override string ToString()
    {
        var values = string.Join(" or ", RightOperands.Take(5).Select(value => value.Text));
        var more = RightOperands.Count > 5 ? FormattableString.Invariant($" or {RightOperands.Count - 5} more") : "";
        return $"{LeftOperand} {Operator} {values}{more}{(Unit is null ? "" : " " + Unit)}";
    }
}
