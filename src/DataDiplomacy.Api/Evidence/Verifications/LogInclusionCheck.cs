using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Core.Evidence.Logs;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>The first and the last event of custody, each by its proof under the newest checkpoint.</summary>
public sealed class LogInclusionCheck(ChainQueries chain, RecordQueries records, LedgerQueries log) : IRecordCheck
{
    public IReadOnlyList<CheckDescription> Checks { get; } =
    [
        new()
        {
            Code = CheckCode.LogInclusion, Group = CheckGroup.Integrity, Method = "RFC 6962, 2.1; c2sp.org/tlog-proof", MethodVersion = "v1", Tool = CheckTools.Own,
            Limits = "Does not show that others see the same log: hold its checkpoint against one that you kept, or ask its witnesses.",
        },
    ];

    public long? MostBytes => null;

    public async Task<IReadOnlyList<CheckFinding>> RunAsync(CheckedRecord record, CancellationToken cancellationToken)
    {
        var events = (await chain.CheckAsync(record.Record, cancellationToken)).Events;
        if (events.Count == 0)
        {
            return [Find(CheckOutcome.Fail, "The record has no events that could be in the log.")];
        }

        var (measured, inputs) = (new List<MeasuredView>(), new List<CheckInputView>());
        var policy = WitnessPolicy.Parse(Encoding.UTF8.GetBytes(log.Policy));
        foreach (var each in new[] { events[0], events[^1] }.DistinctBy(e => e.Event.Sequence))
        {
            if (each.Leaf is null)
            {
                return [Find(CheckOutcome.Fail, $"The leaf {each.Event.LogIndex} of event {each.Event.Sequence} is missing.")];
            }

            var (outcome, reason) = await ProveAsync(record.Record.Id, each, policy, measured, cancellationToken);
            inputs.Add(new CheckInputView { Name = string.Create(CultureInfo.InvariantCulture, $"entry of event {each.Event.Sequence}"), Sha256 = Convert.ToHexStringLower(SHA256.HashData(each.Leaf)) });
            if (outcome is not CheckOutcome.Pass)
            {
                return [Find(outcome, reason) with { Inputs = inputs, Measured = measured, Reproduce = Reproduce(record) }];
            }
        }

        return [Find(CheckOutcome.Pass, "The first and the last event are in the log, under a checkpoint that its key signed.") with { Inputs = inputs, Measured = measured, Reproduce = Reproduce(record) }];
    }

    private async Task<(CheckOutcome Outcome, string Reason)> ProveAsync(string id, StoredEvent stored, WitnessPolicy policy, List<MeasuredView> measured, CancellationToken cancellationToken)
    {
        try
        {
            if (await records.ProofAsync(id, new FindProof { Event = stored.Event.Sequence }, cancellationToken) is not { } text)
            {
                return (CheckOutcome.Inconclusive, $"No checkpoint covers event {stored.Event.Sequence} yet.");
            }

            var verdict = LogProof.Parse(Encoding.UTF8.GetBytes(text)).Verify(stored.Leaf, policy);
            var of = string.Create(CultureInfo.InvariantCulture, $"event {stored.Event.Sequence}");
            measured.Add(new() { Name = "logIndex", Value = stored.Event.LogIndex.ToString(CultureInfo.InvariantCulture), Of = of });
            if (verdict.Checkpoint.Checkpoint is { } checkpoint)
            {
                measured.Add(new() { Name = "checkpointSize", Value = checkpoint.Size.ToString(CultureInfo.InvariantCulture), Unit = "entries", Of = of });
                measured.Add(new() { Name = "checkpointRoot", Value = Convert.ToBase64String(checkpoint.Root.Span), Of = of });
            }

            return verdict.Refusal is null ? (CheckOutcome.Pass, "") : (CheckOutcome.Fail, $"Event {stored.Event.Sequence}: {verdict.Refusal}");
        }
        catch (Exception e) when (e is LedgerInconsistentException or FormatException)
        {
            return (CheckOutcome.Fail, $"Event {stored.Event.Sequence}: the log contradicts what was signed.");
        }
    }

    private static CheckFinding Find(CheckOutcome outcome, string reason) => new(CheckCode.LogInclusion, outcome, reason);

    private static string Reproduce(CheckedRecord record) =>
        $"GET /v1/evidence/{record.Record.Id}/proof?event=N; dotnet run --project src/DataDiplomacy.Verifier -- proof --policy POLICY --leaf ENTRY PROOF";
}
