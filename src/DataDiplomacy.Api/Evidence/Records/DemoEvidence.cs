using System.Text;
using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>A case of our own making, so that the first questions about evidence have answers. Nothing in it happened.</summary>
public sealed class DemoEvidence(RecordCommands commands)
{
    private const string Case = "demo-bridge";

    private const string Message =
        "From: engineer@bridges.example\r\nTo: desk@ministry.example\r\nDate: Fri, 20 Nov 2026 09:30:00 +0000\r\nSubject: North pier\r\nMessage-ID: <demo-1@bridges.example>\r\n\r\n"
        + "The north pier shows a crack of two metres. This message belongs to a demo; nobody wrote it.\r\n";

    private const string Minutes =
        "Minutes of the inspection, 21 November 2026 (demo, of our own making)\n\n1. The crack reported on 20 November was measured: 2.1 m.\n2. The bridge is closed to lorries.\n";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await AddAsync(EvidenceKind.Email, "Report of a crack in the north pier", "2026-11-20T09:30:00Z", Message, "report.eml", "message/rfc822", cancellationToken);
        await AddAsync(EvidenceKind.Document, "Minutes of the inspection", "2026-11-21T00:00:00Z", Minutes, "minutes.txt", "text/plain", cancellationToken);
    }

    private async Task AddAsync(EvidenceKind kind, string title, string claimedTime, string content, string fileName, string mediaType, CancellationToken cancellationToken)
    {
        var record = new AddRecord { Kind = kind, Title = title, Sensitivity = Sensitivity.Public, Case = Case, ClaimedTime = claimedTime };
        await commands.AddAsync(new Upload<AddRecord>(record, new MemoryStream(Encoding.UTF8.GetBytes(content)), fileName, mediaType), derivation: null, cancellationToken);
    }
}
