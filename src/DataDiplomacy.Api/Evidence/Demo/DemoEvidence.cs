using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.MailKeys;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Mail;

namespace DataDiplomacy.Api.Evidence.Demo;

/// <summary>
/// A case of our own making, so that the first questions about evidence have answers: an e-mail under a key of our own, a picture with time and place,
/// minutes that name people and the same without the names. Nothing in it happened.
/// </summary>
public sealed class DemoEvidence(RecordCommands records, RedactionCommands redactions, MailKeyCommands mailKeys, VerificationCommands verifications, SealCommands seals)
{
    private const string Case = "demo-bridge";

    private static readonly PlaceView Bridge = new() { Latitude = 47.3122, Longitude = 9.4188, RadiusMetres = 50 };

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ArchiveKeyAsync(cancellationToken);
        var message = await AddAsync(
            Record(EvidenceKind.Email, "Report of a crack in the north pier", Sensitivity.Public) with { ClaimedTime = "2026-11-20T09:30:00Z" }, "report.eml", "message/rfc822", cancellationToken);
        var picture = await AddAsync(
            Record(EvidenceKind.Image, "The crack in the north pier", Sensitivity.Public) with { ClaimedTime = "2026-11-20T09:12:00Z", ClaimedPlace = Bridge }, "north-pier.jpg", "image/jpeg", cancellationToken);
        var minutes = await AddAsync(Record(EvidenceKind.Document, "Minutes of the inspection, with names", Sensitivity.Restricted) with { ClaimedTime = "2026-11-21" }, "minutes.txt", "text/plain", cancellationToken);

        await RedactAsync(minutes, cancellationToken);

        // What is checked should find itself in the log.
        await seals.SealAsync(cancellationToken);
        await verifications.RunAsync(message, new RunVerification(), cancellationToken);
        await verifications.RunAsync(picture, new RunVerification(), cancellationToken);
    }

    /// <summary>The key as it would have stood in the DNS; who signed with it has thrown its other half away.</summary>
    private async Task ArchiveKeyAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(ReferenceFiles.Open("demo/mail-key.txt"));
        await mailKeys.AddAsync(new AddMailKey
        {
            Domain = "bridges.example",
            Selector = "demo2026",
            Value = (await reader.ReadToEndAsync(cancellationToken)).Trim(),
            Source = MailKeySource.UserImport,
            SeenFrom = "2026-11-01",
            SeenUntil = "2026-11-30",
            Reference = "Made for the demonstration; it never stood in the DNS.",
        }, cancellationToken);
    }

    /// <summary>Anyone reads the redaction; what it was made of is not shown to those who may not know of it.</summary>
    private async Task RedactAsync(string minutes, CancellationToken cancellationToken)
    {
        var original = await redactions.FindAsync(minutes, cancellationToken) ?? throw new InvalidOperationException("The demo does not find what it has just written.");
        var said = new AddRedaction
        {
            Title = "Minutes of the inspection, names removed",
            Sensitivity = Sensitivity.Public,
            Case = Case,
            Reason = RedactionReason.PersonalData,
            ReasonNote = "A resident asked not to be named.",
            Authority = "Registry of the demonstration",
            Removed = [new() { Kind = RemovedKind.Region, Where = "Line 4: three names and a telephone number" }],
        };
        await using var content = ReferenceFiles.Open("demo/minutes-redacted.txt");
        await redactions.AddAsync(original, new Upload<AddRedaction>(said, content, "minutes-redacted.txt", "text/plain"), cancellationToken);
    }

    private static AddRecord Record(EvidenceKind kind, string title, Sensitivity sensitivity) => new() { Kind = kind, Title = title, Sensitivity = sensitivity, Case = Case };

    private async Task<string> AddAsync(AddRecord record, string file, string mediaType, CancellationToken cancellationToken)
    {
        await using var content = ReferenceFiles.Open("demo/" + file);
        return (await records.AddAsync(record, content, file, mediaType, cancellationToken)).Id;
    }
}
