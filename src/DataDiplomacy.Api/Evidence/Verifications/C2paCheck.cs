using System.Globalization;
using DataDiplomacy.Core.Evidence.Checks;
using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>Whether an image carries a manifest of its making.</summary>
public sealed class C2paCheck : IRecordCheck
{
    public IReadOnlyList<CheckDescription> Checks { get; } =
    [
        new()
        {
            Code = CheckCode.C2paPresence, Group = CheckGroup.Source, Method = "C2PA Technical Specification, A.3", MethodVersion = "2.1", Tool = CheckTools.Own, Kinds = [EvidenceKind.Image],
            Limits = "Shows that a manifest is there. Its signature was not checked, nor its hash of the picture, nor who made it; that none is there shows nothing.",
        },
    ];

    public long? MostBytes => long.MaxValue;

    public async Task<IReadOnlyList<CheckFinding>> RunAsync(CheckedRecord record, CancellationToken cancellationToken)
    {
        await using var content = record.Open();
        var box = C2paPresence.Find(content);
        var (outcome, reason) = box switch
        {
            { Container: null } => (CheckOutcome.NotPerformed, "JPEG and PNG alone are looked through, which the content is not."),
            { Length: not null } => (CheckOutcome.Pass, $"Manifest present in {box.Container}, not validated."),
            { ReadToEnd: true } => (CheckOutcome.NotApplicable, $"There is no manifest in {box.Container}."),
            _ => (CheckOutcome.Inconclusive, "The file is cut off or malformed where a manifest could stand."),
        };
        return
        [
            new CheckFinding(CheckCode.C2paPresence, outcome, reason)
            {
                Inputs = [record.Content],
                Measured = box.Length is { } length ? [new() { Name = "manifestStoreLength", Value = length.ToString(CultureInfo.InvariantCulture), Unit = "bytes" }] : [],
                Reproduce = record.GetContent + "; c2patool FILE",
            },
        ];
    }
}
