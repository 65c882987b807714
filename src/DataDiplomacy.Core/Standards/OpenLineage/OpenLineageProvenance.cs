using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Core.Standards.OpenLineage;

/// <summary>
/// What an event says, as provenance (PROV-DM): the run is an activity by the plan of its job, what it read a usage, what it wrote a generation of
/// a new state of the data set, and fields are parts of these states. A version that a facet names is a state of its own, so that a job which reads
/// and writes one data set makes no circle; without it, what was read is the data set as such, and what was written its state after the run. A run that
/// only began has written nothing yet; one that failed or was stopped made no state, it only had an influence.
/// </summary>
public sealed class OpenLineageProvenance
{
    /// <summary>Namespace of the attributes that keep facets as they came.</summary>
    public const string Terms = "https://openlineage.io/spec/2-0-2/OpenLineage.json#";

    private readonly Func<LineageName, string?, string?> _known;

    /// <summary>Makes statements by names of its own, or by those of the caller.</summary>
    /// <param name="known">Gives the IRI of a data set, or of a version of it, that the caller knows by another name; null for others.</param>
    public OpenLineageProvenance(Func<LineageName, string?, string?> known) => _known = known;

    /// <summary>The statements of an event.</summary>
    public IReadOnlyList<ProvStatement> Of(OpenLineageEvent lineage)
    {
        var statements = new List<ProvStatement>();
        var run = lineage.RunId is { } id ? "urn:uuid:" + id : null;
        if (run is not null) AddRun(lineage, run, statements);
        if (lineage.Job is { } job) statements.Add(Element(ProvKind.Entity, JobIri(job), Label(job.Name), ProvNames.Prov + "Plan", run is null ? lineage.Facets : null));
        foreach (var input in lineage.Inputs)
        {
            AddDataset(input, StateOf(input, null), statements);
            if (run is not null) statements.Add(ProvStatement.Relation(ProvKind.Usage, $"{run}#used={Escaped(input)}", run, StateOf(input, null)));
            else if (lineage.Job is { } reader) statements.Add(ProvStatement.Relation(ProvKind.Influence, null, JobIri(reader), StateOf(input, null)));
        }

        foreach (var output in lineage.Outputs) AddOutput(lineage, output, run, statements);
        if (run is null || HasWritten(lineage)) AddSteps(lineage, run, statements);
        return [.. statements.DistinctBy(s => s.CanonicalText())];
    }

    private void AddOutput(OpenLineageEvent lineage, LineageDataset output, string? run, List<ProvStatement> statements)
    {
        var written = run is not null && HasWritten(lineage);
        AddDataset(output, StateOf(output, written ? run : null), statements);
        if (written) statements.Add(ProvStatement.Relation(ProvKind.Generation, $"{run}#generated={Escaped(output)}", StateOf(output, run), run, EndOf(lineage)));
        else if (run is null && lineage.Job is { } writer) statements.Add(ProvStatement.Relation(ProvKind.Influence, null, StateOf(output, null), JobIri(writer)));
        else if (run is not null && lineage.Transition != RunTransition.Start) statements.Add(ProvStatement.Relation(ProvKind.Influence, null, StateOf(output, null), run));
    }

    private static bool HasWritten(OpenLineageEvent lineage) => lineage.Transition is not (RunTransition.Start or RunTransition.Fail or RunTransition.Abort);

    private static void AddRun(OpenLineageEvent lineage, string run, List<ProvStatement> statements)
    {
        var element = Element(ProvKind.Activity, run, Label(lineage.Job?.Name ?? run), Terms + "Run", lineage.Facets);
        statements.Add(element with
        {
            // How it ended is not told by when it ended.
            Attributes = lineage.Transition is RunTransition.Abort or RunTransition.Fail
                ? [.. element.Attributes, new ProvAttribute(Terms + "eventType", new ProvValue(lineage.Transition == RunTransition.Fail ? "FAIL" : "ABORT"))]
                : element.Attributes,
            Arguments = [lineage.Transition == RunTransition.Start ? lineage.EventTime : null, EndOf(lineage)],
        });
        statements.Add(Element(ProvKind.Agent, lineage.Producer, Label(lineage.Producer), ProvNames.Prov + "SoftwareAgent", null));
        statements.Add(ProvStatement.Relation(ProvKind.Association, $"{run}#association", run, lineage.Producer, lineage.Job is { } job ? JobIri(job) : null));
        if (lineage.ParentRunId is { } parent) statements.Add(ProvStatement.Relation(ProvKind.Communication, $"{run}#parent", run, "urn:uuid:" + parent));
    }

    private void AddDataset(LineageDataset dataset, string state, List<ProvStatement> statements)
    {
        statements.Add(Element(ProvKind.Entity, state, Label(dataset.Version is { } version ? $"{dataset.Name.Name}, version {version}" : dataset.Name.Name), Terms + "Dataset", dataset.Facets));
        var whole = DatasetIri(dataset.Name);
        if (state != whole) statements.Add(ProvStatement.Relation(ProvKind.Specialization, null, state, whole));
    }

    private void AddSteps(OpenLineageEvent lineage, string? run, List<ProvStatement> statements)
    {
        foreach (var step in lineage.Steps)
        {
            var output = lineage.Outputs.FirstOrDefault(o => o.Name == step.Result) ?? new LineageDataset(step.Result, null, null);
            var input = lineage.Inputs.FirstOrDefault(i => i.Name == step.Source) ?? new LineageDataset(step.Source, null, null);
            var (result, source) = (Field(StateOf(output, run), step.ResultField, statements), Field(StateOf(input, null), step.SourceField, statements));
            // A field that rests on its own data set without a version says nothing that holds of states.
            if (result == source) continue;
            statements.Add(ProvStatement.Relation(ProvKind.Derivation, null, result, source) with
            {
                Attributes = step.Transformations is { } how ? [new ProvAttribute(Terms + "transformations", new ProvValue(how))] : [],
            });
        }
    }

    private static string Field(string state, string? field, List<ProvStatement> statements)
    {
        if (field is null) return state;
        var iri = state + (state.Contains('#', StringComparison.Ordinal) ? "&" : "#") + "field=" + Uri.EscapeDataString(field);
        statements.Add(Element(ProvKind.Entity, iri, Label(field), Terms + "Field", null));
        statements.Add(ProvStatement.Relation(ProvKind.Specialization, null, iri, state));
        return iri;
    }

    private string StateOf(LineageDataset dataset, string? run)
    {
        if (_known(dataset.Name, dataset.Version) is { } known) return known;
        if (dataset.Version is { } version) return $"{DatasetIri(dataset.Name)}#version={Uri.EscapeDataString(version)}";
        return run is null ? DatasetIri(dataset.Name) : $"{DatasetIri(dataset.Name)}#after={run["urn:uuid:".Length..]}";
    }

    private string DatasetIri(LineageName name) => _known(name, null) ?? $"urn:openlineage:dataset:{Uri.EscapeDataString(name.Namespace)}:{Uri.EscapeDataString(name.Name)}";

    private static string JobIri(LineageName name) => $"urn:openlineage:job:{Uri.EscapeDataString(name.Namespace)}:{Uri.EscapeDataString(name.Name)}";

    private static string Escaped(LineageDataset dataset) => Uri.EscapeDataString($"{dataset.Name.Namespace} {dataset.Name.Name} {dataset.Version}");

    private static string? EndOf(OpenLineageEvent lineage) => lineage.Transition is RunTransition.Complete or RunTransition.Abort or RunTransition.Fail ? lineage.EventTime : null;

    private static ProvStatement Element(ProvKind kind, string iri, ProvAttribute label, string type, string? facets) => ProvStatement.Element(kind, iri, [
        label, new ProvAttribute(ProvNames.Type, ProvValue.Name(type)), .. facets is null ? [] : new[] { new ProvAttribute(Terms + "facets", new ProvValue(facets)) }]);

    private static ProvAttribute Label(string text) => new(ProvNames.Label, new ProvValue(text));
}
