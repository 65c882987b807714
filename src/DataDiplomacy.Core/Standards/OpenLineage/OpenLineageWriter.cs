using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataDiplomacy.Core.Standards.OpenLineage;

/// <summary>Writes events of runs (OpenLineage 2-0-2, 2024, RunEvent) as a batch that <see cref="OpenLineageReader"/> reads again.</summary>
public static class OpenLineageWriter
{
    private const string Schema = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
    private const string VersionSchema = "https://openlineage.io/spec/facets/1-0-1/DatasetVersionDatasetFacet.json#/$defs/DatasetVersionDatasetFacet";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes events.</summary>
    /// <param name="events">Events of runs, each with its run and its job.</param>
    /// <returns>A JSON array in UTF-8.</returns>
    /// <exception cref="ArgumentException">One has no run or no job.</exception>
    public static byte[] Write(IReadOnlyCollection<OpenLineageEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, Relaxed);
        writer.WriteStartArray();
        foreach (var lineage in events) Event(writer, lineage);
        writer.WriteEndArray();
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    private static void Event(Utf8JsonWriter writer, OpenLineageEvent lineage)
    {
        if (lineage is not { RunId: { } run, Job: { } job }) throw new ArgumentException("An event of a run has a run and a job.", nameof(lineage));
        using var facets = JsonDocument.Parse(lineage.Facets ?? "{}");
        writer.WriteStartObject();
        writer.WriteString("eventTime", lineage.EventTime);
        if (lineage.Transition is { } transition) writer.WriteString("eventType", transition.ToString().ToUpperInvariant());
        writer.WriteString("producer", lineage.Producer);
        writer.WriteString("schemaURL", Schema);
        writer.WriteStartObject("run");
        writer.WriteString("runId", run);
        Copy(writer, "facets", facets.RootElement, "run");
        writer.WriteEndObject();
        writer.WriteStartObject("job");
        Name(writer, job);
        Copy(writer, "facets", facets.RootElement, "job");
        writer.WriteEndObject();
        Datasets(writer, "inputs", lineage.Inputs, "inputFacets", "input", lineage.Producer);
        Datasets(writer, "outputs", lineage.Outputs, "outputFacets", "output", lineage.Producer);
        writer.WriteEndObject();
    }

    private static void Datasets(Utf8JsonWriter writer, string member, IReadOnlyList<LineageDataset> datasets, string moreFacets, string place, string producer)
    {
        writer.WriteStartArray(member);
        foreach (var dataset in datasets)
        {
            using var facets = JsonDocument.Parse(dataset.Facets ?? "{}");
            writer.WriteStartObject();
            Name(writer, dataset.Name);
            writer.WriteStartObject("facets");
            var hasVersion = false;
            if (facets.RootElement.TryGetProperty("facets", out var own))
            {
                foreach (var facet in own.EnumerateObject())
                {
                    hasVersion |= facet.NameEquals("version");
                    facet.WriteTo(writer);
                }
            }

            if (!hasVersion && dataset.Version is { } version) Version(writer, version, producer);
            writer.WriteEndObject();
            Copy(writer, moreFacets, facets.RootElement, place);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Version(Utf8JsonWriter writer, string version, string producer)
    {
        writer.WriteStartObject("version");
        writer.WriteString("_producer", producer);
        writer.WriteString("_schemaURL", VersionSchema);
        writer.WriteString("datasetVersion", version);
        writer.WriteEndObject();
    }

    private static void Name(Utf8JsonWriter writer, LineageName name)
    {
        writer.WriteString("namespace", name.Namespace);
        writer.WriteString("name", name.Name);
    }

    private static void Copy(Utf8JsonWriter writer, string member, JsonElement facets, string place)
    {
        if (!facets.TryGetProperty(place, out var found)) return;
        writer.WritePropertyName(member);
        found.WriteTo(writer);
    }
}
