using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Standards.OpenLineage;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Core.Tests.Standards.OpenLineage;

public sealed class OpenLineageRunTests
{
    private const string Run = "f69a6e9b-9bac-3c9a-9cf6-eacb70ecc9a9";
    private static readonly string Told = """
        {"eventTime":"2026-11-01T10:05:00Z","eventType":"COMPLETE","producer":"https://x.example/etl","schemaURL":"https://x.example/s",
         "run":{"runId":"RUN","facets":{"nominalTime":{FACET,"nominalStartTime":"2026-11-01T00:00:00Z"}}},
         "job":{"namespace":"n","name":"a job: of all","facets":{"sql":{FACET,"query":"SELECT 1"}}},
         "inputs":[{"namespace":"s3://lake","name":"raw/wells","facets":{"version":{FACET,"datasetVersion":"7"}},"inputFacets":{"inputStatistics":{FACET,"rowCount":3}}}],
         "outputs":[{"namespace":"n","name":"sum","facets":{"columnLineage":{FACET,"fields":{"total":{"inputFields":[{"namespace":"s3://lake","name":"raw/wells","field":"amount"}]}}}},"outputFacets":{"outputStatistics":{FACET,"rowCount":1}}}]}
        """.Replace("RUN", Run).Replace("FACET", """ "_producer":"https://x.example/etl","_schemaURL":"https://x.example/s" """);

    [Fact]
    public void Comes_out_as_it_was_told()
    {
        var events = Events(Told);

        var written = JsonNode.Parse(OpenLineageWriter.Write(events)).ShouldNotBeNull().AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        var told = JsonNode.Parse(Told).ShouldNotBeNull();
        foreach (var member in new[] { "eventTime", "eventType", "producer", "run", "job", "inputs", "outputs" })
        {
            JsonNode.DeepEquals(written[member], told[member]).ShouldBeTrue($"{member}: {written[member]?.ToJsonString()} is not {told[member]?.ToJsonString()}");
        }
    }

    [Fact]
    public void Is_read_again_as_the_same_events()
    {
        var events = Events(Told.Replace("COMPLETE", "START").Replace("10:05", "10:00"), Told);

        var again = OpenLineageReader.Read(OpenLineageWriter.Write(events)).Select(e => e.Event.ShouldNotBeNull()).ToList();

        again.Select(e => (e.Transition, e.EventTime)).ShouldBe([(RunTransition.Start, "2026-11-01T10:00:00Z"), (RunTransition.Complete, "2026-11-01T10:05:00Z")]);
        again[1].Inputs.Select(i => (i.Name, i.Version)).ShouldBe([(new LineageName("s3://lake", "raw/wells"), "7")]);
        again[1].Steps.ShouldHaveSingleItem().SourceField.ShouldBe("amount");
        again[0].Outputs.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("FAIL", RunTransition.Fail)]
    [InlineData("ABORT", RunTransition.Abort)]
    public void Remembers_how_a_run_ended_and_what_it_was_to_write(string type, RunTransition expected)
    {
        var ended = Events(Told.Replace("COMPLETE", type)).ShouldHaveSingleItem();

        ended.Transition.ShouldBe(expected);
        ended.Outputs.ShouldHaveSingleItem().Name.ShouldBe(new LineageName("n", "sum"));
    }

    [Fact]
    public void Tells_of_an_activity_that_no_event_told_of()
    {
        ProvStatement[] statements =
        [
            new() { Kind = ProvKind.Activity, Id = "https://here.example/v1/activities/a", Arguments = ["2026-11-01T10:00:00Z", "2026-11-01T10:05:00Z"], Attributes = [new ProvAttribute(ProvNames.Type, ProvValue.Name("https://here.example/ns#Import"))] },
            ProvStatement.Relation(ProvKind.Usage, null, "https://here.example/v1/activities/a", "https://there.example/files/wells.csv"),
            ProvStatement.Relation(ProvKind.Generation, null, "https://here.example/wells/2", "https://here.example/v1/activities/a"),
            ProvStatement.Relation(ProvKind.Usage, null, "https://here.example/v1/activities/b", "https://there.example/files/other.csv"),
        ];

        var events = Here().Of("https://here.example/v1/activities/a", statements, "2026-11-02T00:00:00Z");

        events.Select(e => e.Transition).ShouldBe([RunTransition.Start, RunTransition.Complete]);
        var end = events[1];
        (end.Job, end.Producer).ShouldBe((new LineageName("https://here.example", "Import"), "https://here.example"));
        end.Inputs.ShouldHaveSingleItem().Name.ShouldBe(new LineageName("https://there.example", "files/wells.csv"));
        (end.Outputs.ShouldHaveSingleItem().Name, end.Outputs[0].Version).ShouldBe((new LineageName("https://here.example", "wells"), "2"));
    }

    [Fact]
    public void Has_no_events_of_what_is_no_activity() => Here().Of("https://here.example/wells/2", [ProvStatement.Element(ProvKind.Entity, "https://here.example/wells/2")], "2026-11-02T00:00:00Z").ShouldBeEmpty();

    /// <summary>The first was made by Python's uuid.uuid5(NAMESPACE_URL, …).</summary>
    [Theory]
    [InlineData("https://here.example/v1/activities/a", "0ef73d34-3ecf-51b4-95c9-98b125e97bf5")]
    [InlineData("urn:uuid:F69A6E9B-9bac-3c9a-9cf6-eacb70ecc9a9", Run)]
    public void Names_a_run_by_a_UUID_that_is_always_the_same(string activity, string expected) => OpenLineageRun.RunIdOf(activity).ShouldBe(expected);

    [Theory]
    [InlineData("{ no JSON")]
    [InlineData("""{"run":{"a":1,"a":2}}""")]
    [InlineData("""{"run":{"a":{"b":1,"b":2}}}""")]
    public void Leaves_out_facets_that_somebody_stated_and_that_are_none(string facets)
    {
        var events = Here().Of("urn:a:1", [ProvStatement.Element(ProvKind.Activity, "urn:a:1", [new ProvAttribute(OpenLineageProvenance.Terms + "facets", new ProvValue(facets))])], "2026-11-02T00:00:00Z");

        var written = JsonDocument.Parse(OpenLineageWriter.Write(events)).RootElement[0];
        (written.GetProperty("eventType").GetString(), written.GetProperty("eventTime").GetString(), written.GetProperty("run").TryGetProperty("facets", out _)).ShouldBe(("OTHER", "2026-11-02T00:00:00Z", false));
    }

    private static IReadOnlyList<OpenLineageEvent> Events(params string[] told)
    {
        var statements = told.SelectMany(t => new OpenLineageProvenance((_, _) => null).Of(OpenLineageReader.Read(Encoding.UTF8.GetBytes(t))[0].Event.ShouldNotBeNull())).ToList();
        return Here().Of("urn:uuid:" + Run, statements, "2026-11-02T00:00:00Z");
    }

    private static OpenLineageRun Here() => new("https://here.example", iri => iri == "https://here.example/wells/2" ? ("wells", "2") : null);
}
