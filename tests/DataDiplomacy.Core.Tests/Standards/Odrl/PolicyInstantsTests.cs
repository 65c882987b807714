using System.Globalization;
using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Core.Tests.Standards.Odrl;

/// <summary>The instants at which time alone may change what a policy decides.</summary>
public class PolicyInstantsTests
{
    [Fact]
    public void Finds_times_in_constraints_refinements_and_duties_each_once_and_in_their_order()
    {
        const string Policy = """
            { "@type": "Set", "@id": "urn:test", "permission": [ {
              "action": [ { "rdf:value": "use", "refinement": [ { "leftOperand": "dateTime", "operator": "gteq", "rightOperand": { "@value": "2026-01-01T00:00:00Z", "@type": "xsd:dateTime" } } ] } ],
              "target": "urn:data",
              "constraint": [ { "or": [
                { "leftOperand": "dateTime", "operator": "lteq", "rightOperand": { "@value": "2027-01-01T01:00:00+01:00", "@type": "xsd:dateTime" } },
                { "leftOperand": "purpose", "operator": "eq", "rightOperand": "2030-01-01T00:00:00Z" } ] } ],
              "duty": [ { "action": "attribute", "constraint": [ { "leftOperand": "dateTime", "operator": "lt", "rightOperand": { "@value": "2026-01-01T00:00:00Z", "@type": "xsd:dateTime" } } ] } ] } ] }
            """;

        Instants(Policy).ShouldBe(["2026-01-01T00:00", "2026-01-02T00:00", "2027-01-01T00:00", "2027-01-02T00:00"]);
    }

    [Theory]
    [InlineData("2027-06-30", "2027-06-30T00:00", "2027-07-01T00:00")]
    [InlineData("2027-06-30T12:00:00", "2027-06-29T00:00", "2027-06-29T22:00", "2027-06-30T00:00", "2027-07-01T00:00", "2027-07-01T02:00", "2027-07-02T00:00")]
    [InlineData("9999-12-31", "9999-12-31T00:00")]
    [InlineData("tomorrow")]
    public void Takes_days_and_times_without_zone_as_the_evaluation_does(string right, params string[] instants) =>
        Instants($$"""{ "@type": "Set", "@id": "urn:test", "permission": [ { "action": "use", "target": "urn:data", "constraint": [ { "leftOperand": "dateTime", "operator": "lteq", "rightOperand": "{{right}}" } ] } ] }""").ShouldBe(instants);

    private static IEnumerable<string> Instants(string policy) =>
        PolicyInstants.Of(OdrlReader.Read(policy)).Select(ticks => new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
}
