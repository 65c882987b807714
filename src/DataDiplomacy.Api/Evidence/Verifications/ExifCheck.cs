using System.Globalization;
using DataDiplomacy.Core.Evidence.Checks;
using DataDiplomacy.Core.Evidence.Custody;
using MetadataExtractor;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>Time and place that a photograph says of itself against what is claimed. What is missing decides nothing: many services take it away.</summary>
public sealed class ExifCheck : IRecordCheck
{
    private const string Method = "CIPA DC-008 (EXIF 2.32)";

    public IReadOnlyList<CheckDescription> Checks { get; } =
    [
        Describe(CheckCode.ExifTime, "Does not show that the clock of the camera was right, nor that EXIF was not written later: anyone can."),
        Describe(CheckCode.ExifPlace, "Does not show that the position is that of the camera when the picture was taken: anyone can write it."),
    ];

    public long? MostBytes => long.MaxValue;

    public async Task<IReadOnlyList<CheckFinding>> RunAsync(CheckedRecord record, CancellationToken cancellationToken)
    {
        await using var content = record.Open();
        var findings = PhotoExif.Read(content) is { } exif
            ? [Time(record, exif), Place(record, exif)]
            : Checks.Select(c => new CheckFinding(c.Code, CheckOutcome.NotPerformed, "EXIF is read from JPEG alone, which the content is not.")).ToArray();
        return [.. findings.Select(f => f with { Inputs = [record.Content], Reproduce = record.GetContent + "; exiftool -n -DateTimeOriginal -OffsetTimeOriginal -GPSPosition FILE" })];
    }

    private static CheckFinding Time(CheckedRecord record, PhotoExif exif)
    {
        if (exif.TakenAt is not { } taken)
        {
            return new CheckFinding(CheckCode.ExifTime, CheckOutcome.Inconclusive, exif.Problem ?? "The photograph does not say when it was taken (DateTimeOriginal).");
        }

        var hasOffset = taken.From == taken.Until;
        var what = hasOffset ? "DateTimeOriginal with its offset" : $"DateTimeOriginal, {exif.Shown} without an offset and so within 14 hours of it,";
        var finding = record.HoldTime(CheckCode.ExifTime, taken, what);
        return finding with
        {
            Measured = [new() { Name = "dateTimeOriginal", Value = exif.Shown ?? "" }, new() { Name = "window", Value = hasOffset ? "0" : "14", Unit = "h" }, .. Camera(exif), .. finding.Measured],
        };
    }

    private static CheckFinding Place(CheckedRecord record, PhotoExif exif)
    {
        if (exif is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            return new CheckFinding(CheckCode.ExifPlace, CheckOutcome.Inconclusive, exif.Problem ?? "The photograph does not say where it was taken (GPS position).");
        }

        MeasuredView[] found =
        [
            new() { Name = "latitude", Value = latitude.ToString("F6", CultureInfo.InvariantCulture), Unit = "degrees north" },
            new() { Name = "longitude", Value = longitude.ToString("F6", CultureInfo.InvariantCulture), Unit = "degrees east" },
        ];
        if (record.Detail.ClaimedPlace is not { } claimed)
        {
            return new CheckFinding(CheckCode.ExifPlace, CheckOutcome.NotApplicable, "The record claims no place against which the position could be held.") { Measured = found };
        }

        var distance = GreatCircle.Metres(latitude, longitude, claimed.Latitude, claimed.Longitude);
        var tolerance = record.PlaceToleranceMetres + (claimed.RadiusMetres ?? 0);
        var metres = Math.Round(distance).ToString("F0", CultureInfo.InvariantCulture);
        var most = tolerance.ToString("0.###", CultureInfo.InvariantCulture);
        return new CheckFinding(CheckCode.ExifPlace, distance <= tolerance ? CheckOutcome.Pass : CheckOutcome.Fail, $"The position is {metres} m from the claimed place; at most {most} m are allowed.")
        {
            Measured = [.. found, new() { Name = "distance", Value = metres, Unit = "m" }, new() { Name = "tolerance", Value = most, Unit = "m" }],
        };
    }

    private static IEnumerable<MeasuredView> Camera(PhotoExif exif) => exif.Camera is { } camera ? [new MeasuredView { Name = "camera", Value = camera }] : [];

    private static CheckDescription Describe(CheckCode code, string limits) => new()
    {
        Code = code,
        Group = CheckGroup.Content,
        Method = Method,
        MethodVersion = "2019",
        Tool = CheckTools.Of(typeof(ImageMetadataReader)),
        Limits = limits,
        Kinds = [EvidenceKind.Image],
    };
}
