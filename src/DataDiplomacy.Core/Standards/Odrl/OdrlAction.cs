namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>An action of a rule (ODRL Information Model 2.2, section 2.4, 2018).</summary>
/// <param name="Name">The action in the form of <see cref="OdrlTerms.Normal(string)" />: "read", or the IRI of a profile's action.</param>
/// <param name="Refinements">What narrows the action; all of them must be satisfied.</param>
public sealed record OdrlAction(string Name, IReadOnlyList<OdrlConstraint> Refinements);
