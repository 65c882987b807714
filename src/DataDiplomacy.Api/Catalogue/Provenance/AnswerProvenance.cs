using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>A series, or a whole data set, that an answer was computed from.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Version">Number of the version that was read.</param>
/// <param name="Series">Code of the series; null for all.</param>
internal sealed record AnswerSource(string Dataset, int Version, string? Series);

/// <summary>What follows from the request of a computed answer: by which program, method and parameters it was made, and of which versions.</summary>
internal static class AnswerProvenance
{
    /// <summary>What the IRI of the activity that made an answer ends in.</summary>
    public const string Activity = "#activity";

    /// <summary>What the IRI of the plan of an answer ends in.</summary>
    public const string Plan = "#plan";

    private const string Terms = "ns#";

    public static IReadOnlyList<ProvStatement> Of(ComputedRequest request, DateTime asOf, IReadOnlyList<AnswerSource> sources)
    {
        var iri = request.Pinned(asOf);
        var (activity, plan, software) = (iri + Activity, iri + Plan, ProvenanceIris.AgentNamed("software " + Product.NameAndVersion));
        return
        [
            ProvStatement.Element(ProvKind.Entity, iri, Label($"{request.Answer.Label}: answer"), Type("ComputedAnswer"), Text("asOf", Instants.Format(asOf))),
            // It is computed at each request, so that no time is told.
            ProvStatement.Element(ProvKind.Activity, activity, Label(request.Answer.Label), Type(request.Answer.Type)),
            ProvStatement.Element(ProvKind.Entity, plan, Label(request.Answer.Method), new ProvAttribute(ProvNames.Type, ProvValue.Name(ProvNames.Prov + "Plan")), Text("method", request.Answer.Method),
                Text("parameters", iri[(request.Path.Length + 1)..])),
            ProvStatement.Element(ProvKind.Agent, software, Label(Product.NameAndVersion), new ProvAttribute(ProvNames.Type, ProvValue.Name(ProvNames.Prov + "SoftwareAgent"))),
            ProvStatement.Relation(ProvKind.Generation, activity + "-generation", iri, activity),
            ProvStatement.Relation(ProvKind.Association, null, activity, software, plan),
            .. sources.SelectMany((source, i) => Read(iri, activity, source, string.Create(CultureInfo.InvariantCulture, $"{activity}-usage-{i + 1}"))),
        ];
    }

    /// <summary>What a package holds is public, or its export is in the ledger: an answer like others.</summary>
    public static IReadOnlyList<ProvStatement> OfPackage(string iri, string record)
    {
        var (activity, software) = (iri + Activity, ProvenanceIris.AgentNamed("software " + Product.NameAndVersion));
        return
        [
            ProvStatement.Element(ProvKind.Entity, iri, Label("Package of evidence"), Type("EvidencePackage")),
            ProvStatement.Element(ProvKind.Activity, activity, Label("Export of evidence"), Type("EvidenceExport")),
            ProvStatement.Element(ProvKind.Agent, software, Label(Product.NameAndVersion), new ProvAttribute(ProvNames.Type, ProvValue.Name(ProvNames.Prov + "SoftwareAgent"))),
            ProvStatement.Relation(ProvKind.Generation, activity + "-generation", iri, activity),
            ProvStatement.Relation(ProvKind.Association, null, activity, software),
            ProvStatement.Relation(ProvKind.Usage, activity + "-usage", activity, record),
            ProvStatement.Relation(ProvKind.Derivation, null, iri, record, activity, activity + "-generation", activity + "-usage"),
        ];
    }

    private static IEnumerable<ProvStatement> Read(string iri, string activity, AnswerSource source, string usage)
    {
        var version = ProvenanceIris.Version(source.Dataset, source.Version);
        var used = source.Series is { } series ? ProvenanceIris.Series(source.Dataset, source.Version, series) : version;
        yield return ProvStatement.Relation(ProvKind.Usage, usage, activity, used);
        yield return ProvStatement.Relation(ProvKind.Derivation, null, iri, used, activity, activity + "-generation", usage);
        if (used != version) yield return ProvStatement.Relation(ProvKind.Specialization, null, used, version);
    }

    private static ProvAttribute Label(string text) => new(ProvNames.Label, new ProvValue(text));

    private static ProvAttribute Type(string name) => new(ProvNames.Type, ProvValue.Name(Terms + name));

    private static ProvAttribute Text(string name, string value) => new(Terms + name, new ProvValue(value));
}
