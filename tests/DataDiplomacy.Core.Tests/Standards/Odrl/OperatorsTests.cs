using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Core.Tests.Standards.Odrl;

public sealed class OperatorsTests
{
    private static readonly OdrlState State = new()
    {
        Broader = new([("urn:cancer", "urn:health"), ("urn:health", "urn:research"), ("urn:loop", "urn:loop"), ("urn:ads", "urn:commerce")]),
        PartOf = new([("urn:de", "urn:eu"), ("urn:eu", "urn:europe"), ("urn:jp", "urn:asia")]),
        Memberships = new([(Given.Alice, "urn:group")])
    };

    private static readonly OdrlRequest Request = Given.Request() with
    {
        Purposes = ["urn:health"],
        Spatial = "urn:de",
        Recipient = Given.Alice,
        CountSoFar = 4,
        ElapsedTime = TimeSpan.FromMinutes(60),
        Language = "en",
        Values = new Dictionary<string, IReadOnlyList<string>> { ["industry"] = ["urn:press", "urn:health"], ["payAmount"] = ["5.00"], ["product"] = ["a"] },
        Units = new Dictionary<string, string> { ["payAmount"] = "urn:EUR" }
    };

    [Theory]
    [InlineData("dateTime eq 2028-01-01T01:00:00+01:00", Satisfaction.Satisfied)]
    [InlineData("dateTime neq 2028-01-01T00:00:00Z", Satisfaction.Unsatisfied)]
    [InlineData("dateTime lt 2028-01-01T00:00:00.001Z", Satisfaction.Satisfied)]
    [InlineData("dateTime gteq 2028-01-01T00:00Z", Satisfaction.Satisfied)]
    [InlineData("dateTime lt 2028-01-02T00:00:00", Satisfaction.Satisfied)]
    [InlineData("dateTime lt 2028-01-01T00:00:00", Satisfaction.Unknown)]
    [InlineData("dateTime eq 2028-01-01T00:00:00", Satisfaction.Unknown)]
    [InlineData("dateTime lteq 2028-01-01", Satisfaction.Satisfied)]
    [InlineData("dateTime lt 2028-01-01", Satisfaction.Unsatisfied)]
    [InlineData("count lteq 5", Satisfaction.Satisfied)]
    [InlineData("count lt 5", Satisfaction.Unsatisfied)]
    [InlineData("elapsedTime eq PT2H", Satisfaction.Satisfied)]
    [InlineData("elapsedTime lt PT60M", Satisfaction.Unsatisfied)]
    [InlineData("elapsedTime lteq P1M", Satisfaction.Satisfied)]
    [InlineData("payAmount eq 5", Satisfaction.Satisfied)]
    [InlineData("language eq EN", Satisfaction.Satisfied)]
    [InlineData("language eq de", Satisfaction.Unsatisfied)]
    [InlineData("product lt b", Satisfaction.Unknown)]
    public void Compares_values(string constraint, Satisfaction expected) => StateOf(constraint).ShouldBe(expected);

    [Theory]
    [InlineData("purpose eq urn:research", Satisfaction.Satisfied)]
    [InlineData("purpose neq urn:research", Satisfaction.Unsatisfied)]
    [InlineData("purpose eq urn:cancer", Satisfaction.Unknown)]
    [InlineData("purpose eq urn:commerce", Satisfaction.Unsatisfied)]
    [InlineData("purpose eq urn:commerce urn:research", Satisfaction.Unknown)]
    [InlineData("purpose isA urn:research", Satisfaction.Satisfied)]
    [InlineData("purpose isA urn:commerce", Satisfaction.Unsatisfied)]
    [InlineData("purpose isAnyOf urn:commerce urn:research", Satisfaction.Satisfied)]
    [InlineData("purpose isNoneOf urn:commerce urn:ads", Satisfaction.Satisfied)]
    [InlineData("purpose isNoneOf urn:commerce urn:research", Satisfaction.Unsatisfied)]
    [InlineData("industry isAllOf urn:press urn:health", Satisfaction.Satisfied)]
    [InlineData("industry isAllOf urn:press urn:sport", Satisfaction.Unsatisfied)]
    [InlineData("industry isAnyOf urn:press", Satisfaction.Unknown)]
    [InlineData("spatial isPartOf urn:europe", Satisfaction.Satisfied)]
    [InlineData("spatial isPartOf urn:asia", Satisfaction.Unsatisfied)]
    [InlineData("spatial eq urn:de", Satisfaction.Satisfied)]
    [InlineData("spatial eq urn:eu", Satisfaction.Unknown)]
    [InlineData("spatial hasPart urn:de", Satisfaction.Satisfied)]
    [InlineData("recipient isPartOf urn:group", Satisfaction.Satisfied)]
    [InlineData("recipient isPartOf urn:others", Satisfaction.Unsatisfied)]
    public void Compares_concepts_areas_and_parties(string constraint, Satisfaction expected) => StateOf(constraint).ShouldBe(expected);

    [Theory]
    [InlineData("urn:EUR", Satisfaction.Satisfied)]
    [InlineData("urn:USD", Satisfaction.Unknown)]
    public void Does_not_compare_other_units(string unit, Satisfaction expected) =>
        StateOf(Given.Constraint("payAmount lteq 10") with { Unit = unit }).ShouldBe(expected);

    [Theory]
    [InlineData("and", "dateTime gt 2027-01-01", "language eq en", Satisfaction.Satisfied)]
    [InlineData("and", "event eq x", "language eq de", Satisfaction.Unsatisfied)]
    [InlineData("and", "event eq x", "language eq en", Satisfaction.Unknown)]
    [InlineData("andSequence", "dateTime gt 2027-01-01", "language eq de", Satisfaction.Unsatisfied)]
    [InlineData("or", "event eq x", "language eq en", Satisfaction.Satisfied)]
    [InlineData("or", "event eq x", "language eq de", Satisfaction.Unknown)]
    [InlineData("xone", "dateTime gt 2027-01-01", "language eq en", Satisfaction.Unsatisfied)]
    [InlineData("xone", "dateTime gt 2027-01-01", "language eq de", Satisfaction.Satisfied)]
    [InlineData("xone", "event eq x", "language eq en", Satisfaction.Unknown)]
    public void Joins_constraints(string joining, string first, string second, Satisfaction expected) =>
        StateOf(new OdrlLogic { Operator = joining, Operands = [Given.Constraint(first), Given.Constraint(second)] }).ShouldBe(expected);

    private static Satisfaction StateOf(string constraint) => StateOf(Given.Constraint(constraint));

    private static Satisfaction StateOf(OdrlConstraint constraint) =>
        PolicyEvaluation.Evaluate(Given.Policy(Given.Permission(constraint)), Request, State).Rules[0].Premises.Single(premise => premise.Kind == PremiseKind.Constraint).State;
}
