using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Core.Evidence.Bags;

namespace DataDiplomacy.Core.Tests.Evidence.Bags;

public class BagManifestTests
{
    private static readonly string One = new('1', 64);
    private static readonly string Two = new('A', 64);

    [Fact]
    public void Writes_the_declaration_of_RFC_8493_2_1_1() =>
        BagManifest.Declaration.ShouldBe("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");

    [Fact]
    public void Writes_a_payload_manifest_in_ordinal_order_with_encoded_paths() =>
        BagManifest.PayloadText("sha256", [("data/b", One), ("data/B\r\n50%0A", Two), ("data/a", One)])
            .ShouldBe($"{new string('a', 64)}  data/B%0D%0A50%250A\n{One}  data/a\n{One}  data/b\n");

    [Fact]
    public void Writes_a_tag_manifest() =>
        BagManifest.TagText("sha256", [("manifest-sha256.txt", One), ("bagit.txt", Two)])
            .ShouldBe($"{new string('a', 64)}  bagit.txt\n{One}  manifest-sha256.txt\n");

    [Fact]
    public void Writes_a_bag_that_is_valid_with_a_tag_manifest()
    {
        var abc = Entry("data/abc", "abc");
        var note = Entry("proofs/policy.txt", "none");

        var written = BagManifest.Write([Entry("data/b%", "xy"), abc], [note], [("Bagging-Date", "2026-01-02")]);

        written.Select(file => file.Path).ShouldBe(["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt"]);
        written[1].Text.ShouldBe("Bagging-Date: 2026-01-02\nPayload-Oxum: 5.2\n");
        // FIPS 180-4 example of SHA-256.
        written[2].Text.ShouldStartWith("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  data/abc\n");
        var bag = new BagBuilder().With("data/abc", "abc").With("data/b%", "xy").With("proofs/policy.txt", "none");
        foreach (var file in written) bag.With(file.Path, file.Text);
        var report = bag.Verify(new() { RequireTagManifest = true });
        (report.Valid, report.RefusedByPolicy, report.Warnings.Count).ShouldBe((true, false, 0));
        report.DigestCounts.ShouldBe([new("sha256", 2, 5), new("sha512", 2, 0)]);
    }

    [Fact]
    public void Writes_no_told_oxum_no_tag_file_twice_and_no_length_below_0()
    {
        var abc = Entry("data/abc", "abc");

        Should.Throw<ArgumentException>(() => BagManifest.Write([abc], [], [("payload-oxum", "3.1")]));
        Should.Throw<ArgumentException>(() => BagManifest.Write([abc], [Entry("bagit.txt", "x")], []));
        Should.Throw<ArgumentException>(() => BagManifest.Write([abc with { Length = -1 }], [], []));
    }

    [Fact]
    public void Writes_labels_in_their_order() =>
        BagManifest.InfoText([("Bagging-Date", "2026-01-02"), ("Payload-Oxum", BagManifest.Oxum(279164409832, 1198)), ("Bagging-Date", "")])
            .ShouldBe("Bagging-Date: 2026-01-02\nPayload-Oxum: 279164409832.1198\nBagging-Date: \n");

    [Theory]
    [InlineData("data/../x")]
    [InlineData("x")]
    [InlineData("data/~x")]
    public void Refuses_a_path_that_is_no_safe_payload(string path) =>
        Should.Throw<ArgumentException>(() => BagManifest.PayloadText("sha256", [(path, One)]));

    [Theory]
    [InlineData("data/x")]
    [InlineData("tagmanifest-sha256.txt")]
    public void Refuses_a_path_that_is_no_tag_file(string path) =>
        Should.Throw<ArgumentException>(() => BagManifest.TagText("sha256", [(path, One)]));

    [Fact]
    public void Refuses_a_path_twice_and_a_digest_of_another_length()
    {
        Should.Throw<ArgumentException>(() => BagManifest.PayloadText("sha256", [("data/x", One), ("data/x", One)]));
        Should.Throw<ArgumentException>(() => BagManifest.PayloadText("sha512", [("data/x", One)]));
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("a:b", "x")]
    [InlineData(" a", "x")]
    [InlineData("a", "x\ny")]
    public void Refuses_a_label_that_is_not_one_line(string label, string value) =>
        Should.Throw<ArgumentException>(() => BagManifest.InfoText([(label, value)]));

    [Fact]
    public void Names_manifests_and_writes_no_old_algorithm()
    {
        BagManifest.PayloadName("sha512").ShouldBe("manifest-sha512.txt");
        BagManifest.TagName("sha256").ShouldBe("tagmanifest-sha256.txt");
        Should.Throw<ArgumentException>(() => BagManifest.PayloadName("md5"));
    }

    private static BagEntry Entry(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), Convert.ToHexStringLower(SHA512.HashData(bytes)));
    }
}
