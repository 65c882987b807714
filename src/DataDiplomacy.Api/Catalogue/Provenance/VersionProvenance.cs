using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>What this server states of a version that it published: which file it was made from, by which activity of which software, what it revises, whose it is.</summary>
internal static class VersionProvenance
{
    private const string Terms = "ns#";

    public static IReadOnlyList<ProvStatement> Of(Dataset dataset, DatasetVersion version, Activity activity, IReadOnlyList<string> madeFrom)
    {
        var (set, iri, act) = (ProvenanceIris.Dataset(dataset.Id), ProvenanceIris.Version(dataset.Id, version.Number), ProvenanceIris.Activity(activity.Id));
        var (file, software) = (iri + "/source", ProvenanceIris.AgentNamed("software " + activity.Software));
        var (generation, usage) = (act + "-generation", act + "-usage");
        return
        [
            ProvStatement.Element(ProvKind.Entity, set, Label(dataset.Title), Type("Dataset")),
            ProvStatement.Element(ProvKind.Entity, iri, [
                Label($"{dataset.Title}, version {version.Number}"), Type("DatasetVersion"), Number("rows", version.Rows), Text("recordedAt", Instants.Format(version.RecordedAt)),
                .. version.ChangeNote is { } note ? new[] { Text("changeNote", note) } : []]),
            ProvStatement.Element(ProvKind.Entity, file, Label(activity.UsedName ?? "The file as it was received"), Type("SourceFile"), Text("sha256", version.ContentSha256), Number("bytes", version.Bytes)),
            new ProvStatement
            {
                Kind = ProvKind.Activity,
                Id = act,
                Arguments = [Instants.Format(activity.StartedAt), Instants.Format(activity.EndedAt)],
                Attributes = [Label($"Import into {dataset.Title}"), Type("Import"), Text("parameters", activity.Parameters)],
            },
            ProvStatement.Element(ProvKind.Agent, software, Label(activity.Software), new ProvAttribute(ProvNames.Type, ProvValue.Name(ProvNames.Prov + "SoftwareAgent"))),
            ProvStatement.Relation(ProvKind.Specialization, null, iri, set),
            ProvStatement.Relation(ProvKind.Usage, usage, act, file),
            ProvStatement.Relation(ProvKind.Generation, generation, iri, act, Instants.Format(activity.EndedAt)),
            ProvStatement.Relation(ProvKind.Derivation, null, iri, file, act, generation, usage),
            ProvStatement.Relation(ProvKind.Association, null, act, software),
            .. madeFrom.SelectMany((source, i) => MadeOf(iri, source, act, generation, string.Create(CultureInfo.InvariantCulture, $"{usage}-{i + 1}"))),
            .. Revision(dataset, version, iri),
            .. Publisher(dataset, iri),
        ];
    }

    private static IEnumerable<ProvStatement> MadeOf(string version, string source, string act, string generation, string usage) =>
    [
        ProvStatement.Relation(ProvKind.Usage, usage, act, source),
        ProvStatement.Relation(ProvKind.Derivation, null, version, source, act, generation, usage),
    ];

    private static IEnumerable<ProvStatement> Revision(Dataset dataset, DatasetVersion version, string iri) => version.Number == 1 ? [] :
    [
        ProvStatement.Relation(ProvKind.Derivation, null, iri, ProvenanceIris.Version(dataset.Id, version.Number - 1)) with
        {
            Attributes = [new ProvAttribute(ProvNames.Type, ProvValue.Name(ProvNames.Prov + "Revision"))],
        },
    ];

    private static IEnumerable<ProvStatement> Publisher(Dataset dataset, string iri)
    {
        if (dataset.Publisher is not { Length: > 0 } name) return [];
        var agent = ProvenanceIris.AgentNamed(name);
        return
        [
            ProvStatement.Element(ProvKind.Agent, agent, Label(name)),
            ProvStatement.Relation(ProvKind.Attribution, null, iri, agent) with { Attributes = [new ProvAttribute(ProvNames.Role, new ProvValue("publisher"))] },
        ];
    }

    private static ProvAttribute Label(string text) => new(ProvNames.Label, new ProvValue(text));

    private static ProvAttribute Type(string name) => new(ProvNames.Type, ProvValue.Name(Terms + name));

    private static ProvAttribute Text(string name, string value) => new(Terms + name, new ProvValue(value));

    private static ProvAttribute Number(string name, long value) => new(Terms + name, new ProvValue(value.ToString(CultureInfo.InvariantCulture), ProvNames.Xsd + "long"));
}
