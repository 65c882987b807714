using System.Text;

namespace DataDiplomacy.Core.Standards.OpenLineage;

/// <summary>What is read of facets; each names its producer and its schema (OpenLineage 2-0-2, BaseFacet).</summary>
internal static class LineageFacets
{
    public static LineageName Name(LineageJson json) => new(json.Required("namespace").String(), json.Required("name").String());

    /// <summary>A data set with its version, if a facet says it.</summary>
    public static LineageDataset Dataset(LineageJson json)
    {
        var facets = Check(json.Find("facets"));
        return new LineageDataset(Name(json), facets?.Find("version")?.Required("datasetVersion").String(), Join(("facets", facets), ("input", json.Find("inputFacets")), ("output", json.Find("outputFacets"))));
    }

    /// <summary>The facets, of which each has what all must have.</summary>
    public static LineageJson? Check(LineageJson? facets)
    {
        foreach (var (_, facet) in facets?.Members() ?? [])
        {
            facet.Object().Required("_producer").Uri();
            facet.Required("_schemaURL").Uri();
        }

        return facets;
    }

    /// <summary>What the facets of a data set that was written say of its fields and of itself.</summary>
    public static IReadOnlyList<LineageStep> Steps(LineageJson dataset, LineageName name)
    {
        var steps = new List<LineageStep>();
        var facets = dataset.Find("facets");
        if (facets?.Find("columnLineage") is { } columns)
        {
            foreach (var (field, value) in columns.Required("fields").Members())
            {
                steps.AddRange(value.Required("inputFields").Items().Select(source => Step(name, field, source)));
            }

            steps.AddRange((columns.Find("dataset")?.Items() ?? []).Select(source => Step(name, null, source)));
        }

        if (facets?.Find("lineage") is { } lineage) steps.AddRange(Of(lineage, name));
        return steps;
    }

    /// <summary>The entries of the lineage facet of a job that are about data sets; one without a name is the job itself.</summary>
    public static IReadOnlyList<LineageStep> Entries(LineageJson? jobFacets)
    {
        var steps = new List<LineageStep>();
        foreach (var entry in jobFacets?.Find("lineage")?.Find("entries")?.Items() ?? [])
        {
            if (entry.Required("type").String() == "DATASET") steps.AddRange(Of(entry, Name(entry)));
        }

        return steps;
    }

    /// <summary>Facets of several places as one JSON object; null without any.</summary>
    public static string? Join(params ReadOnlySpan<(string Place, LineageJson? Facets)> parts)
    {
        var text = new StringBuilder();
        foreach (var (place, facets) in parts)
        {
            if (facets is null) continue;
            text.Append(text.Length == 0 ? "{" : ",").Append('"').Append(place).Append("\":").Append(facets.Text);
        }

        if (text.Length == 0) return null;
        const int Most = 64 * OpenLineageReader.MaxLength;
        return text.Length < Most ? text.Append('}').ToString() : throw new OpenLineageFormatException(parts[0].Facets?.Path ?? "", $"Facets of {text.Length} characters; at most {Most} are kept.");
    }

    private static IEnumerable<LineageStep> Of(LineageJson lineage, LineageName result)
    {
        foreach (var source in lineage.Find("inputs")?.Items() ?? [])
        {
            if (IsDataset(source)) yield return Step(result, null, source);
        }

        foreach (var (field, value) in lineage.Find("fields")?.Members() ?? [])
        {
            foreach (var source in value.Find("inputs")?.Items() ?? [])
            {
                if (IsDataset(source)) yield return Step(result, field, source);
            }
        }
    }

    // That a job made it is said by the run.
    private static bool IsDataset(LineageJson source) => source.Find("type")?.String() is null or "DATASET";

    private static LineageStep Step(LineageName result, string? field, LineageJson source) =>
        new(result, field, Name(source), source.Find("field")?.String(), source.Find("transformations")?.Text);
}
