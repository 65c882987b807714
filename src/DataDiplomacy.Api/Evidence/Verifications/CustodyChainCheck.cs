using System.Globalization;
using DataDiplomacy.Api.Evidence.Records;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>The events of custody: signatures, links, numbers, rows against what was signed, values and leaves against what was committed to.</summary>
public sealed class CustodyChainCheck(ChainQueries chain) : IRecordCheck
{
    private const int MostFaults = 20;

    public IReadOnlyList<CheckDescription> Checks { get; } =
    [
        new()
        {
            Code = CheckCode.CustodyChain, Group = CheckGroup.Custody, Method = "DSSE envelopes linked by SHA-256", MethodVersion = "DSSE 1.0", Tool = CheckTools.Own,
            Limits = "Does not show that everything that happened was written down, nor that the signer's claims are true. The signer is this server.",
        },
    ];

    public long? MostBytes => null;

    public async Task<IReadOnlyList<CheckFinding>> RunAsync(CheckedRecord record, CancellationToken cancellationToken)
    {
        var found = await chain.CheckAsync(record.Record, cancellationToken);
        var count = found.Events.Count.ToString(CultureInfo.InvariantCulture);
        var holds = found.Faults.Count == 0;
        return
        [
            new CheckFinding(CheckCode.CustodyChain, holds ? CheckOutcome.Pass : CheckOutcome.Fail,
                holds ? $"All {count} events are signed by the custodian, numbered without gaps, and each names the one before." : string.Join("; ", found.Faults.Take(MostFaults)))
            {
                Inputs = [.. found.Events.Select(e => new CheckInputView { Name = string.Create(CultureInfo.InvariantCulture, $"envelope of event {e.Event.Sequence}"), Sha256 = e.Event.EnvelopeSha256 }).TakeLast(1)],
                Measured = [new() { Name = "events", Value = count }, new() { Name = "faults", Value = found.Faults.Count.ToString(CultureInfo.InvariantCulture) }],
                Reproduce = $"GET /v1/evidence/{record.Record.Id}/package; dotnet run --project src/DataDiplomacy.Verifier -- package ZIP --policy POLICY",
            },
        ];
    }
}
