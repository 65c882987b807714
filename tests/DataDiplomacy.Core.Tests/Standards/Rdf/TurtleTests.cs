using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Core.Tests.Standards.Rdf;

public sealed class TurtleTests(ITestOutputHelper output)
{
    private const string Example = "http://example.org/";

    [Fact]
    public void Reads_prefixes_lists_of_predicates_and_of_objects_and_comments()
    {
        const string turtle = """
            @prefix ex: <http://example.org/> . # one form
            PREFIX : <http://example.org/o#>
            ex:s a ex:Class ; ex:p ex:a , :b ;; ex:q <http://example.org/c#d> ; .
            """;

        var graph = new TripleIndex(Turtle.Read(turtle));

        graph.OfType(Example + "Class").ShouldBe([TurtleTerm.Iri(Example + "s")]);
        graph.All(TurtleTerm.Iri(Example + "s"), Example + "p").ShouldBe([TurtleTerm.Iri(Example + "a"), TurtleTerm.Iri(Example + "o#b")]);
        graph.One(TurtleTerm.Iri(Example + "s"), Example + "q").ShouldBe(TurtleTerm.Iri(Example + "c#d"));
        graph.Triples.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("\"plain\"", "plain", "http://www.w3.org/2001/XMLSchema#string", null)]
    [InlineData("'single \\'quoted\\' \\u00e9'", "single 'quoted' é", "http://www.w3.org/2001/XMLSchema#string", null)]
    [InlineData("\"\"\"long \"with\" # quotes\nand lines\"\"\"", "long \"with\" # quotes\nand lines", "http://www.w3.org/2001/XMLSchema#string", null)]
    [InlineData("\"Straße\"@de-CH", "Straße", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "de-CH")]
    [InlineData("\"2024-01-01\"^^xsd:date", "2024-01-01", "http://www.w3.org/2001/XMLSchema#date", null)]
    [InlineData("\"1\"^^<http://example.org/t>", "1", "http://example.org/t", null)]
    [InlineData("-5", "-5", "http://www.w3.org/2001/XMLSchema#integer", null)]
    [InlineData("4.2", "4.2", "http://www.w3.org/2001/XMLSchema#decimal", null)]
    [InlineData("1.5e-3", "1.5e-3", "http://www.w3.org/2001/XMLSchema#double", null)]
    [InlineData("true", "true", "http://www.w3.org/2001/XMLSchema#boolean", null)]
    public void Reads_each_form_of_literal(string literal, string value, string type, string? language)
    {
        var turtle = $"@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . <http://example.org/s> <http://example.org/p> {literal}.";

        var triple = Turtle.Read(turtle).ShouldHaveSingleItem();

        triple.Object.ShouldBe(new TurtleTerm(TurtleKind.Literal, value, type, language));
    }

    [Fact]
    public void Reads_blank_nodes_and_collections()
    {
        const string turtle = """
            @prefix ex: <http://example.org/> .
            [ ex:p [ ex:q 1 ] ] .
            _:b ex:list ( ex:a "b" [] ) ; ex:empty () .
            [] ex:same _:b .
            """;

        var graph = new TripleIndex(Turtle.Read(turtle));

        var list = graph.Triples.Single(triple => triple.Predicate == Example + "list");
        graph.List(list.Object).Select(item => item.Kind).ShouldBe([TurtleKind.Iri, TurtleKind.Literal, TurtleKind.Blank]);
        graph.One(list.Subject, Example + "empty").ShouldBe(TurtleTerm.Iri(TripleIndex.Nil));
        graph.Triples.Single(triple => triple.Predicate == Example + "same").Object.ShouldBe(list.Subject);
        graph.One(graph.Triples.Single(triple => triple.Predicate == Example + "p").Object, Example + "q").ShouldNotBeNull().Value.ShouldBe("1");
    }

    [Fact]
    public void Resolves_relative_IRIs_against_the_base()
    {
        const string turtle = "@base <http://example.org/a/> . <b> <#p> <../c> .";

        var triple = Turtle.Read(turtle).ShouldHaveSingleItem();

        triple.ShouldBe(new TurtleTriple(TurtleTerm.Iri(Example + "a/b"), Example + "a/#p", TurtleTerm.Iri(Example + "c")));
    }

    /// <summary>The number of triples is that of N3.js for the same files.</summary>
    [Fact]
    public void Reads_all_Turtle_of_the_standards_examples()
    {
        var files = SharedFiles.Files("vectors/provenance", "*.ttl");

        var triples = files.Sum(file => Turtle.ReadFiles([file]).Triples.Count);

        output.WriteLine($"turtle: {files.Count} files, {triples} triples");
        (files.Count, triples).ShouldBe((114, 18707));
    }

    [Theory]
    [InlineData("<http://example.org/s> <http://example.org/p> .")]
    [InlineData("<http://example.org/s> <http://example.org/p> <http://example.org/o>")]
    [InlineData("ex:s ex:p ex:o .")]
    [InlineData("\"s\" <http://example.org/p> 1 .")]
    [InlineData("<http://example.org/s> 1 2 .")]
    public void Refuses_what_is_no_Turtle(string turtle) => Should.Throw<FormatException>(() => Turtle.Read(turtle));
}
