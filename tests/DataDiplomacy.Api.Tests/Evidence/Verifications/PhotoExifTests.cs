using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Checks;

namespace DataDiplomacy.Api.Tests.Evidence.Verifications;

/// <summary>Photographs as strangers send them: cut off and changed at every 997th byte, and in each byte of the EXIF segment's beginning.</summary>
public class PhotoExifTests
{
    private const int Step = 997;
    private const int Dense = 4_096;

    public static TheoryData<string> Photographs => ["DSCN0010.jpg", "DSCN0027.jpg", "Kodak_CX7530.jpg", "Reconyx_HC500_Hyperfire.jpg", "canon_hdr_NO.jpg"];

    [Theory]
    [MemberData(nameof(Photographs))]
    public async Task Never_throws_for_a_photograph_that_is_cut_off(string file)
    {
        var whole = await File.ReadAllBytesAsync(SharedData.Require("evidence/exif/" + file), TestContext.Current.CancellationToken);

        for (var length = 0; length < whole.Length; length += Step)
            Read(whole[..length], $"{file} cut at {length}");
    }

    [Theory]
    [MemberData(nameof(Photographs))]
    public async Task Never_throws_for_a_photograph_with_changed_bytes(string file)
    {
        var whole = await File.ReadAllBytesAsync(SharedData.Require("evidence/exif/" + file), TestContext.Current.CancellationToken);

        foreach (var at in Enumerable.Range(0, Math.Min(Dense, whole.Length)).Concat(Enumerable.Range(0, whole.Length / Step).Select(i => i * Step)))
        {
            foreach (var mask in new byte[] { 0x01, 0x80, 0xFF })
            {
                whole[at] ^= mask;
                Read(whole, $"{file} changed at {at} by {mask}");
                whole[at] ^= mask;
            }
        }
    }

    [Theory]
    [InlineData("2008:10:22 16:28:39", "+02:00", "2008-10-22T14:28:39", "2008-10-22T14:28:39")]
    [InlineData("2008:10:22 16:28:39", "nonsense", "2008-10-22T02:28:39", "2008-10-23T06:28:39")]
    [InlineData("0001:01:01 00:00:00", "", "0001-01-01T00:00:00", "0001-01-01T14:00:00")]
    public void Reads_the_time_with_the_offset_that_stands_beside_it(string time, string offset, string from, string until)
    {
        var taken = Read(Jpeg(time, offset), time)?.TakenAt;

        taken.ShouldBe(new InstantRange(DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateTime.Parse(until, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2008:13:22 16:28:39")]
    [InlineData("    :  :     :  :  ")]
    [InlineData("0000:00:00 00:00:00")]
    public void Reads_no_time_from_what_is_none(string time) => Read(Jpeg(time, "+01:00"), time)?.TakenAt.ShouldBeNull();

    private static PhotoExif? Read(byte[] bytes, string what)
    {
        PhotoExif? read = null;
        Should.NotThrow(() => read = PhotoExif.Read(new MemoryStream(bytes)), what);
        return read;
    }

    /// <summary>A JPEG without a picture: EXIF with one directory that leads to another with DateTimeOriginal and OffsetTimeOriginal (CIPA DC-008, 4.6.2).</summary>
    private static byte[] Jpeg(string time, string offset)
    {
        var (timeText, offsetText) = (System.Text.Encoding.ASCII.GetBytes(time + "\0"), System.Text.Encoding.ASCII.GetBytes(offset.PadRight(8) + "\0"));
        byte[] tiff =
        [
            .. "MM"u8, 0, 42, 0, 0, 0, 8,
            0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0,
            0, 2, 0x90, 0x03, 0, 2, 0, 0, 0, (byte)timeText.Length, 0, 0, 0, 56, 0x90, 0x11, 0, 2, 0, 0, 0, (byte)offsetText.Length, 0, 0, 0, (byte)(56 + timeText.Length), 0, 0, 0, 0,
            .. timeText, .. offsetText,
        ];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(tiff.Length + 8), .. "Exif\0\0"u8, .. tiff, 0xFF, 0xDA];
    }
}
