using System.Text.Json;
using DataDiplomacy.Core.Standards.Dataspace;

namespace DataDiplomacy.Core.Tests.Standards.Dataspace;

public sealed class DataspacePoliciesTests
{
    private const string Rules = "\"permission\":[{\"action\":\"use\"}]";
    private const string Parties = "\"target\":\"t\",\"assigner\":\"a\",\"assignee\":\"b\"";

    /// <summary>contract-schema.json, MessageOffer, Offer, Agreement and Policy.</summary>
    [Theory]
    [InlineData("""{"@id":"x","@type":"Offer","target":"t",RULES}""", DataspacePolicyKind.MessageOffer, "")]
    [InlineData("""{"@id":"x","@type":"Offer",RULES}""", DataspacePolicyKind.MessageOffer, "")]
    [InlineData("""{"@id":"x",RULES}""", DataspacePolicyKind.MessageOffer, "/@type")]
    [InlineData("""{"@id":"x",RULES}""", DataspacePolicyKind.Offer, "")]
    [InlineData("""{"@id":"x","@type":"Offer","target":"t",RULES}""", DataspacePolicyKind.Offer, "/target")]
    [InlineData("""{"@id":"x","@type":"Offer","obligation":[{"action":"pay"}]}""", DataspacePolicyKind.Offer, "/permission")]
    [InlineData("""{"@id":"x","@type":"Offer","prohibition":[]}""", DataspacePolicyKind.Offer, "/prohibition")]
    [InlineData("""{"@id":"x","@type":"Agreement",PARTIES,RULES}""", DataspacePolicyKind.Agreement, "")]
    [InlineData("""{"@id":"x","@type":"Agreement",RULES}""", DataspacePolicyKind.Agreement, "/target /assigner /assignee")]
    [InlineData("""{"@id":"x","@type":"Agreement",PARTIES,"timestamp":"2026-02-30",RULES}""", DataspacePolicyKind.Agreement, "/timestamp")]
    [InlineData("""{"@id":"x","@type":"Agreement",PARTIES,"timestamp":"2026-11-01T24:00:00+14:00",RULES}""", DataspacePolicyKind.Agreement, "")]
    [InlineData("""{"@id":"x","@type":"Agreement",PARTIES,RULES}""", DataspacePolicyKind.Policy, "")]
    [InlineData("""{"@id":"x","@type":"Offer","target":"t",RULES}""", DataspacePolicyKind.Policy, "")]
    [InlineData("""{"@id":"x","@type":"Agreement",RULES}""", DataspacePolicyKind.Policy, "/target /assigner /assignee")]
    [InlineData("7", DataspacePolicyKind.Policy, "MESSAGE")]
    public void Takes_what_the_schema_takes_and_refuses_what_it_refuses(string json, DataspacePolicyKind kind, string paths)
    {
        var policy = JsonElement.Parse(json.Replace("RULES", Rules, StringComparison.Ordinal).Replace("PARTIES", Parties, StringComparison.Ordinal));

        var violations = DataspacePolicies.ViolationsOf(policy, kind);

        string.Join(' ', violations.Select(each => each.Path.Length == 0 ? "MESSAGE" : each.Path)).ShouldBe(paths);
    }

    /// <summary>The schema's own oneOf: MessageOffer and Offer both hold.</summary>
    [Fact]
    public void Refuses_as_a_policy_by_itself_an_offer_without_target_since_the_schema_does()
    {
        var policy = JsonElement.Parse("""{"@id":"x","@type":"Offer","permission":[{"action":"use"}]}""");

        DataspacePolicies.ViolationsOf(policy, DataspacePolicyKind.Policy).ShouldBe([new("", "what is 2 things at once", "one of them (oneOf)")]);
    }

    [Theory]
    [InlineData("""{"leftOperand":"purpose","operator":"eq","rightOperand":"x"}""", "")]
    [InlineData("""{"leftOperand":"purpose","operator":"isAnyOf","rightOperand":["x",1]}""", "")]
    [InlineData("""{"leftOperand":"count","operator":"lteq","rightOperand":{"@value":"5"}}""", "")]
    [InlineData("""{"leftOperand":"count","operator":"lteq","rightOperand":5}""", "/rightOperand")]
    [InlineData("""{"leftOperand":"count","operator":"atMost","rightOperand":"5"}""", "/operator")]
    [InlineData("""{}""", "/leftOperand /operator /rightOperand")]
    [InlineData("""{"and":[]}""", "")]
    [InlineData("""{"and":[{"or":[{"leftOperand":"a","operator":"eq","rightOperand":"b"},{"leftOperand":"a","operator":"eq"}]}]}""", "/and/0/or/1/rightOperand")]
    [InlineData("""{"and":[],"or":[]}""", "/and")]
    [InlineData("""{"and":{}}""", "/and")]
    [InlineData("""{"and":[],"leftOperand":"a","operator":"eq","rightOperand":"b"}""", "MANY")]
    [InlineData("""[]""", "ITSELF")]
    public void Takes_constraints_that_are_either_logical_or_atomic(string constraint, string paths)
    {
        const string Place = "/permission/0/constraint/0";
        var policy = JsonElement.Parse($$"""{"@id":"x","@type":"Offer","permission":[{"action":"use","constraint":[{{constraint}}]}]}""");

        var violations = DataspacePolicies.ViolationsOf(policy, DataspacePolicyKind.Offer);

        string.Join(' ', violations.Select(each => each.Path == Place ? each.Found == "an array" ? "ITSELF" : "MANY" : each.Path[Place.Length..])).ShouldBe(paths);
    }

    /// <summary>Contract Negotiation Protocol, Message Types: beyond what the schema asks.</summary>
    [Theory]
    [InlineData("""{"@type":"Offer","target":"t","permission":[{"action":"use"}]}""", "")]
    [InlineData("""{"@type":"Offer","permission":[{"action":"use"},{"action":"use","target":"u"}],"obligation":[{"action":"pay","target":"u"}]}""", "/target /permission/1/target /obligation/0/target")]
    [InlineData("""{"@type":"Agreement","target":"t","permission":[{"action":"use"}]}""", "/timestamp")]
    public void Tells_what_the_text_of_the_protocol_refuses(string json, string paths)
    {
        var violations = DataspacePolicies.ViolationsOfText(JsonElement.Parse(json));

        string.Join(' ', violations.Select(each => each.Path)).ShouldBe(paths);
    }

    [Fact]
    public void Reads_a_time_stamp_of_digits_without_end_at_once()
    {
        var policy = JsonElement.Parse($$"""{"@id":"x","@type":"Agreement","target":"t","assigner":"a","assignee":"b","timestamp":"{{new string('1', DataspaceLimits.MaxTextLength)}}","permission":[{"action":"use"}]}""");

        DataspacePolicies.ViolationsOf(policy, DataspacePolicyKind.Agreement).Single().Path.ShouldBe("/timestamp");
    }
}
