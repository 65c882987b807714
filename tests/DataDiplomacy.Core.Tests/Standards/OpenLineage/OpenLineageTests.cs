using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Standards.OpenLineage;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Constraints;
using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Core.Tests.Standards.OpenLineage;

public sealed class OpenLineageTests(ITestOutputHelper output)
{
    private const string Run = "f69a6e9b-9bac-3c9a-9cf6-eacb70ecc9a9";

    /// <summary>The published examples, each facet in the smallest event that can carry it, by the name of its folder.</summary>
    [Fact]
    public void Takes_the_published_events_and_facets()
    {
        var folder = SharedFiles.Folder("vectors/provenance/openlineage");
        var names = SharedFiles.Json(Path.Combine(folder, "cases.json")).EnumerateObject().Select(c => c.Name).ToList();

        var taken = names.Where(name => OpenLineageReader.Read(Encoding.UTF8.GetBytes(Wrapped(name, File.ReadAllText(Path.Combine(folder, name + ".json"))))) is [{ Event: { } read }]
            && ProvConstraints.Check(Document(new OpenLineageProvenance((_, _) => null).Of(read))).IsValid).ToList();

        output.WriteLine($"openlineage: {taken.Count} of {names.Count} taken");
        taken.ShouldBe(names);
        names.Count.ShouldBe(28);
    }

    /// <summary>The example of the specification: one job reads and writes one data set; the version of what it read keeps both apart.</summary>
    [Fact]
    public void Honours_the_version_of_an_input_and_makes_no_circle_of_a_data_set_that_is_read_and_written()
    {
        var statements = Statements(Event("COMPLETE", """{"namespace":"n","name":"river","facets":{"version":{"_producer":"https://x/etl","_schemaURL":"https://x/s","datasetVersion":"2"}}}""", """{"namespace":"n","name":"river","facets":{}}"""));

        Notations(statements).ShouldContain($"used(urn:uuid:{Run}, urn:openlineage:dataset:n:river#version=2)");
        Notations(statements).ShouldContain($"wasGeneratedBy(urn:openlineage:dataset:n:river#after={Run}, urn:uuid:{Run})");
        Notations(statements).ShouldContain($"specializationOf(urn:openlineage:dataset:n:river#after={Run}, urn:openlineage:dataset:n:river)");
        ProvConstraints.Check(Document(statements)).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Takes_the_beginning_and_the_end_of_a_run_from_two_events()
    {
        var both = Statements(Event("START", null, null)).Concat(Statements(Event("COMPLETE", null, null, "2026-11-01T10:05:00Z"))).ToList();

        both.Where(s => s.Kind == ProvKind.Activity).Select(s => string.Join("/", s.Arguments)).ShouldBe(["2026-11-01T10:00:00Z/", "/2026-11-01T10:05:00Z"]);
        ProvConstraints.Check(Document(both)).IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData("START", 0)]
    [InlineData("FAIL", 1)]
    [InlineData("ABORT", 1)]
    public void Calls_nothing_the_origin_of_what_a_run_did_not_end_to_write(string type, int influences)
    {
        var statements = Statements(Event(type, null, """{"namespace":"n","name":"sum"}"""));

        statements.ShouldNotContain(s => s.Kind == ProvKind.Generation || s.Kind == ProvKind.Derivation);
        Notations(statements).Count(n => n == $"wasInfluencedBy(urn:openlineage:dataset:n:sum, urn:uuid:{Run})").ShouldBe(influences);
        ProvConstraints.Check(Document(statements)).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Follows_single_fields()
    {
        var statements = Statements(Event("COMPLETE", """{"namespace":"n","name":"raw"}""",
            """{"namespace":"n","name":"sum","facets":{"columnLineage":{"_producer":"https://x","_schemaURL":"https://x","fields":{"total":{"inputFields":[{"namespace":"n","name":"raw","field":"amount","transformations":[{"type":"DIRECT","subtype":"AGGREGATION"}]}]}}}}}"""));

        var derivation = statements.Single(s => s.Kind == ProvKind.Derivation);
        derivation.Arguments.Take(2).ShouldBe([$"urn:openlineage:dataset:n:sum#after={Run}&field=total", "urn:openlineage:dataset:n:raw#field=amount"]);
        derivation.Attributes.Single().Value.Text.ShouldContain("AGGREGATION");
    }

    [Fact]
    public void Names_data_sets_as_the_caller_knows_them()
    {
        var read = Read(Event("COMPLETE", """{"namespace":"https://here/","name":"sdg","facets":{"version":{"_producer":"https://x","_schemaURL":"https://x","datasetVersion":"3"}}}""", null));

        var statements = new OpenLineageProvenance((name, version) => name.Namespace == "https://here/" ? $"v1/datasets/{name.Name}" + (version is null ? "" : $"/versions/{version}") : null).Of(read);

        Notations(statements).ShouldContain($"used(urn:uuid:{Run}, v1/datasets/sdg/versions/3)");
        Notations(statements).ShouldContain("specializationOf(v1/datasets/sdg/versions/3, v1/datasets/sdg)");
    }

    [Fact]
    public void Takes_what_was_designed_for_influence()
    {
        var statements = Statements("""{"eventTime":"2026-11-01T10:00:00Z","producer":"https://x/etl","schemaURL":"https://x","job":{"namespace":"n","name":"j"},"inputs":[{"namespace":"n","name":"a"}],"outputs":[{"namespace":"n","name":"b"}]}""");

        Notations(statements).ShouldContain("wasInfluencedBy(urn:openlineage:job:n:j, urn:openlineage:dataset:n:a)");
        Notations(statements).ShouldContain("wasInfluencedBy(urn:openlineage:dataset:n:b, urn:openlineage:job:n:j)");
    }

    [Theory]
    [InlineData("{}", "/eventTime", "missing")]
    [InlineData("""{"eventTime":"2026-11-01","producer":"https://x","schemaURL":"https://x","job":{"namespace":"n","name":"j"}}""", "/eventTime", "no instant")]
    [InlineData("""{"eventTime":"2026-11-01T10:00:00Z","producer":"etl","schemaURL":"https://x","job":{"namespace":"n","name":"j"}}""", "/producer", "no URI")]
    [InlineData("""{"eventTime":"2026-11-01T10:00:00Z","producer":"https://x","schemaURL":"https://x"}""", "", "a run with its job")]
    [InlineData("""{"eventTime":"2026-11-01T10:00:00Z","producer":"https://x","schemaURL":"https://x","run":{"runId":"7"},"job":{"namespace":"n","name":"j"}}""", "/run/runId", "no UUID")]
    [InlineData("""{"eventTime":"2026-11-01T10:00:00Z","eventType":"DONE","producer":"https://x","schemaURL":"https://x","run":{"runId":"f69a6e9b-9bac-3c9a-9cf6-eacb70ecc9a9"},"job":{"namespace":"n","name":"j"}}""", "/eventType", "START, RUNNING")]
    [InlineData("""{"eventTime":"2026-11-01T10:00:00Z","producer":"https://x","schemaURL":"https://x","job":{"namespace":"n","name":"j","facets":{"sql":{"query":"SELECT 1"}}}}""", "/job/facets/sql/_producer", "missing")]
    [InlineData("""{"eventTime":"2026-11-01T10:00:00Z","producer":"https://x","schemaURL":"https://x","job":{"namespace":"n","name":"j"},"inputs":[{"name":"a"}]}""", "/inputs/0/namespace", "missing")]
    [InlineData("""{"eventTime":"2026-11-01T10:00:00Z","producer":"https://x","schemaURL":"https://x","job":{"namespace":"n","name":"j"},"inputs":{}}""", "/inputs", "array")]
    [InlineData("""{"eventTime":"2026-11-01T10:00:00Z","producer":"\ud800","schemaURL":"https://x","job":{"namespace":"n","name":"j"}}""", "", "no Unicode")]
    public void Says_what_is_wrong_where(string json, string path, string why)
    {
        var error = OpenLineageReader.Read(Encoding.UTF8.GetBytes(json)).Single().Error.ShouldNotBeNull();

        error.Path.ShouldBe(path);
        error.Message.ShouldContain(why);
    }

    [Fact]
    public void Refuses_an_object_with_a_name_twice() =>
        Should.Throw<OpenLineageFormatException>(() => OpenLineageReader.Read("""{"eventTime":"2026-11-01T10:00:00Z","eventTime":"2026-11-02T10:00:00Z"}"""u8.ToArray())).Message.ShouldContain("a name twice");

    [Fact]
    public void Refuses_one_event_of_a_batch_without_the_others_and_a_batch_that_is_none_as_a_whole()
    {
        var batch = OpenLineageReader.Read(Encoding.UTF8.GetBytes($"[{Event("START", null, null)},{{}},7]"));

        batch.Select(e => e.Error?.Path).ShouldBe([null, "/1/eventTime", "/2"]);
        Should.Throw<OpenLineageFormatException>(() => OpenLineageReader.Read("7"u8.ToArray())).Message.ShouldContain("array");
        Should.Throw<OpenLineageFormatException>(() => OpenLineageReader.Read("[{"u8.ToArray())).Message.ShouldContain("Not JSON");
        Should.Throw<OpenLineageFormatException>(() => OpenLineageReader.Read(Encoding.UTF8.GetBytes($"[{string.Join(",", Enumerable.Repeat("{}", 1_001))}]"))).Message.ShouldContain("1000");
    }

    [Fact]
    public void Knows_the_same_event_again_by_run_transition_and_time()
    {
        var (first, again) = (Read(Event("COMPLETE", """{"namespace":"n","name":"a"}""", null)), Read(Event("COMPLETE", null, null)));

        again.Key.ShouldBe(first.Key);
        Read(Event("START", null, null)).Key.ShouldNotBe(first.Key);
    }

    private static string Event(string type, string? input, string? result, string time = "2026-11-01T10:00:00Z") =>
        $$"""{"eventTime":"{{time}}","eventType":"{{type}}","producer":"https://x/etl","schemaURL":"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent","run":{"runId":"{{Run}}"},"job":{"namespace":"n","name":"clean"},"inputs":[{{input}}],"outputs":[{{result}}]}""";

    private static string Wrapped(string name, string facet)
    {
        if (name == "example_full_event") return facet;
        var (json, parsed) = (JsonNode.Parse(Event("COMPLETE", """{"namespace":"n","name":"in"}""", """{"namespace":"n","name":"out"}""")).ShouldNotBeNull(), JsonNode.Parse(facet).ShouldNotBeNull());
        var place = (name[..name.IndexOf("__", StringComparison.Ordinal)], parsed["lineage"]?["_schemaURL"]?.GetValue<string>()) switch
        {
            ("LineageFacet", { } schema) when schema.EndsWith("LineageDatasetFacet", StringComparison.Ordinal) => json["outputs"]![0]!,
            ("LineageFacet", _) => json["job"]!,
            (var kind, _) when kind.EndsWith("RunFacet", StringComparison.Ordinal) => json["run"]!,
            (var kind, _) when kind.EndsWith("JobFacet", StringComparison.Ordinal) => json["job"]!,
            (var kind, _) when kind.EndsWith("InputDatasetFacet", StringComparison.Ordinal) => json["inputs"]![0]!,
            _ => json["outputs"]![0]!,
        };
        place["facets"] = parsed;
        return json.ToJsonString();
    }

    private static OpenLineageEvent Read(string json) => OpenLineageReader.Read(Encoding.UTF8.GetBytes(json)).Single().Event.ShouldNotBeNull();

    private static IReadOnlyList<ProvStatement> Statements(string json) => new OpenLineageProvenance((_, _) => null).Of(Read(json));

    private static IReadOnlyList<string> Notations(IEnumerable<ProvStatement> statements) =>
        [.. statements.Select(s => $"{s.Shape.Name}({string.Join(", ", s.Arguments.Where((a, i) => a is not null && s.Shape.Arguments[i].Role != ProvRole.Time))})")];

    private static ProvDocument Document(IReadOnlyList<ProvStatement> statements) => new() { Namespaces = ProvNamespaces.Of(), Statements = statements };
}
