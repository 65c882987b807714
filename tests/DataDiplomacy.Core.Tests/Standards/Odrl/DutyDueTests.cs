using System.Globalization;
using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Core.Tests.Standards.Odrl;

/// <summary>Until when a duty is to be fulfilled.</summary>
public class DutyDueTests
{
    [Theory]
    [InlineData("""{ "leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2027-06-30T12:00:00Z" }""", "2027-06-30T12:00:00")]
    [InlineData("""{ "leftOperand": "dateTime", "operator": "lt", "rightOperand": "2027-06-30T12:00:00+02:00" }""", "2027-06-30T10:00:00")]
    [InlineData("""{ "leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2027-06-30" }""", "2027-06-30T23:59:59")]
    [InlineData("""{ "leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2027-06-30T12:00:00" }""", "2027-07-01T02:00:00")]
    [InlineData("""{ "and": [ { "leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2027-06-30" }, { "leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2027-03-31" } ] }""", "2027-03-31T23:59:59")]
    [InlineData("""{ "or": [ { "leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2027-06-30" }, { "leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2027-03-31" } ] }""", "2027-06-30T23:59:59")]
    [InlineData("""{ "or": [ { "leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2027-06-30" }, { "leftOperand": "purpose", "operator": "eq", "rightOperand": "research" } ] }""", null)]
    [InlineData("""{ "leftOperand": "dateTime", "operator": "gteq", "rightOperand": "2027-06-30" }""", null)]
    [InlineData("""{ "leftOperand": "dateTime", "operator": "lteq", "rightOperand": "soon" }""", null)]
    [InlineData("""{ "leftOperand": "purpose", "operator": "eq", "rightOperand": "2027-06-30" }""", null)]
    public void Is_the_last_instant_at_which_its_constraints_can_hold(string constraint, string? due)
    {
        var duty = Duty($$"""{ "action": "inform", "constraint": [ {{constraint}} ] }""");

        DutyDue.Of(duty)?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture).ShouldBe(due);
    }

    [Fact]
    public void Counts_what_refines_its_action_too_and_takes_the_first_end()
    {
        var duty = Duty("""
            { "action": [ { "rdf:value": "inform", "refinement": [ { "leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2026-12-31" } ] } ],
              "constraint": [ { "leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2027-06-30" } ] }
            """);

        DutyDue.Of(duty)?.Year.ShouldBe(2026);
        DutyDue.Of(Duty("""{ "action": "attribute" }""")).ShouldBeNull();
    }

    private static OdrlRule Duty(string duty) =>
        OdrlReader.Read($$"""{ "@type": "Set", "@id": "urn:test", "permission": [ { "action": "use", "target": "urn:data", "duty": [ {{duty}} ] } ] }""").Rules.First().Duties[0];
}
