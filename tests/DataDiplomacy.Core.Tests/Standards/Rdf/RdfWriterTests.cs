using System.Text;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Rdf;

public sealed class RdfWriterTests
{
    private const string P = "http://e.x/p";

    private static readonly Dictionary<string, string> Prefixes = new() { ["e"] = "http://e.x/", ["z"] = "http://z.x/" };

    /// <summary>RDF 1.1 Turtle, 6.4 "Escape Sequences", 2014.</summary>
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("say \"a\\b\"", "\"say \\\"a\\\\b\\\"\"")]
    [InlineData("one\ntwo\r\tthree", "\"one\\ntwo\\r\\tthree\"")]
    [InlineData("\u0000\b\u007F", "\"\\u0000\\u0008\\u007F\"")]
    [InlineData("Größe 😀 الأنهار", "\"Größe 😀 الأنهار\"")]
    public void Escapes_texts_in_Turtle(string text, string written)
    {
        var graph = new RdfGraph();
        graph.Add(RdfTerm.Iri("http://e.x/1"), P, RdfTerm.Literal(text));

        var turtle = TurtleWriter.Write(graph, Prefixes);

        turtle.ShouldBe($"@prefix e: <http://e.x/> .\n\n<http://e.x/1> e:p {written} .\n".Replace("<http://e.x/1>", "e:1"));
        TurtleGraph.Read(turtle).Triples.ShouldBe(graph.Triples);
    }

    [Theory]
    [InlineData("http://e.x/", "<http://e.x/>")]
    [InlineData("http://e.x/a/b", "<http://e.x/a/b>")]
    [InlineData("http://e.x/a.", "<http://e.x/a.>")]
    [InlineData("http://e.x/%20(a),;", "<http://e.x/%20(a),;>")]
    [InlineData("http://e.x/größe", "<http://e.x/größe>")]
    [InlineData("http://e.x/a_1-b", "e:a_1-b")]
    public void Shortens_only_names_that_each_reader_takes(string iri, string written)
    {
        var graph = new RdfGraph();
        graph.Add(RdfTerm.Iri("http://o.x/1"), P, RdfTerm.Iri(iri));

        var turtle = TurtleWriter.Write(graph, Prefixes);

        turtle.ShouldEndWith($"<http://o.x/1> e:p {written} .\n");
        TurtleGraph.Read(turtle).Triples.ShouldBe(graph.Triples);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("/relative")]
    [InlineData("http://e.x/<script>")]
    [InlineData("http://e.x/\"> . <http://e.x/2")]
    [InlineData("")]
    [InlineData("1http://e.x")]
    public void Refuses_IRIs_that_are_none(string iri) => Should.Throw<ArgumentException>(() => RdfTerm.Iri(iri));

    [Fact]
    public void Refuses_datatypes_languages_and_labels_that_would_end_the_term()
    {
        Should.Throw<ArgumentException>(() => RdfTerm.Literal("a", "x> . <http://e.x/2")).Message.ShouldContain("no datatype");
        Should.Throw<ArgumentException>(() => RdfTerm.Text("a", "en . <http://e.x/2>")).Message.ShouldContain("no language tag");
        Should.Throw<ArgumentException>(() => RdfTerm.Text("a", "en_GB")).Message.ShouldContain("no language tag");
        Should.Throw<ArgumentException>(() => RdfTerm.Blank("b .")).Message.ShouldContain("no label");
        Should.Throw<ArgumentException>(() => new RdfGraph().Add(RdfTerm.Blank("b"), "p q", RdfTerm.Literal("a"))).Message.ShouldContain("no absolute IRI");
    }

    [Fact]
    public void Writes_circles_and_shared_blank_nodes_by_label()
    {
        var graph = TurtleGraph.Read("_:a <http://e.x/p> _:b . _:b <http://e.x/p> _:a . <http://e.x/1> <http://e.x/p> _:c , [ <http://e.x/q> [] ] . <http://e.x/2> <http://e.x/p> _:c . [] <http://e.x/p> 1 .");

        var turtle = TurtleGraph.Read(TurtleWriter.Write(graph, Prefixes));
        var json = JsonLdReader.Read(JsonLdWriter.Write(graph, Prefixes, []));

        GraphComparison.Differences(graph, turtle).ShouldBeEmpty();
        GraphComparison.Differences(graph, json.Graph).ShouldBeEmpty();
    }

    [Fact]
    public void Writes_long_chains_without_deep_nesting()
    {
        var graph = new RdfGraph();
        for (var at = 0; at < 5_000; at++) graph.Add(RdfTerm.Blank($"n{at}"), P, RdfTerm.Blank($"n{at + 1}"));

        var json = JsonLdReader.Read(JsonLdWriter.Write(graph, Prefixes, []));

        (json.Graph.Count, TurtleGraph.Read(TurtleWriter.Write(graph, Prefixes)).Count).ShouldBe((5_000, 5_000));
    }

    [Fact]
    public void Does_not_use_a_prefix_that_is_the_scheme_of_an_IRI()
    {
        var graph = new RdfGraph();
        graph.Add(RdfTerm.Iri("e:1"), P, RdfTerm.Iri("e:2"));

        var json = JsonLdReader.Read(JsonLdWriter.Write(graph, Prefixes, []));

        json.Graph.Triples.ShouldBe(graph.Triples);
    }

    [Fact]
    public void Writes_nothing_for_an_empty_graph()
    {
        TurtleWriter.Write(new(), Prefixes).ShouldBeEmpty();
        Encoding.UTF8.GetString(JsonLdWriter.Write(new(), Prefixes, [])).ShouldBe("{\n  \"@context\": {},\n  \"@graph\": []\n}");
    }

    [Fact]
    public void Keeps_a_triple_once_and_refuses_literals_as_subjects()
    {
        var graph = new RdfGraph();

        var added = new[] { graph.Add(RdfTerm.Iri("http://e.x/1"), P, RdfTerm.Text("a", "en")), graph.Add(RdfTerm.Iri("http://e.x/1"), P, RdfTerm.Text("a", "en")) };

        added.ShouldBe([true, false]);
        Should.Throw<ArgumentException>(() => graph.Add(RdfTerm.Literal("a"), P, RdfTerm.Literal("b")));
    }

    /// <summary>RFC 3986, 5.4 "Reference Resolution Examples", 2005.</summary>
    [Theory]
    [InlineData("g:h", "g:h")]
    [InlineData("g", "http://a/b/c/g")]
    [InlineData("./g", "http://a/b/c/g")]
    [InlineData("g/", "http://a/b/c/g/")]
    [InlineData("/g", "http://a/g")]
    [InlineData("//g", "http://g")]
    [InlineData("?y", "http://a/b/c/d;p?y")]
    [InlineData("g?y", "http://a/b/c/g?y")]
    [InlineData("#s", "http://a/b/c/d;p?q#s")]
    [InlineData("g#s", "http://a/b/c/g#s")]
    [InlineData(";x", "http://a/b/c/;x")]
    [InlineData("", "http://a/b/c/d;p?q")]
    [InlineData(".", "http://a/b/c/")]
    [InlineData("./", "http://a/b/c/")]
    [InlineData("..", "http://a/b/")]
    [InlineData("../g", "http://a/b/g")]
    [InlineData("../..", "http://a/")]
    [InlineData("../../../g", "http://a/g")]
    [InlineData("/../g", "http://a/g")]
    [InlineData("g.", "http://a/b/c/g.")]
    [InlineData("./g/.", "http://a/b/c/g/")]
    [InlineData("g;x=1/../y", "http://a/b/c/y")]
    [InlineData("g?y/../x", "http://a/b/c/g?y/../x")]
    [InlineData("g#s/../x", "http://a/b/c/g#s/../x")]
    public void Resolves_references_as_the_standard_does(string reference, string iri)
    {
        var json = Encoding.UTF8.GetBytes($$"""{"@id":"http://e.x/1","http://e.x/p":{"@id":"{{reference}}"} }""");

        var reading = JsonLdReader.Read(json, new Dictionary<string, ReadOnlyMemory<byte>>(), "http://a/b/c/d;p?q");

        reading.Graph.Triples.ShouldHaveSingleItem().Object.Value.ShouldBe(iri);
    }
}
