using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>What the first bytes show against what was declared.</summary>
public sealed class MediaTypeCheck : IRecordCheck
{
    private const int HeadLength = 4096;

    public IReadOnlyList<CheckDescription> Checks { get; } =
    [
        new()
        {
            Code = CheckCode.MediaType, Group = CheckGroup.Technical, Method = "WHATWG MIME Sniffing", MethodVersion = "2024", Tool = CheckTools.Own,
            Limits = "Rests on the first bytes alone. Does not show that the rest is well-formed, nor that a program reads it without harm.",
        },
    ];

    public long? MostBytes => long.MaxValue;

    public async Task<IReadOnlyList<CheckFinding>> RunAsync(CheckedRecord record, CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        await using var content = record.Open();
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var (declared, sniffed) = (record.Detail.MediaType, MediaTypes.Sniff(head.AsSpan(0, length)));
        var (outcome, reason) = MediaTypes.Agree(declared, sniffed) switch
        {
            true => (CheckOutcome.Pass, $"The first bytes show {sniffed}, as was declared."),
            false => (CheckOutcome.Fail, $"The first bytes show {sniffed}, declared was {declared}."),
            null => (CheckOutcome.Inconclusive, $"The first bytes show {sniffed}, which neither shows nor excludes {declared}."),
        };
        return
        [
            new CheckFinding(CheckCode.MediaType, outcome, reason)
            {
                Inputs = [record.Content],
                Measured = [new() { Name = "declared", Value = declared }, new() { Name = "shown", Value = sniffed }],
                Reproduce = record.GetContent + "; file --mime-type FILE",
            },
        ];
    }
}
