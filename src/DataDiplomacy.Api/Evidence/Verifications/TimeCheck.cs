using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Evidence.Timestamps;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Time;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>Whether somebody else than this server vouches that the record was there: a time-stamp of a checkpoint that covers its first event.</summary>
public sealed class TimeCheck(VerificationQueries queries, TimestampQueries timestamps) : IRecordCheck
{
    public IReadOnlyList<CheckDescription> Checks { get; } =
    [
        new()
        {
            Code = CheckCode.Time, Group = CheckGroup.Time, Method = "RFC 3161", MethodVersion = "2001", Tool = CheckTools.Own,
            Limits = "Bounds when the record was taken in from above. Does not show when the content was made.",
        },
    ];

    public long? MostBytes => null;

    public async Task<IReadOnlyList<CheckFinding>> RunAsync(CheckedRecord record, CancellationToken cancellationToken)
    {
        var received = new MeasuredView { Name = "receivedAt", Value = Instants.Format(record.Record.CreatedAt) };
        var stamps = await queries.TimestampsAsync(record.Record.LogIndex, cancellationToken);
        if (stamps.Count == 0)
        {
            return [new CheckFinding(CheckCode.Time, CheckOutcome.Inconclusive, "No time-stamp of an authority covers the first event: only the server's own clock vouches for the time.") { Measured = [received] }];
        }

        // The oldest one bounds the time best; what stands behind it says the same with less.
        var (stamp, note) = stamps[0];
        var verdict = TimestampVerification.Verify(stamp.Token, TimestampSubject.OfData(Encoding.UTF8.GetBytes(note)), timestamps.TrustOf(stamp.Authority), []);
        var (outcome, reason) = verdict.Reason switch
        {
            TimestampReason.Verified => (CheckOutcome.Pass, $"{stamp.Authority} stamped a checkpoint that covers the first event, under the roots that this server pins: check it with those that you trust."),
            TimestampReason.UntrustedRoot or TimestampReason.PartialChain => (CheckOutcome.Inconclusive,
                $"The time-stamp of {stamp.Authority} is whole and of a checkpoint that covers the first event, no later than {Instants.Format(stamp.GenTime)}. No root that this server pins vouches for it: check it with the roots that you trust."),
            _ => (CheckOutcome.Fail, $"The time-stamp of {stamp.Authority} does not hold: {verdict.Explanation}"),
        };
        return
        [
            new CheckFinding(CheckCode.Time, outcome, reason)
            {
                Inputs =
                [
                    new() { Name = "token", Sha256 = Convert.ToHexStringLower(SHA256.HashData(stamp.Token)) },
                    new() { Name = "checkpoint", Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(note))) },
                ],
                Measured = [received, new() { Name = "genTime", Value = Instants.Format(stamp.GenTime), Of = stamp.Authority }],
                Reproduce = "dotnet run --project src/DataDiplomacy.Verifier -- timestamp --roots ROOTS.pem --data CHECKPOINT TOKEN",
            },
        ];
    }
}
