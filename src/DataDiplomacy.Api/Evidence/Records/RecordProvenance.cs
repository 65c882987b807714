using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Standards.Prov;
using static System.FormattableString;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// What the graph says of evidence: that a record is there, when it was taken in, checked and taken away, and of which record it is a redaction. The
/// graph never forgets, and a record must be able to end: no title, no digest, no kind and no person is stated, of public records neither, since
/// these are erased too. All names begin with the record, whose label decides who sees them.
/// </summary>
internal static class RecordProvenance
{
    private const string Terms = "ns#";

    /// <summary>The program, without a version: the ledger does not say by which one a record was taken in.</summary>
    private static readonly string Software = ProvenanceIris.AgentNamed("software DataDiplomacy.Api");

    public static string IriOf(string record) => $"v1/evidence/{record}";

    public static string IriOf(string record, int sequence) => Invariant($"{IriOf(record)}/custody/{sequence}");

    public static string IriOfReport(string record, string report) => $"{IriOf(record)}/verifications/{report}";

    /// <summary>A record was taken in; a redaction comes from another record, and who may know of both sees it.</summary>
    public static IReadOnlyList<ProvStatement> OfReceived(string record, int sequence, DateTime at, string? redactionOf) =>
    [
        ProvStatement.Element(ProvKind.Entity, IriOf(record), Label("Record of evidence"), Type("EvidenceRecord")),
        .. Done(IriOf(record, sequence), "Taking in of evidence", "EvidenceIntake", at),
        ProvStatement.Relation(ProvKind.Generation, null, IriOf(record), IriOf(record, sequence), Instant(at)),
        .. redactionOf is null ? [] : new[]
        {
            ProvStatement.Relation(ProvKind.Derivation, null, IriOf(record), IriOf(redactionOf)) with { Attributes = [Type("Redaction")] },
        },
    ];

    /// <summary>A record left this server in a package.</summary>
    public static IReadOnlyList<ProvStatement> OfExported(string record, int sequence, DateTime at)
    {
        var (activity, package) = (IriOf(record, sequence), IriOf(record, sequence) + "/package");
        return
        [
            ProvStatement.Element(ProvKind.Entity, package, Label("Package of evidence"), Type("EvidencePackage")),
            .. Done(activity, "Export of evidence", "EvidenceExport", at),
            .. Made(package, IriOf(record), activity, at),
        ];
    }

    /// <summary>A record was checked, and the report signed; a report of the same checks may take the place of an earlier one.</summary>
    public static IReadOnlyList<ProvStatement> OfVerified(StoredStatement report)
    {
        var (iri, activity) = (IriOfReport(report.RecordId, report.Id), IriOfReport(report.RecordId, report.Id) + "/run");
        return
        [
            ProvStatement.Element(ProvKind.Entity, iri, Label("Report of checks"), Type("VerificationReport")),
            .. Done(activity, "Verification of evidence", "Verification", report.At),
            .. Made(iri, IriOf(report.RecordId), activity, report.At),
            .. report.About is not { } former ? [] : new[]
            {
                ProvStatement.Relation(ProvKind.Derivation, null, iri, IriOfReport(report.RecordId, former)) with { Attributes = [new ProvAttribute(ProvNames.Type, ProvValue.Name(ProvNames.Prov + "Revision"))] },
            },
        ];
    }

    private static IEnumerable<ProvStatement> Done(string activity, string label, string type, DateTime at) =>
    [
        new ProvStatement { Kind = ProvKind.Activity, Id = activity, Arguments = [Instant(at), Instant(at)], Attributes = [Label(label), Type(type)] },
        ProvStatement.Relation(ProvKind.Association, null, activity, Software),
    ];

    private static IEnumerable<ProvStatement> Made(string result, string record, string activity, DateTime at) =>
    [
        ProvStatement.Relation(ProvKind.Usage, activity + "-usage", activity, record, Instant(at)),
        ProvStatement.Relation(ProvKind.Generation, activity + "-generation", result, activity, Instant(at)),
        ProvStatement.Relation(ProvKind.Derivation, null, result, record, activity, activity + "-generation", activity + "-usage"),
    ];

    /// <summary>The program itself, once in each part.</summary>
    public static ProvStatement Program { get; } = ProvStatement.Element(ProvKind.Agent, Software,
        Label("DataDiplomacy.Api"), new ProvAttribute(ProvNames.Type, ProvValue.Name(ProvNames.Prov + "SoftwareAgent")));

    private static string Instant(DateTime at) => Http.Instants.Format(at);

    private static ProvAttribute Label(string text) => new(ProvNames.Label, new ProvValue(text));

    private static ProvAttribute Type(string name) => new(ProvNames.Type, ProvValue.Name(Terms + name));
}
