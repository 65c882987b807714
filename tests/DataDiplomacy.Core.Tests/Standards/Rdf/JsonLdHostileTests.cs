using System.Globalization;
using System.Text;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Rdf;

public sealed class JsonLdHostileTests
{
    private static readonly string Terms = string.Join(',', Enumerable.Range(0, 5_000).Select(number => $"\"t{number}\":\"http://e.x/t{number}\""));

    [Theory]
    [InlineData("""{"@context":"https://c.x/c.jsonld"}""", "$.@context", "https://c.x/c.jsonld, which is not known here")]
    [InlineData("""{"@graph":[{"@context":["//c.x/c"]}]}""", "$.@graph[0].@context", "//c.x/c, which is not known here")]
    [InlineData("""{"@context":{"@import":"https://c.x/c.jsonld"}}""", "$.@context.@import", "not known here")]
    [InlineData("""{"@context":{"a":"b:x","b":"a:y"}}""", "$.@context.a", "defined by itself")]
    [InlineData("""{"@context":{"a":{"@id":"b"},"b":{"@id":"a"}}}""", "$.@context.a", "defined by itself")]
    [InlineData("""{"@context":{"a":5}}""", "$.@context.a", "found 5")]
    [InlineData("""{"@context":{"@version":1.0}}""", "$.@context.@version", "found 1.0")]
    [InlineData("""{"@context":{"@id":"http://e.x/"}}""", "$.@context.@id", "keyword")]
    [InlineData("""{"@context":{"a":{"@id":"http://e.x/a","@container":"@graph"}}}""", "$.@context.a.@container", "graph containers are not read")]
    [InlineData("""{"@context":[{"@protected":true,"a":"http://e.x/a"},{"a":"http://e.x/b"}]}""", "$.@context.a", "protected term")]
    [InlineData("""{"@context":7}""", "$.@context", "expected a context")]
    [InlineData("""{"@id":7}""", "$.@id", "found 7")]
    [InlineData("""{"@type":{"a":1}}""", "$.@type", "expected a text")]
    [InlineData("""{"http://e.x/p":{"@value":"a","http://e.x/q":"b"}}""", "$.http://e.x/p", "beside @value")]
    [InlineData("""{"http://e.x/p":{"@value":["a"]}}""", "$.http://e.x/p", "as @value")]
    [InlineData("""{"http://e.x/p":{"@value":5,"@language":"en"}}""", "$.http://e.x/p", "with a language")]
    [InlineData("""{"@reverse":{"http://e.x/p":"a"}}""", "$.@reverse.http://e.x/p", "the literal \"a\"")]
    [InlineData("""{"@list":[]}""", "$.@list", "@list in a node")]
    [InlineData("""{"@id":"http://e.x/1","@id":"http://e.x/2"}""", "$", "no JSON")]
    [InlineData("""{"@context":{"id":"@id"},"@id":"http://e.x/1","id":"http://e.x/2"}""", "$.id", "@id twice")]
    [InlineData("5", "$", "expected an object that describes a node")]
    [InlineData("""[{}, "x"]""", "$[1]", "expected an object that describes a node")]
    [InlineData("{", "$", "no JSON at line 1")]
    [InlineData("", "$", "no JSON")]
    public void Refuses_and_says_where_and_why(string json, string path, string why)
    {
        var error = Should.Throw<RdfFormatException>(() => JsonLdReader.Read(Encoding.UTF8.GetBytes(json)));

        error.Path.ShouldBe(path);
        error.Message.ShouldContain(why);
    }

    [Theory]
    [InlineData("""{"@id":"\ud800"}""", "no Unicode")]
    [InlineData("""{"\ud800":1}""", "no Unicode")]
    [InlineData("""{"@context":{"\udc00":"http://e.x/a"}}""", "no Unicode")]
    [InlineData("""{"@context":{"j":{"@id":"http://e.x/j","@type":"@json"}},"j":[1e400]}""", "JSON without a canonical form")]
    public void Refuses_what_is_no_I_JSON(string json, string why) =>
        Should.Throw<RdfFormatException>(() => JsonLdReader.Read(Encoding.UTF8.GetBytes(json))).Found.ShouldContain(why);

    [Fact]
    public void Refuses_a_long_chain_of_terms()
    {
        var terms = string.Join(',', Enumerable.Range(0, 50_000).Select(number => $"\"t{number}\":\"t{number + 1}:x\""));

        var error = Should.Throw<RdfFormatException>(() => JsonLdReader.Read(Encoding.UTF8.GetBytes($$"""{"@context":{ {{terms}} } }""")));

        error.Found.ShouldBe("more than 100 terms that rest on each other");
    }

    /// <summary>Each byte of a published example in turn is replaced: it is read, or refused with the one exception.</summary>
    [Theory]
    [InlineData(PublishedExamples.Dcat3, "series-versions")]
    [InlineData(PublishedExamples.DcatAp, "example-bee-populaton-2022-2023")]
    public void Reads_or_refuses_damaged_documents(string family, string name)
    {
        var bytes = PublishedExamples.Bytes(family, name);

        var refused = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var damaged = bytes.ToArray();
            damaged[at] = (byte)"{}[]\",:@0\\n\u00FF"[at % 11];
            try
            {
                JsonLdReader.Read(damaged);
            }
            catch (RdfFormatException)
            {
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Refuses_contexts_that_include_themselves()
    {
        var contexts = new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["https://c.x/a"] = Encoding.UTF8.GetBytes("""{"@context":"https://c.x/b"}"""),
            ["https://c.x/b"] = Encoding.UTF8.GetBytes("""{"@context":["a"]}"""),
        };

        var error = Should.Throw<RdfFormatException>(() => JsonLdReader.Read("""{"@context":"https://c.x/a"}"""u8.ToArray(), contexts, null));

        error.Message.ShouldContain("https://c.x/a, which includes itself");
    }

    [Fact]
    public void Refuses_what_is_nested_too_deep()
    {
        var levels = JsonLdReader.MaxDepth + 1;
        var json = string.Concat(Enumerable.Repeat("""{"http://e.x/p":""", levels)) + "1" + new string('}', levels);

        var error = Should.Throw<RdfFormatException>(() => JsonLdReader.Read(Encoding.UTF8.GetBytes(json)));

        error.Expected.ShouldContain("at most 64 levels");
    }

    [Fact]
    public void Refuses_what_is_too_long()
    {
        var error = Should.Throw<RdfFormatException>(() => JsonLdReader.Read(new byte[JsonLdReader.MaxBytes + 1]));

        error.Found.ShouldBe("16777217 bytes");
    }

    [Fact]
    public void Refuses_too_many_triples()
    {
        var json = $"{{\"http://e.x/p\":[{string.Join(',', Enumerable.Range(0, JsonLdReader.MaxTriples + 1).Select(number => number.ToString(CultureInfo.InvariantCulture)))}]}}";

        var error = Should.Throw<RdfFormatException>(() => JsonLdReader.Read(Encoding.UTF8.GetBytes(json)));

        error.Found.ShouldBe("more than 500000 triples");
    }

    /// <summary>A class with a large context on many nodes: the context is made once.</summary>
    [Fact]
    public void Makes_the_context_of_a_class_once()
    {
        var nodes = string.Join(',', Enumerable.Range(0, 20_000).Select(number => $$"""{"@id":"http://e.x/{{number}}","@type":"T","t1":"a"}"""));

        var reading = JsonLdReader.Read(Encoding.UTF8.GetBytes($$"""{"@context":{"T":{"@id":"http://e.x/T","@context":{ {{Terms}} } } },"@graph":[{{nodes}}]}"""));

        reading.Graph.Count.ShouldBe(40_000);
    }

    [Fact]
    public void Makes_a_context_by_address_once()
    {
        var contexts = new Dictionary<string, ReadOnlyMemory<byte>> { ["https://c.x/c"] = Encoding.UTF8.GetBytes($$"""{"@context":{ {{Terms}} } }""") };
        var nodes = string.Join(',', Enumerable.Range(0, 5_000).Select(number => $$"""{"@context":"https://c.x/c","@id":"http://e.x/{{number}}","t1":"a"}"""));

        var reading = JsonLdReader.Read(Encoding.UTF8.GetBytes($"[{nodes}]"), contexts, null);

        reading.Graph.Count.ShouldBe(5_000);
    }

    [Fact]
    public void Refuses_a_document_that_defines_terms_without_end()
    {
        var nodes = string.Join(',', Enumerable.Repeat($$"""{"@context":{ {{Terms}} } }""", 21));

        var error = Should.Throw<RdfFormatException>(() => JsonLdReader.Read(Encoding.UTF8.GetBytes($"[{nodes}]")));

        error.Found.ShouldBe("more than 100000 definitions of terms");
    }
}
