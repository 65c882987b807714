using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// How what agents say of data is stated: a statement is an entity, attributed to its agent and derived from what it speaks of; a use is an activity.
/// Texts are not: they may be about persons, and the graph keeps what it once held. Each relation has an IRI, so that it can be held no more.
/// </summary>
internal static class JudgementProvenance
{
    private const string Terms = "ns#";

    public static IReadOnlyList<ProvStatement> Of(Interpretation said)
    {
        var iri = said.DatasetId is { } dataset ? Part(dataset, "interpretations", said.Id) : string.Create(CultureInfo.InvariantCulture, $"{Record(said.RecordId ?? "")}/interpretations/{said.Id}");
        return
        [
            ProvStatement.Element(ProvKind.Entity, iri, [
                Label("Interpretation", said.Id), Type("Interpretation"), Text("stance", WireNames.Of(said.Stance)), Text("statedAt", Instants.Format(said.StatedAt)),
                .. said.Confidence is { } confidence ? new[] { Text("confidence", WireNames.Of(confidence)) } : []]),
            Attribution(iri, said.AgentId),
            .. Sources(iri, [said.TargetIri, .. VersionOf(said.DatasetId, said.VersionNumber), .. Observations(said.CitedValues), .. CitedSources.Of(said.Citations).Select(IriOf)]),
        ];
    }

    public static IReadOnlyList<ProvStatement> Of(UseReport use)
    {
        var iri = Part(use.DatasetId, "uses", use.Id);
        return
        [
            new ProvStatement
            {
                Kind = ProvKind.Activity,
                Id = iri,
                Arguments = [Instant(use.UsedFrom), Instant(use.UsedTo)],
                Attributes = [
                    Label("Use", use.Id), Type("Use"), Text("purpose", WireNames.Of(use.Purpose)), .. use.Citation is { } citation ? new[] { Text("citation", citation) } : []],
            },
            ProvStatement.Relation(ProvKind.Usage, iri + "#used", iri, ProvenanceIris.Version(use.DatasetId, use.VersionNumber)),
            ProvStatement.Relation(ProvKind.Association, iri + "#agent", iri, ProvenanceIris.Agent(use.AgentId)),
        ];
    }

    public static IReadOnlyList<ProvStatement> Of(ImpactStatement impact)
    {
        var iri = Part(impact.DatasetId, "impacts", impact.Id);
        return
        [
            ProvStatement.Element(ProvKind.Entity, iri, Label("Impact", impact.Id), Type("Impact"), Text("direction", WireNames.Of(impact.Direction)), Text("level", WireNames.Of(impact.Level)),
                Text("severity", WireNames.Of(impact.Severity)), Text("effect", WireNames.Of(impact.Effect)), Text("statedAt", Instants.Format(impact.StatedAt))),
            Attribution(iri, impact.AgentId),
            .. Sources(iri, [Target(impact.DatasetId, impact.VersionNumber), .. CitedSources.Of(impact.Citations).Select(IriOf)]),
            .. impact.UseId is { } use ? new[] { ProvStatement.Relation(ProvKind.Influence, iri + "#use", iri, Part(impact.DatasetId, "uses", use)) } : [],
        ];
    }

    public static IReadOnlyList<ProvStatement> Of(JurisdictionFact fact)
    {
        var iri = Part(fact.DatasetId, "jurisdictions", fact.Id);
        return
        [
            ProvStatement.Element(ProvKind.Entity, iri, Label("Jurisdiction", fact.Id), Type("Jurisdiction"), Text("aspect", WireNames.Of(fact.Aspect)), Text("place", fact.Place), Text("law", fact.Law)),
            Attribution(iri, fact.AgentId),
            .. Sources(iri, [Target(fact.DatasetId, fact.VersionNumber)]),
        ];
    }

    public static IReadOnlyList<ProvStatement> Of(JurisdictionDispute dispute)
    {
        var iri = Part(dispute.DatasetId, "disputes", dispute.Id);
        return
        [
            ProvStatement.Element(ProvKind.Entity, iri, Label("Dispute", dispute.Id), Type("Dispute"), Text("status", WireNames.Of(dispute.Status)), Text("statedAt", Instants.Format(dispute.StatedAt))),
            Attribution(iri, dispute.AgentId),
            .. Sources(iri, [Part(dispute.DatasetId, "jurisdictions", dispute.FactId), .. CitedSources.Of(dispute.Citations).Select(IriOf)]),
        ];
    }

    private static string Part(string dataset, string kind, long number) => string.Create(CultureInfo.InvariantCulture, $"{ProvenanceIris.Dataset(dataset)}/{kind}/{number}");

    private static string Record(string id) => "v1/evidence/" + id;

    private static string Target(string dataset, int? version) => version is { } number ? ProvenanceIris.Version(dataset, number) : ProvenanceIris.Dataset(dataset);

    private static IEnumerable<string> VersionOf(string? dataset, int? version)
    {
        if (dataset is not null && version is { } number) yield return ProvenanceIris.Version(dataset, number);
    }

    /// <summary>The series of what was cited: their IRIs name the data set whose label decides who sees them.</summary>
    private static IEnumerable<string> Observations(string? values) => CitedValue.Of(values).Select(v => ProvenanceIris.Series(v.Dataset, v.Version, v.Series));

    private static string IriOf(CitedSource source) => source switch
    {
        { Record: { } record } => Record(record),
        { Dataset: { } dataset } => Target(dataset, source.Version),
        _ => source.Address,
    };

    private static ProvStatement Attribution(string iri, string agent) => ProvStatement.Relation(ProvKind.Attribution, iri + "#agent", iri, ProvenanceIris.Agent(agent));

    private static IEnumerable<ProvStatement> Sources(string iri, IEnumerable<string> sources) => sources.Distinct(StringComparer.Ordinal)
        .Select((source, i) => ProvStatement.Relation(ProvKind.Derivation, string.Create(CultureInfo.InvariantCulture, $"{iri}#source-{i + 1}"), iri, source));

    private static string? Instant(DateOnly? day) => day is { } known ? Instants.Format(known.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)) : null;

    private static ProvAttribute Label(string what, long number) => new(ProvNames.Label, new ProvValue(string.Create(CultureInfo.InvariantCulture, $"{what} {number}")));

    private static ProvAttribute Type(string name) => new(ProvNames.Type, ProvValue.Name(Terms + name));

    private static ProvAttribute Text(string name, string value) => new(Terms + name, new ProvValue(value));
}
