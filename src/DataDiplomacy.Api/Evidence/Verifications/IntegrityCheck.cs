using System.Globalization;
using DataDiplomacy.Api.Evidence.Records;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>The stored bytes, hashed again, against what custody states.</summary>
public sealed class IntegrityCheck(ChainQueries chain) : IRecordCheck
{
    public IReadOnlyList<CheckDescription> Checks { get; } =
    [
        new()
        {
            Code = CheckCode.Integrity, Group = CheckGroup.Integrity, Method = "SHA-256, FIPS 180-4", MethodVersion = "2015", Tool = CheckTools.Own,
            Limits = "Does not show that the content was unchanged before it was taken in, nor that what it says is true.",
        },
    ];

    public long? MostBytes => null;

    public async Task<IReadOnlyList<CheckFinding>> RunAsync(CheckedRecord record, CancellationToken cancellationToken)
    {
        var announced = (await chain.CheckAsync(record.Record, cancellationToken)).Sha256;
        var finding = (record.FoundSha256, announced) switch
        {
            (null, _) => Find(CheckOutcome.Fail, "The stored content is gone, or cannot be decrypted because it was changed."),
            (_, null) => Find(CheckOutcome.Fail, "The event of custody that states the SHA-256 of the content is missing or cannot be read."),
            var (found, stated) when found != stated => Find(CheckOutcome.Fail, $"The stored bytes have the SHA-256 {found}, custody states {stated}."),
            var (_, stated) when stated != record.Detail.Sha256 => Find(CheckOutcome.Fail, $"The record says {record.Detail.Sha256}, custody states {stated}."),
            _ => Find(CheckOutcome.Pass, "The stored bytes have the SHA-256 that custody states."),
        };
        return
        [
            finding with
            {
                Inputs = record.FoundSha256 is { } sha256 ? [new CheckInputView { Name = "stored content", Sha256 = sha256 }] : [],
                Measured =
                [
                    new() { Name = "recordedSha256", Value = announced ?? "unreadable" },
                    new() { Name = "storedSha256", Value = record.FoundSha256 ?? "unreadable" },
                    new() { Name = "length", Value = record.Record.Bytes.ToString(CultureInfo.InvariantCulture), Unit = "bytes" },
                ],
                Reproduce = record.GetContent + "; sha256sum FILE",
            },
        ];
    }

    private static CheckFinding Find(CheckOutcome outcome, string reason) => new(CheckCode.Integrity, outcome, reason);
}
