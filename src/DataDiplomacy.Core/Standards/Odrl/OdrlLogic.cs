namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Constraints joined by an operator (ODRL Information Model 2.2, section 2.5.2, 2018).</summary>
public sealed record OdrlLogic : OdrlConstraint
{
    /// <summary>And, or, xone or andSequence.</summary>
    public required string Operator { get; init; }

    /// <summary>What is joined; in order for andSequence.</summary>
    public required IReadOnlyList<OdrlConstraint> Operands { get; init; }

    /// <summary>The constraint in words.</summary>
    /// <returns>The operator and how many constraints it joins.</returns>
    public override string ToString() => FormattableString.Invariant($"{Operator} of {Operands.Count} constraints");
}
