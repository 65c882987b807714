using System.Text.Json.Nodes;
using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Core.Tests.Standards.Odrl;

public sealed class OdrlWriterTests
{
    private const string Policy = """
        {
          "@context": "http://www.w3.org/ns/odrl.jsonld", "@id": "urn:policy", "@type": "Offer", "assigner": "urn:provider",
          "permission": [
            {"action": "use", "constraint": [
              {"leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2027-12-31T00:00:00Z"},
              {"leftOperand": "count", "operator": "lteq", "rightOperand": 5},
              {"or": [{"leftOperand": "purpose", "operator": "isAnyOf", "rightOperand": ["urn:a", "urn:b"]}, {"leftOperand": "recipient", "operator": "eq", "rightOperand": "urn:c"}]}],
             "duty": [{"action": "attribute"}, {"action": "inform"}]},
            {"action": "read"}],
          "prohibition": [{"action": "sell"}]
        }
        """;

    /// <summary>SHA-256 of the canonical text below, worked out with sha256sum.</summary>
    [Fact]
    public void Hashes_the_canonical_text_of_the_normal_form()
    {
        var policy = OdrlReader.Read("""{"odrl:permission":{"odrl:action":{"@id":"odrl:read"},"odrl:target":"urn:d"},"odrl:uid":"urn:p"}""");

        OdrlWriter.Write(policy).ToJsonString().ShouldBe("""{"@context":"http://www.w3.org/ns/odrl.jsonld","@id":"urn:p","@type":"Set","permission":[{"action":"read","target":"urn:d"}]}""");
        OdrlWriter.CanonicalSha256(policy).ShouldBe("89796b74120f69fc9d9f7179dc80c53bf947032d1b82d7bb5c96794766474815");
    }

    [Theory]
    [InlineData("\"@id\": \"urn:policy\"", "\"uid\": \"urn:policy\"")]
    [InlineData("\"@type\": \"Offer\"", "\"@type\": [\"odrl:Offer\"]")]
    [InlineData("\"assigner\": \"urn:provider\"", "\"odrl:assigner\": [{\"@id\": \"urn:provider\"}]")]
    [InlineData("{\"action\": \"read\"}", "{\"http://www.w3.org/ns/odrl/2/action\": {\"@id\": \"http://www.w3.org/ns/odrl/2/read\"}}")]
    [InlineData("[{\"action\": \"sell\"}]", "{\"action\": [\"odrl:sell\"], \"assigner\": {\"uid\": \"urn:provider\"}}")]
    [InlineData("\"rightOperand\": 5", "\"rightOperand\": {\"@value\": \"5\", \"@type\": \"xsd:integer\"}")]
    [InlineData("\"rightOperand\": 5", "\"rightOperand\": [5.0], \"dataType\": \"http://www.w3.org/2001/XMLSchema#decimal\"")]
    [InlineData("\"rightOperand\": 5", "\"rightOperand\": \"5\"")]
    [InlineData("\"rightOperand\": \"2027-12-31T00:00:00Z\"", "\"rightOperand\": {\"@value\": \"2027-12-31T00:00:00Z\", \"@type\": \"http://www.w3.org/2001/XMLSchema#dateTime\"}")]
    [InlineData("[\"urn:a\", \"urn:b\"]", "[{\"@id\": \"urn:b\"}, {\"@value\": \"urn:a\", \"@type\": \"xsd:anyURI\"}]")]
    [InlineData("\"rightOperand\": \"urn:c\"", "\"odrl:rightOperand\": {\"@id\": \"urn:c\"}")]
    [InlineData("\"operator\": \"lteq\", ", "\"odrl:operator\": {\"@id\": \"odrl:lteq\"}, \"@type\": \"Constraint\", ")]
    [InlineData("{\"action\": \"attribute\"}, {\"action\": \"inform\"}", "{\"action\": \"inform\"}, {\"@type\": \"Duty\", \"action\": \"attribute\"}")]
    [InlineData("\"@context\": \"http://www.w3.org/ns/odrl.jsonld\"", "\"@context\": [\"https://w3id.org/dspace/2025/1/context.jsonld\", {\"x\": \"http://example.org/\"}]")]
    public void Gives_other_forms_of_a_policy_the_same_hash(string form, string other)
    {
        Policy.ShouldContain(form);

        var hash = Hash(Policy.Replace(form, other, StringComparison.Ordinal));

        hash.ShouldBe(Hash(Policy));
    }

    [Theory]
    [InlineData("urn:policy", "urn:other")]
    [InlineData("Offer", "Set")]
    [InlineData("\"read\"", "\"print\"")]
    [InlineData("lteq\", \"rightOperand\": 5", "lt\", \"rightOperand\": 5")]
    [InlineData("\"rightOperand\": 5", "\"rightOperand\": 6")]
    [InlineData("\"or\"", "\"xone\"")]
    [InlineData("\"prohibition\"", "\"conflict\": \"perm\", \"prohibition\"")]
    [InlineData("{\"action\": \"attribute\"}", "{\"action\": \"attribute\", \"attributedParty\": \"urn:x\"}")]
    [InlineData("\"prohibition\"", "\"target\": \"urn:data\", \"prohibition\"")]
    public void Gives_policies_that_say_other_things_other_hashes(string part, string other)
    {
        Policy.ShouldContain(part);

        Hash(Policy.Replace(part, other, StringComparison.Ordinal)).ShouldNotBe(Hash(Policy));
    }

    /// <summary>200 shuffles of all properties and lists, single values and lists of one, short and prefixed names, from one seed.</summary>
    [Fact]
    public void Does_not_depend_on_order_lists_or_prefixes()
    {
        var random = new Random(20261130);
        var hash = Hash(Policy);

        var hashes = Enumerable.Range(0, 200).Select(_ => Hash(Shuffled(JsonNode.Parse(Policy)!, random).ToJsonString())).ToHashSet();

        hashes.ShouldBe([hash]);
    }

    [Fact]
    public void Keeps_the_order_of_a_sequence_but_of_nothing_else()
    {
        static string Joined(string joining, int first, int second) => """
            {"uid":"urn:p","permission":{"action":"use","constraint":{"?":[{"leftOperand":"count","operator":"gt","rightOperand":1st},{"leftOperand":"count","operator":"gt","rightOperand":2nd}]}}}
            """.Replace("?", joining, StringComparison.Ordinal).Replace("1st", first.ToString(), StringComparison.Ordinal).Replace("2nd", second.ToString(), StringComparison.Ordinal);

        Hash(Joined("andSequence", 1, 2)).ShouldNotBe(Hash(Joined("andSequence", 2, 1)));
        Hash(Joined("and", 1, 2)).ShouldBe(Hash(Joined("and", 2, 1)));
    }

    [Fact]
    public void Writes_what_it_reads_without_loss()
    {
        var written = OdrlWriter.Write(OdrlReader.Read(Policy)).ToJsonString();

        OdrlWriter.Write(OdrlReader.Read(written)).ToJsonString().ShouldBe(written);
        Hash(written).ShouldBe(Hash(Policy));
    }

    private static string Hash(string json) => OdrlWriter.CanonicalSha256(OdrlReader.Read(json));

    private static JsonNode Shuffled(JsonNode node, Random random)
    {
        if (node is JsonArray list)
        {
            var items = list.Select(item => Shuffled(item!, random)).ToArray();
            random.Shuffle(items);
            return items.Length == 1 && random.Next(2) == 0 ? items[0] : new JsonArray(items);
        }
        if (node is not JsonObject json) return node.DeepClone();
        var properties = json.Select(property => KeyValuePair.Create(property.Key, Shuffled(property.Value!, random))).ToArray();
        random.Shuffle(properties);
        return new JsonObject(properties.Select(property => KeyValuePair.Create(Name(property.Key, random), (JsonNode?)property.Value)));
    }

    private static string Name(string name, Random random) => name.StartsWith('@') ? name : random.Next(3) switch
    {
        0 => name,
        1 => "odrl:" + name,
        _ => OdrlTerms.Namespace + name
    };
}
