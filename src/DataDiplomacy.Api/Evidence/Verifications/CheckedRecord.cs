using System.Globalization;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Checks;
using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>A record that is checked: what is said of it, and what lies in the storage.</summary>
public sealed record CheckedRecord
{
    public required EvidenceRecord Record { get; init; }

    public required RecordDetail Detail { get; init; }

    /// <summary>SHA-256 of what lies in the storage now; null when it is gone or cannot be decrypted.</summary>
    public required string? FoundSha256 { get; init; }

    /// <summary>Opens the content; asked only where it is whole.</summary>
    public required Func<Stream> Open { get; init; }

    public required int TimeToleranceMinutes { get; init; }

    public required int PlaceToleranceMetres { get; init; }

    /// <summary>Whether what lies in the storage is what was taken in.</summary>
    public bool IsWhole => FoundSha256 == Detail.Sha256;

    /// <summary>The content as an input of a check.</summary>
    public CheckInputView Content => new() { Name = "content", Sha256 = Detail.Sha256 };

    /// <summary>How to get the content elsewhere.</summary>
    public string GetContent => $"GET /v1/evidence/{Record.Id}/content";

    /// <summary>The claimed time: an instant, or the whole of a day; null if nobody claimed one.</summary>
    public InstantRange? ClaimedTime
    {
        get
        {
            if (!Instants.TryParse(Detail.ClaimedTime, out var instant))
            {
                return null;
            }

            var isDay = Detail.ClaimedTime.Length == "yyyy-MM-dd".Length;
            return isDay && instant < DateTime.MaxValue.Date ? new InstantRange(instant, instant.AddDays(1).AddTicks(-1)) : InstantRange.At(instant);
        }
    }

    /// <summary>Holds a time that was found against the claimed one.</summary>
    /// <param name="code">The check.</param>
    /// <param name="found">The time that was found.</param>
    /// <param name="what">What it is the time of, to begin a sentence.</param>
    public CheckFinding HoldTime(CheckCode code, InstantRange found, string what)
    {
        if (ClaimedTime is not { } claimed)
        {
            return new CheckFinding(code, CheckOutcome.NotApplicable, $"{what} is {Text(found)}; the record claims no time against which it could be held.");
        }

        var gap = found.Gap(claimed);
        var holds = gap <= TimeSpan.FromMinutes(TimeToleranceMinutes);
        return new CheckFinding(code, holds ? CheckOutcome.Pass : CheckOutcome.Fail,
            $"{what} is {Text(found)}, claimed is {Text(claimed)}; {(holds ? "they are" : "they are not")} within {TimeToleranceMinutes} minutes of each other.")
        {
            Measured =
            [
                new() { Name = "claimedTime", Value = Text(claimed) },
                new() { Name = "difference", Value = ((long)Math.Ceiling(gap.TotalSeconds)).ToString(CultureInfo.InvariantCulture), Unit = "s" },
                new() { Name = "tolerance", Value = TimeToleranceMinutes.ToString(CultureInfo.InvariantCulture), Unit = "min" },
            ],
        };
    }

    /// <summary>All of a content that is not longer than the check said.</summary>
    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        await using var content = Open();
        var bytes = new byte[Record.Bytes];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    public static string Text(InstantRange range) => range.From == range.Until ? Instants.Format(range.From) : $"{Instants.Format(range.From)} to {Instants.Format(range.Until)}";
}
