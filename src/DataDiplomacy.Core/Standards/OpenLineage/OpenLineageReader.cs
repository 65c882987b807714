using System.Text.Json;

namespace DataDiplomacy.Core.Standards.OpenLineage;

/// <summary>
/// Reads events of OpenLineage (2-0-2, 2024): one object, or an array of them, of which each stands for itself. What the schema requires is
/// required; facets are kept as they are, and those that tell of versions, fields and parents are understood.
/// </summary>
public static class OpenLineageReader
{
    /// <summary>Deeper nesting is refused.</summary>
    public const int MaxDepth = 32;

    /// <summary>More events in one batch are refused.</summary>
    public const int MaxEvents = 1_000;

    /// <summary>Longer names are refused, in characters; facets of one thing, as JSON, may be 64 times as long.</summary>
    public const int MaxLength = 1_000;

    /// <summary>Reads an event or a batch.</summary>
    /// <param name="json">JSON in UTF-8.</param>
    /// <returns>The events in their order; those that are none with the reason.</returns>
    /// <exception cref="OpenLineageFormatException">It is not JSON, neither an object nor an array, or too many events.</exception>
    public static IReadOnlyList<OpenLineageEntry> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => [Entry(document.RootElement, "")],
                JsonValueKind.Array when document.RootElement.GetArrayLength() <= MaxEvents => [.. document.RootElement.EnumerateArray().Select((e, i) => Entry(e, $"/{i}"))],
                JsonValueKind.Array => throw new OpenLineageFormatException("", $"The batch has {document.RootElement.GetArrayLength()} events, at most {MaxEvents} are taken at once."),
                _ => throw new OpenLineageFormatException("", "An event is a JSON object, a batch an array of them."),
            };
        }
        catch (JsonException error)
        {
            throw new OpenLineageFormatException("", $"Not JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine}, nested deeper than {MaxDepth} levels, or an object with a name twice.", error);
        }
    }

    private static OpenLineageEntry Entry(JsonElement element, string path)
    {
        try
        {
            return new OpenLineageEntry(ReadEvent(new LineageJson(element, path).Object()), null);
        }
        catch (OpenLineageFormatException error)
        {
            return new OpenLineageEntry(null, error);
        }
        catch (InvalidOperationException error)
        {
            // System.Text.Json finds it when the text is asked for, not when the document is parsed.
            return new OpenLineageEntry(null, new OpenLineageFormatException(path, "A text is no Unicode: it is UTF-8, and its surrogates come in pairs.", error));
        }
    }

    private static OpenLineageEvent ReadEvent(LineageJson json)
    {
        var time = json.Required("eventTime").Instant();
        var producer = json.Required("producer").Uri();
        json.Required("schemaURL").Uri();
        if (json.Find("run") is { } run) return ReadRun(json, run.Object(), time, producer);
        if (json.Find("job") is { } job) return ReadJob(json, job.Object(), time, producer);
        if (json.Find("dataset") is not { } dataset) throw json.Fault("An event has a run with its job, a job, or a dataset.");
        var one = LineageFacets.Dataset(dataset.Object());
        return new OpenLineageEvent { EventTime = time, Producer = producer, Outputs = [one], Steps = LineageFacets.Steps(dataset, one.Name), Key = json.Text };
    }

    private static OpenLineageEvent ReadRun(LineageJson json, LineageJson run, string time, string producer)
    {
        var job = json.Required("job").Object();
        var id = run.Required("runId").Uuid();
        var transition = json.Find("eventType")?.OneOf<RunTransition>();
        var facets = LineageFacets.Check(run.Find("facets"));
        return Designed(json, job, time, producer) with
        {
            RunId = id,
            Transition = transition,
            ParentRunId = facets?.Find("parent")?.Find("run")?.Find("runId")?.Uuid(),
            Facets = LineageFacets.Join(("run", facets), ("job", job.Find("facets"))),
            Key = $"{id} {transition} {time}",
        };
    }

    private static OpenLineageEvent ReadJob(LineageJson json, LineageJson job, string time, string producer) => Designed(json, job, time, producer);

    private static OpenLineageEvent Designed(LineageJson json, LineageJson job, string time, string producer)
    {
        var name = LineageFacets.Name(job);
        var facets = LineageFacets.Check(job.Find("facets"));
        var outputs = Datasets(json, "outputs", "outputFacets");
        return new OpenLineageEvent
        {
            EventTime = time,
            Producer = producer,
            Job = name,
            Inputs = [.. Datasets(json, "inputs", "inputFacets").Select(d => d.Read)],
            Outputs = [.. outputs.Select(d => d.Read)],
            Steps = [.. outputs.SelectMany(d => LineageFacets.Steps(d.Json, d.Read.Name)), .. LineageFacets.Entries(facets)],
            Facets = LineageFacets.Join(("job", facets)),
            Key = json.Text,
        };
    }

    private static List<(LineageJson Json, LineageDataset Read)> Datasets(LineageJson json, string member, string moreFacets)
    {
        var datasets = new List<(LineageJson, LineageDataset)>();
        foreach (var dataset in json.Find(member)?.Items() ?? [])
        {
            LineageFacets.Check(dataset.Object().Find(moreFacets));
            datasets.Add((dataset, LineageFacets.Dataset(dataset)));
        }

        return datasets;
    }
}
