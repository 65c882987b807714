using System.Buffers.Binary;
using System.Text;
using DataDiplomacy.Core.Evidence.Checks;

namespace DataDiplomacy.Core.Tests.Evidence.Checks;

public class C2paPresenceTests
{
    private static readonly byte[] Store = [0x63, 0x32, 0x70, 0x61, 0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    [Fact]
    public void Finds_the_manifests_of_the_published_images()
    {
        var files = SharedFiles.Files("vectors/c2pa", "*.jpg");

        foreach (var file in files)
            Find(File.ReadAllBytes(file)).Length.ShouldNotBeNull(file).ShouldBeGreaterThan(100, file);
        // The box begins at byte 32 of this one and says 0xC7AE.
        Find(File.ReadAllBytes(files.Single(f => f.EndsWith("-C.jpg", StringComparison.Ordinal)))).ShouldBe(new C2paBox("JPEG APP11", 0xC7AE, true));
    }

    [Fact]
    public void Finds_none_in_photographs_of_cameras()
    {
        foreach (var file in SharedFiles.Files("data/evidence/exif", "DSCN*.jpg"))
            Find(File.ReadAllBytes(file)).ShouldBe(new C2paBox("JPEG APP11", null, true), file);
    }

    [Fact]
    public void Finds_one_in_a_chunk_of_PNG()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", new byte[13]), .. Chunk("caBX", Box(Store)), .. Chunk("IEND", [])];

        Find(png).ShouldBe(new C2paBox("PNG caBX", 32, true));
    }

    [Fact]
    public void Takes_no_other_box_for_one()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("caBX", Box(new byte[16])), .. Chunk("IEND", [])];

        Find(png).ShouldBe(new C2paBox("PNG caBX", null, true));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46 })]
    public void Looks_through_JPEG_and_PNG_alone(byte[] bytes) => Find(bytes).ShouldBe(new C2paBox(null, null, true));

    [Fact]
    public void Says_that_a_file_is_cut_off()
    {
        Find([0xFF, 0xD8, 0xFF, 0xEB, 0x00, 0x40, (byte)'J', (byte)'P']).ShouldBe(new C2paBox("JPEG APP11", null, false));
        Find([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, .. "caBX"u8]).ShouldBe(new C2paBox("PNG caBX", null, false));
    }

    [Fact]
    public void Bears_every_cut_of_an_image()
    {
        var image = File.ReadAllBytes(SharedFiles.Files("vectors/c2pa", "*.jpg")[0]);

        for (var length = 0; length < image.Length; length += 997)
            Should.NotThrow(() => Find(image[..length]));
    }

    private static C2paBox Find(byte[] bytes) => C2paPresence.Find(new MemoryStream(bytes));

    private static byte[] Box(byte[] type) => [0, 0, 0, 32, .. "jumb"u8, 0, 0, 0, 24, .. "jumd"u8, .. type];

    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
    }
}
