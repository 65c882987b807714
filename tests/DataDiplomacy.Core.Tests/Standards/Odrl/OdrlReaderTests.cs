using System.Text.Json;
using DataDiplomacy.Core.Standards.Odrl;
using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Core.Tests.Standards.Odrl;

public sealed class OdrlReaderTests(ITestOutputHelper output)
{
    /// <summary>After examples of the ODRL Information Model 2.2, sections 2.5 and 2.6: refinements, a duty with a consequence, a remedy.</summary>
    private const string Example = """
        {
          "@context": "http://www.w3.org/ns/odrl.jsonld", "@type": "Agreement", "uid": "http://example.com/policy:1", "profile": "http://example.com/profile",
          "conflict": "prohibit", "assigner": "http://example.com/org", "assignee": {"@type": "PartyCollection", "source": "http://example.com/users",
            "refinement": [{"leftOperand": "foaf:age", "operator": "gt", "rightOperand": {"@value": "17", "@type": "xsd:integer"}}]},
          "permission": [{
            "target": "http://example.com/asset", "action": [{"rdf:value": {"@id": "odrl:print"}, "refinement": [{"leftOperand": "resolution", "operator": "lteq", "rightOperand": 1200, "unit": "http://dbpedia.org/resource/Dots_per_inch"}]}],
            "constraint": {"and": {"@list": [{"leftOperand": "dateTime", "operator": "lt", "rightOperand": "2027-01-01"}, {"leftOperand": "purpose", "operator": "isAnyOf", "rightOperand": ["urn:a", {"@id": "urn:b"}]}]}},
            "duty": [{"action": "compensate", "consequence": {"action": "delete"}, "compensatedParty": "http://example.com/org"}]
          }],
          "prohibition": {"target": "http://example.com/asset", "action": "sell", "remedy": {"action": "inform"}}
        }
        """;

    [Fact]
    public void Reads_all_parts_of_a_policy()
    {
        var policy = OdrlReader.Read(Example);

        (policy.Uid, policy.Type, policy.Conflict).ShouldBe(("http://example.com/policy:1", OdrlPolicyType.Agreement, ConflictStrategy.Prohibit));
        policy.Profiles.ShouldBe(["http://example.com/profile"]);
        policy.Assignees[0].Refinements[0].ToString().ShouldBe("foaf:age gt 17");
        var permission = policy.Permissions[0];
        permission.Actions[0].Name.ShouldBe("print");
        permission.Actions[0].Refinements[0].ToString().ShouldBe("resolution lteq 1200 http://dbpedia.org/resource/Dots_per_inch");
        permission.Constraints[0].ShouldBeOfType<OdrlLogic>().Operands.Select(operand => operand.ToString()).ShouldBe(["dateTime lt 2027-01-01", "purpose isAnyOf urn:a or urn:b"]);
        permission.Duties[0].Consequences[0].Actions[0].Name.ShouldBe("delete");
        permission.Duties[0].Other["compensatedParty"].ShouldBe("\"http://example.com/org\"");
        policy.Prohibitions[0].Remedies[0].Actions[0].Name.ShouldBe("inform");
    }

    /// <summary>ODRL Information Model 2.2, section 2.7.1: shared properties are replicated in each rule.</summary>
    [Fact]
    public void Gives_actions_of_the_policy_to_all_rules()
    {
        var policy = OdrlReader.Read("""{"@type":"Policy","uid":"urn:p","action":"read","permission":[{},{"action":"print"}]}""");

        policy.Type.ShouldBe(OdrlPolicyType.Set);
        policy.Permissions.Select(rule => string.Join(' ', rule.Actions.Select(action => action.Name))).ShouldBe(["read", "print read"]);
    }

    [Fact]
    public void Keeps_what_the_vocabulary_does_not_have()
    {
        var policy = OdrlReader.Read("""
            {"uid":"urn:p","permission":{"action":"ex:train","constraint":{"leftOperand":"ex:budget","operator":"ex:near","rightOperand":5}},"@context":[{"ex":"http://example.org/"}],"ex:note":["a"]}
            """);

        policy.Permissions[0].Actions[0].Name.ShouldBe("http://example.org/train");
        policy.Permissions[0].Constraints[0].ToString().ShouldBe("http://example.org/budget http://example.org/near 5");
        policy.Other["http://example.org/note"].ShouldBe("\"a\"");
    }

    [Theory]
    [InlineData("""{"uid":"urn:p","@type":"Wish","permission":{"action":"use"}}""", "/@type", "\"Wish\"")]
    [InlineData("""{"uid":"urn:p"}""", "", "no rule")]
    [InlineData("""{"permission":{"action":"use"}}""", "", "no @id")]
    [InlineData("""{"uid":"","permission":{"action":"use"}}""", "/uid", "empty")]
    [InlineData("""{"uid":"urn:p","permission":[{"action":"use"},{}]}""", "/permission/1", "without action")]
    [InlineData("""{"uid":"urn:p","permission":"urn:rule"}""", "/permission", "\"urn:rule\"")]
    [InlineData("""{"uid":"urn:p","permission":{"action":5}}""", "/permission/action", "5")]
    [InlineData("""{"uid":"urn:p","permission":{"action":"use","constraint":[{"leftOperand":"count"}]}}""", "/permission/constraint/0", "an object")]
    [InlineData("""{"uid":"urn:p","permission":{"action":"use","constraint":[{"leftOperand":"count","operator":["lt","gt"],"rightOperand":1}]}}""", "/permission/constraint/0/operator", "a list of 2")]
    [InlineData("""{"uid":"urn:p","permission":{"action":"use","constraint":[{"leftOperand":"count","operator":"lt","rightOperand":null}]}}""", "/permission/constraint/0/rightOperand", "null")]
    [InlineData("""{"uid":"urn:p","permission":{"action":"use","constraint":[{"and":[],"or":[]}]}}""", "/permission/constraint/0/and", "a list of 0")]
    [InlineData("""{"uid":"urn:p","permission":{"action":"use"},"odrl:permission":{"action":"use"}}""", "/odrl:permission", "a second time")]
    [InlineData("""{"uid":"urn:p","conflict":"maybe","permission":{"action":"use"}}""", "/conflict", "\"maybe\"")]
    [InlineData("""{"uid":"urn:p","prohibition":{"@type":"Permission","action":"use"}}""", "/prohibition", "of type Permission")]
    [InlineData("""{"uid":"urn:p","@type":"Agreement","assigner":"urn:a","permission":{"action":"use"}}""", "", "without assigner or assignee")]
    [InlineData("""{"uid":"urn:p","permission":{"action":"use"},"@context":{"permission":"odrl:prohibition"}}""", "/@context/permission", "odrl:prohibition")]
    [InlineData("""{"uid":"urn:p","uid":"urn:q","permission":{"action":"use"}}""", "", "Duplicate")]
    [InlineData("""{"uid":"urn:\ud800","permission":{"action":"use"}}""", "/uid", "surrogate")]
    [InlineData("[]", "", "a list of 0")]
    [InlineData("{", "", "")]
    public void Refuses_what_is_no_policy_and_says_where(string json, string path, string found)
    {
        var error = Should.Throw<OdrlFormatException>(() => OdrlReader.Read(json));

        error.Path.ShouldBe(path);
        error.Found.ShouldContain(found, Case.Insensitive);
        error.Expected.ShouldNotBeEmpty();
    }

    [Fact]
    public void Refuses_more_rules_constraints_values_or_levels_than_it_takes()
    {
        static string Many(string item, int count) => string.Join(',', Enumerable.Repeat(item, count));
        static string Constrained(string constraint) => """{"uid":"urn:p","permission":{"action":"use","constraint":[?]}}""".Replace("?", constraint, StringComparison.Ordinal);
        const string constraint = """{"leftOperand":"count","operator":"lt","rightOperand":[1]}""";
        var rules = """{"uid":"urn:p","permission":[?]}""".Replace("?", Many("""{"action":"use"}""", OdrlReader.MaxRules + 1), StringComparison.Ordinal);
        var constraints = Constrained(Many(constraint, OdrlReader.MaxConstraints + 1));
        var values = Constrained(constraint.Replace("1", Many("1", OdrlReader.MaxRightOperands + 1), StringComparison.Ordinal));
        var levels = Constrained(string.Concat(Enumerable.Repeat("{\"and\":[", 20)) + constraint + string.Concat(Enumerable.Repeat("]}", 20)));

        foreach (var json in new[] { rules, constraints, values, levels }) Should.Throw<OdrlFormatException>(() => OdrlReader.Read(json));
    }

    /// <summary>5,000 damaged texts from one seed: read, or refused by the one exception.</summary>
    [Fact]
    public void Never_fails_in_another_way()
    {
        var random = new Random(20261130);
        string[] pieces = ["{}", "[]", "null", "\"\"", "5", "1e999", "{\"@id\":5}", "{\"@value\":[],\"@id\":\"urn:a\"}", "\"\\ud800\"", "{\"\\udc00\":1}", "{\"@list\":[]}", "[[\"urn:a\"]]", "true"];
        var parts = System.Text.RegularExpressions.Regex.Matches(Example, "\"[^\"]*\"|\\{|\\}|\\[|\\]|,|\\d+").Select(match => (match.Index, match.Length)).ToArray();

        for (var round = 0; round < 5000; round++)
        {
            var (index, length) = parts[random.Next(parts.Length)];
            var damaged = Example[..index] + pieces[random.Next(pieces.Length)] + Example[(index + length)..];
            try
            {
                var policy = OdrlReader.Read(damaged);
                OdrlWriter.CanonicalSha256(OdrlReader.Read(OdrlWriter.Write(policy).ToJsonString())).ShouldBe(OdrlWriter.CanonicalSha256(policy), damaged);
            }
            catch (OdrlFormatException error)
            {
                error.Message.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void Reads_the_policies_of_the_Dataspace_Protocol_and_writes_them_without_loss()
    {
        var policies = SharedFiles.Files("vectors/provenance/dsp-valid").SelectMany(file => Policies(SharedFiles.Json(file))).ToList();

        var kept = policies.Count(json => OdrlReader.Read(json) is var policy
            && OdrlWriter.CanonicalSha256(OdrlReader.Read(OdrlWriter.Write(policy).ToJsonString())) == OdrlWriter.CanonicalSha256(policy));

        output.WriteLine($"dsp-valid: {kept} of {policies.Count} policies");
        policies.ShouldNotBeEmpty();
        kept.ShouldBe(policies.Count);
    }

    private static IEnumerable<JsonElement> Policies(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("@type", out var type) && type.ValueEquals("Offer") || json.TryGetProperty("@type", out type) && type.ValueEquals("Agreement") => [json],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => Policies(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Policies),
        _ => []
    };
}
