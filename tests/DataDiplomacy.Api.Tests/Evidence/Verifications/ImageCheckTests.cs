using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Evidence.Verifications;

/// <summary>A photograph that was taken in Arezzo on 22 October 2008, 16:28:39 by a clock of unknown zone, at 43.467448 N 11.885127 E.</summary>
public abstract class ImageCheckTests(ApiFixture api) : VerifyingTests(api)
{
    private static readonly object Arezzo = new { latitude = 43.4674, longitude = 11.8851 };

    [Fact]
    public async Task Passes_where_time_and_place_are_those_of_the_photograph()
    {
        var report = await VerifyAsync(await PhotoAsync("DSCN0010.jpg", "2008-10-22T14:28:00Z", Arezzo), Everything);

        var (time, place) = (Of(report, CheckCode.ExifTime), Of(report, CheckCode.ExifPlace));
        time.Outcome.ShouldBe(CheckOutcome.Pass, time.Reason);
        Measured(time, "dateTimeOriginal").ShouldBe("2008:10:22 16:28:39");
        Measured(time, "window").ShouldBe("14");
        Measured(time, "camera").ShouldBe("NIKON COOLPIX P6000");
        place.Outcome.ShouldBe(CheckOutcome.Pass, place.Reason);
        Measured(place, "latitude").ShouldBe("43.467448");
        Measured(place, "longitude").ShouldBe("11.885127");
        int.Parse(Measured(place, "distance") ?? "", System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThan(20);
        Of(report, CheckCode.C2paPresence).Outcome.ShouldBe(CheckOutcome.NotApplicable);
        Of(report, CheckCode.MediaType).Outcome.ShouldBe(CheckOutcome.Pass);
    }

    /// <summary>The window ends 14 hours after 16:28:39; Florence is about 60 km away.</summary>
    [Theory]
    [InlineData("2008-10-23T07:28:00Z", 43.4674, 11.8851, CheckOutcome.Pass, CheckOutcome.Pass)]
    [InlineData("2008-10-23T07:29:00Z", 43.7696, 11.2558, CheckOutcome.Fail, CheckOutcome.Fail)]
    [InlineData("2008-10-23", 43.476, 11.885, CheckOutcome.Pass, CheckOutcome.Pass)]
    [InlineData("2010-01-01", 43.478, 11.885, CheckOutcome.Fail, CheckOutcome.Fail)]
    public async Task Fails_where_another_time_or_place_is_claimed(string time, double latitude, double longitude, CheckOutcome ofTime, CheckOutcome ofPlace)
    {
        var report = await VerifyAsync(await PhotoAsync("DSCN0010.jpg", time, new { latitude, longitude }), Everything);

        Of(report, CheckCode.ExifTime).Outcome.ShouldBe(ofTime);
        Of(report, CheckCode.ExifPlace).Outcome.ShouldBe(ofPlace);
    }

    [Fact]
    public async Task Allows_what_is_asked_to_be_allowed()
    {
        var photo = await PhotoAsync("DSCN0010.jpg", "2008-10-23T08:00:00Z", new { latitude = 43.478, longitude = 11.885 });

        var report = await VerifyAsync(photo, new { timeToleranceMinutes = 120, placeToleranceMetres = 2_000 });

        Of(report, CheckCode.ExifTime).Outcome.ShouldBe(CheckOutcome.Pass);
        Of(report, CheckCode.ExifPlace).Outcome.ShouldBe(CheckOutcome.Pass);
        (report.TimeToleranceMinutes, report.PlaceToleranceMetres).ShouldBe((120, 2_000));
    }

    [Fact]
    public async Task Applies_to_claims_alone()
    {
        var report = await VerifyAsync(await PhotoAsync("DSCN0012.jpg", null, null), Everything);

        Of(report, CheckCode.ExifTime).Outcome.ShouldBe(CheckOutcome.NotApplicable);
        Of(report, CheckCode.ExifPlace).Outcome.ShouldBe(CheckOutcome.NotApplicable);
    }

    [Fact]
    public async Task Decides_nothing_where_the_photograph_says_nothing()
    {
        byte[] bare = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x04, 0x00, 0x00, 0xFF, 0xDA];

        var report = await VerifyAsync(await PhotoAsync(bare, "2008-10-22", Arezzo), Everything);

        Of(report, CheckCode.ExifTime).Outcome.ShouldBe(CheckOutcome.Inconclusive);
        Of(report, CheckCode.ExifPlace).Outcome.ShouldBe(CheckOutcome.Inconclusive);
    }

    [Fact]
    public async Task Bears_a_photograph_that_is_cut_off()
    {
        var whole = await File.ReadAllBytesAsync(SharedData.Require("evidence/exif/DSCN0010.jpg"), Stop);

        var report = await VerifyAsync(await PhotoAsync(whole[..600], "2008-10-22", Arezzo), Everything);

        Of(report, CheckCode.ExifTime).Outcome.ShouldBe(CheckOutcome.Inconclusive);
        Of(report, CheckCode.C2paPresence).Outcome.ShouldBe(CheckOutcome.Inconclusive);
    }

    [Fact]
    public async Task Reads_nothing_from_what_is_no_image()
    {
        var report = await VerifyAsync(await PhotoAsync("no image"u8.ToArray(), "2008-10-22", Arezzo), Everything);

        Of(report, CheckCode.ExifTime).Outcome.ShouldBe(CheckOutcome.NotPerformed);
        Of(report, CheckCode.C2paPresence).Outcome.ShouldBe(CheckOutcome.NotPerformed);
        Of(report, CheckCode.MediaType).Outcome.ShouldBe(CheckOutcome.Fail);
    }

    [Fact]
    public async Task Says_that_a_manifest_is_there_and_was_not_validated()
    {
        var image = SharedData.Find("vectors/c2pa/adobe-20220124-CA.jpg");
        Assert.SkipWhen(image is null, "The shared file vectors/c2pa/adobe-20220124-CA.jpg is not beside this repository.");

        var check = await CheckAsync(await PhotoAsync(await File.ReadAllBytesAsync(image, Stop), null, null), CheckCode.C2paPresence);

        check.Outcome.ShouldBe(CheckOutcome.Pass);
        check.Reason.ShouldBe("Manifest present in JPEG APP11, not validated.");
        check.Limits.ShouldContain("signature was not checked");
    }

    private async Task<string> PhotoAsync(string file, string? time, object? place) => await PhotoAsync(await File.ReadAllBytesAsync(SharedData.Require("evidence/exif/" + file), Stop), time, place);

    private Task<string> PhotoAsync(byte[] photo, string? claimedTime, object? claimedPlace) =>
        TakeInAsync(new { kind = "image", title = "A photograph", sensitivity = "public", claimedTime, claimedPlace }, photo, "image/jpeg");

    public sealed class OnSqlite(SqliteApi api) : ImageCheckTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ImageCheckTests(api), IClassFixture<PostgresApi>;
}
