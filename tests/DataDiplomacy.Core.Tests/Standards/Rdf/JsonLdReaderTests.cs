using System.Text;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Rdf;

public sealed class JsonLdReaderTests
{
    /// <summary>One feature of JSON-LD 1.1 in a line; expected triples by hand from the Processing Algorithms (2020).</summary>
    [Theory]
    [InlineData("""{"@context":{"n":"http://e.x/n"},"@id":"http://e.x/1","n":"a"}""", "<http://e.x/1> <http://e.x/n> \"a\"")]
    [InlineData("""{"@context":{"e":"http://e.x/"},"@id":"e:1","e:n":[1,2.5,true]}""", """<http://e.x/1> <http://e.x/n> "1"^^<http://www.w3.org/2001/XMLSchema#integer> | <http://e.x/1> <http://e.x/n> "2.5E0"^^<http://www.w3.org/2001/XMLSchema#double> | <http://e.x/1> <http://e.x/n> "true"^^<http://www.w3.org/2001/XMLSchema#boolean>""")]
    [InlineData("""{"@context":{"@vocab":"http://e.x/","@base":"http://b.x/d/"},"@id":"../1","@type":"T","n":{"@id":"#f"}}""", "<http://b.x/1> <http://e.x/n> <http://b.x/d/#f> | <http://b.x/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e.x/T>")]
    [InlineData("""{"@context":{"@vocab":"http://e.x/","@language":"de","o":{"@language":null}},"@id":"http://e.x/1","n":"a","o":"b"}""", "<http://e.x/1> <http://e.x/n> \"a\"@de | <http://e.x/1> <http://e.x/o> \"b\"")]
    [InlineData("""{"@context":{"@vocab":"http://e.x/","id":"@id","type":"@type","d":{"@type":"http://e.x/date"}},"id":"http://e.x/1","type":"T","d":"x"}""", "<http://e.x/1> <http://e.x/d> \"x\"^^<http://e.x/date> | <http://e.x/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e.x/T>")]
    [InlineData("""{"@context":{"@vocab":"http://e.x/","l":{"@container":"@language"}},"@id":"http://e.x/1","l":{"en":"a","de":["b","c"],"@none":"d"}}""", "<http://e.x/1> <http://e.x/l> \"a\"@en | <http://e.x/1> <http://e.x/l> \"b\"@de | <http://e.x/1> <http://e.x/l> \"c\"@de | <http://e.x/1> <http://e.x/l> \"d\"")]
    [InlineData("""{"@context":{"@vocab":"http://e.x/","p":{"@reverse":"http://e.x/partOf"}},"@id":"http://e.x/1","p":{"@id":"http://e.x/2"},"@reverse":{"q":{"@id":"http://e.x/3"}}}""", "<http://e.x/2> <http://e.x/partOf> <http://e.x/1> | <http://e.x/3> <http://e.x/q> <http://e.x/1>")]
    [InlineData("""{"@context":{"@vocab":"http://e.x/","i":{"@container":"@index"},"k":{"@container":"@id"}},"@id":"http://e.x/1","i":{"x":"a","y":"b"},"k":{"http://e.x/2":{"n":"c"}}}""", "<http://e.x/1> <http://e.x/i> \"a\" | <http://e.x/1> <http://e.x/i> \"b\" | <http://e.x/1> <http://e.x/k> <http://e.x/2> | <http://e.x/2> <http://e.x/n> \"c\"")]
    [InlineData("""{"@context":{"@vocab":"http://e.x/","v":{"@type":"@vocab"}},"@id":"http://e.x/1","v":["a","http://o.x/b"]}""", "<http://e.x/1> <http://e.x/v> <http://e.x/a> | <http://e.x/1> <http://e.x/v> <http://o.x/b>")]
    [InlineData("""{"@context":{"@vocab":"http://e.x/","s":{"@container":"@set"}},"@id":"http://e.x/1","s":"a","t":{"@set":["b",null]},"x":null}""", "<http://e.x/1> <http://e.x/s> \"a\" | <http://e.x/1> <http://e.x/t> \"b\"")]
    [InlineData("""{"@context":{"@vocab":"http://e.x/","j":{"@type":"@json"}},"@id":"http://e.x/1","j":{"b":1,"a":[]}}""", """<http://e.x/1> <http://e.x/j> "{\"a\":[],\"b\":1}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>""")]
    [InlineData("""{"@context":{"@vocab":"http://e.x/","t":{"@type":"@none","@language":"fr"}},"@id":"http://e.x/1","t":"a"}""", "<http://e.x/1> <http://e.x/t> \"a\"")]
    [InlineData("""{"@context":{"@base":"http://b.x/d/","@vocab":"#"},"@id":"http://e.x/1","n":"a"}""", "<http://e.x/1> <http://b.x/d/#n> \"a\"")]
    [InlineData("""{"@id":"http://e.x/1","http://e.x/n":[1e-7,12345678901234567890,-0.0]}""", """<http://e.x/1> <http://e.x/n> "0"^^<http://www.w3.org/2001/XMLSchema#integer> | <http://e.x/1> <http://e.x/n> "1.0E-7"^^<http://www.w3.org/2001/XMLSchema#double> | <http://e.x/1> <http://e.x/n> "12345678901234567168"^^<http://www.w3.org/2001/XMLSchema#integer>""")]
    public void Reads_a_feature_of_the_standard(string json, string triples)
    {
        var reading = Read(json);

        Lines(reading.Graph).ShouldBe(triples);
        reading.Ignored.ShouldBeEmpty();
    }

    /// <summary>A context of a class ends at the next node, one of a property goes on (JSON-LD 1.1, 4.1.8 to 4.1.10).</summary>
    [Fact]
    public void Keeps_scoped_contexts_where_they_hold()
    {
        const string json = """
            {"@context":{"@vocab":"http://e.x/","T":{"@id":"http://e.x/T","@context":{"n":"http://t.x/n"}},"p":{"@id":"http://e.x/p","@context":{"n":"http://p.x/n"}}},
             "@id":"http://e.x/1","@type":"T","n":"class","q":{"@id":"http://e.x/2","n":"outside"},"p":{"@id":"http://e.x/3","n":"property","r":{"@id":"http://e.x/4","n":"below"}}}
            """;

        var reading = Read(json);

        reading.Graph.Triples.Where(triple => triple.Object.IsLiteral).Select(triple => $"{triple.Predicate} {triple.Object.Value}").Order(StringComparer.Ordinal)
            .ShouldBe(["http://e.x/n outside", "http://p.x/n below", "http://p.x/n property", "http://t.x/n class"]);
    }

    [Fact]
    public void Reads_lists_in_their_order()
    {
        var reading = Read("""{"@context":{"@vocab":"http://e.x/","l":{"@container":"@list"}},"@id":"http://e.x/1","l":["a",["b"]],"m":{"@list":[]}}""");

        GraphComparison.Differences(reading.Graph, TurtleGraph.Read("<http://e.x/1> <http://e.x/l> (\"a\" (\"b\")) ; <http://e.x/m> () .")).ShouldBeEmpty();
    }

    [Fact]
    public void Reads_blank_nodes_by_label_and_by_place()
    {
        var reading = Read("""{"@context":{"@vocab":"http://e.x/"},"@graph":[{"@id":"_:x","n":{"@id":"_:y"}},{"@id":"_:y","n":{"n":"deep"}}]}""");

        GraphComparison.Differences(reading.Graph, TurtleGraph.Read("_:a <http://e.x/n> _:b . _:b <http://e.x/n> [ <http://e.x/n> \"deep\" ] .")).ShouldBeEmpty();
    }

    [Fact]
    public void Takes_a_context_by_address_from_those_it_was_given()
    {
        var contexts = new Dictionary<string, ReadOnlyMemory<byte>> { ["https://c.x/c.jsonld"] = Encoding.UTF8.GetBytes("""{"@context":{"n":"http://e.x/n"}}""") };

        var reading = JsonLdReader.Read(Encoding.UTF8.GetBytes("""{"@context":["https://c.x/c.jsonld",{"m":"http://e.x/m"}],"@id":"http://e.x/1","n":"a","m":"b"}"""), contexts, null);

        reading.Graph.Count.ShouldBe(2);
    }

    [Fact]
    public void Counts_names_and_values_that_mean_nothing()
    {
        var reading = Read("""{"@context":{"e":"http://e.x/"},"@id":"http://e.x/1","@type":"Dataset","title":"a","e:p":{"title":"b"},"e:q":{"@id":"relative"}}""");

        reading.Ignored.ShouldBe([new("Dataset", 1), new("title", 2), new("relative", 1)]);
    }

    [Fact]
    public void Drops_and_counts_texts_with_a_language_or_datatype_that_is_none()
    {
        var reading = Read("""{"@id":"http://e.x/1","http://e.x/p":[{"@value":"a","@language":"en . <x>"},{"@value":"b","@type":"date"},{"@value":"c","@language":"pt-BR"}]}""");

        Lines(reading.Graph).ShouldBe("<http://e.x/1> <http://e.x/p> \"c\"@pt-BR");
        reading.Ignored.ShouldBe([new("en . <x>", 1), new("date", 1)]);
    }

    private static JsonLdReading Read(string json) => JsonLdReader.Read(Encoding.UTF8.GetBytes(json));

    private static string Lines(RdfGraph graph) => string.Join(" | ", GraphComparison.Lines(graph));
}
