using System.Buffers;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Core.Tests.Standards.Prov;

public sealed class ProvJsonTests(ITestOutputHelper output)
{
    [Fact]
    public void Reads_and_writes_the_documents_of_the_reference_library_without_loss()
    {
        var cases = ProvVectors.Of("prov-json");

        var changed = cases.Where(c => !Facts(Again(c.Document())).SequenceEqual(Facts(c.Document()))).Select(c => c.Name).ToList();

        output.WriteLine($"prov-json: {cases.Count - changed.Count} of {cases.Count} round-trip");
        changed.ShouldBeEmpty();
        cases.Count.ShouldBe(239);
        cases.Sum(c => Facts(c.Document()).Count).ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Refuses_malformed_documents_and_says_where()
    {
        var cases = ProvVectors.Of("prov-json-malformed");

        var errors = cases.ToDictionary(c => c.Name, c => Should.Throw<ProvFormatException>(() => c.Document()));

        output.WriteLine($"prov-json-malformed: {errors.Count} of {cases.Count} refused");
        errors["bad_prefix_map"].Path.ShouldBe("/prefix");
        errors["bad_record_content"].Path.ShouldBe("/entity/ex:e1");
        errors["bad_record_shape"].Path.ShouldBe("/entity");
        errors["empty"].Message.ShouldContain("empty");
        errors["top_level_list"].Message.ShouldContain("an array where one JSON object");
        errors["unknown_record_type"].Path.ShouldBe("/notarealtype");
        errors["unknown_record_type"].Message.ShouldContain("wasGeneratedBy");
        cases.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("""{"entity":{"ex:e":{}}}""", "/entity/ex:e", "prefix 'ex'")]
    [InlineData("""{"entity":{"e":{}}}""", "/entity/e", "prefix 'default'")]
    [InlineData("""{"used":{"_:u":{"prov:entity":["urn:a","urn:b"]}}}""", "/used/_:u/prov:entity", "one name as a string")]
    [InlineData("""{"activity":{"urn:a":{"prov:startTime":"yesterday"}}}""", "/activity/urn:a/prov:startTime", "xsd:dateTime")]
    [InlineData("""{"activity":{"urn:a":{"prov:startTime":"2026-13-01T00:00:00Z"}}}""", "/activity/urn:a/prov:startTime", "xsd:dateTime")]
    [InlineData("""{"entity":{"urn:e":{"prov:label":{"text":"x"}}}}""", "/entity/urn:e/prov:label/text", "\"$\"")]
    [InlineData("""{"entity":{"urn:e":{"prov:label":{}}}}""", "/entity/urn:e/prov:label", "needs \"$\"")]
    [InlineData("""{"entity":{"urn:e":{"prov:label":null}}}""", "/entity/urn:e/prov:label", "null")]
    [InlineData("""{"entity":{"urn:e":[{},1]}}""", "/entity/urn:e/1", "a JSON object")]
    [InlineData("""{"bundle":{"urn:b":{"bundle":{}}}}""", "/bundle/urn:b/bundle", "cannot hold a bundle")]
    [InlineData("""{"entity":""", "", "Not JSON at line 1")]
    [InlineData("""{"entity":{"\ud800":{}}}""", "", "no Unicode")]
    [InlineData("""{"entity":{"urn:e":{"prov:label":"\ud800"}}}""", "", "no Unicode")]
    [InlineData("""{"entity":{"urn:a/b~c":1}}""", "/entity/urn:a~1b~0c", "a JSON object")]
    public void Says_what_is_wrong_where(string json, string path, string why)
    {
        var error = Should.Throw<ProvFormatException>(() => Read(json));

        error.Path.ShouldBe(path);
        error.Message.ShouldContain(why);
    }

    [Fact]
    public void Refuses_more_than_its_limits()
    {
        var many = """{"entity":{"urn:e":[{}""" + string.Concat(Enumerable.Repeat(",{}", ProvJsonReader.MaxStatements)) + "]}}";
        var deep = "{\"entity\":{\"urn:e\":" + new string('[', 40) + new string(']', 40) + "}}";
        var wide = """{"entity":{"urn:e":{"prov:label":"x"}}}""".Replace("x", new string('x', ProvJsonReader.MaxLength + 1));

        Should.Throw<ProvFormatException>(() => Read(many)).Message.ShouldContain("100000 statements");
        Should.Throw<ProvFormatException>(() => Read(deep)).Message.ShouldContain("16 levels");
        Should.Throw<ProvFormatException>(() => Read(wide)).Message.ShouldContain("65536 characters");
    }

    [Fact]
    public void Gives_a_prefix_to_names_that_have_none_and_an_array_to_statements_with_one_identifier()
    {
        var document = new ProvDocument
        {
            Namespaces = ProvNamespaces.Of([new("ex", "https://example.org/")]),
            Statements =
            [
                ProvStatement.Element(ProvKind.Entity, "https://example.org/e"),
                ProvStatement.Element(ProvKind.Entity, "https://elsewhere.org/data/7", new ProvAttribute(ProvNames.Type, ProvValue.Name("https://example.org/T"))),
                ProvStatement.Relation(ProvKind.Usage, "https://example.org/u", "https://example.org/a", "https://example.org/e"),
                ProvStatement.Relation(ProvKind.Usage, "https://example.org/u", "https://example.org/a", "https://example.org/e", "2026-11-01T10:00:00Z"),
                ProvStatement.Relation(ProvKind.Derivation, null, "https://elsewhere.org/data/7", "https://example.org/e"),
            ],
        };

        Text(document).ShouldBe("""
            {"prefix":{"ex":"https://example.org/","ns1":"https://elsewhere.org/data/"},
            "entity":{"ex:e":{},"ns1:7":{"prov:type":{"$":"ex:T","type":"prov:QUALIFIED_NAME"}}},
            "used":{"ex:u":[{"prov:activity":"ex:a","prov:entity":"ex:e"},{"prov:activity":"ex:a","prov:entity":"ex:e","prov:time":"2026-11-01T10:00:00Z"}]},
            "wasDerivedFrom":{"_:r1":{"prov:generatedEntity":"ns1:7","prov:usedEntity":"ex:e"}}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void Takes_prefixes_of_a_bundle_before_those_of_its_document()
    {
        var document = Read("""
            {"prefix":{"ex":"urn:outer:","o":"urn:o:"},"bundle":{"ex:b":{"prefix":{"ex":"urn:inner:"},"entity":{"ex:e":{},"o:e":{}}}}}
            """);

        document.Bundles.Single().Id.ShouldBe("urn:outer:b");
        document.Bundles.Single().Statements.Select(s => s.Id).ShouldBe(["urn:inner:e", "urn:o:e"]);
    }

    internal static ProvDocument Read(string json) => ProvJsonReader.Read(Encoding.UTF8.GetBytes(json));

    private static ProvDocument Again(ProvDocument document) => Read(Text(document));

    private static string Text(ProvDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            ProvJsonWriter.Write(document, json);
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Structural equality: the same statements however they are ordered. A blank identifier of a relation names nothing that another refers to.
    private static List<string> Facts(ProvDocument document) =>
    [
        .. document.Statements.Select(s => s.CanonicalText()).Order(StringComparer.Ordinal),
        .. document.Bundles.SelectMany(b => b.Statements.Select(s => $"{b.Id} {s.CanonicalText()}").Prepend(b.Id)).Order(StringComparer.Ordinal),
    ];
}
