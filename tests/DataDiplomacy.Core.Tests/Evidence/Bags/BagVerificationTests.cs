using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Core.Evidence.Bags;
using static DataDiplomacy.Core.Evidence.Bags.BagProblemCode;

namespace DataDiplomacy.Core.Tests.Evidence.Bags;

public class BagVerificationTests
{
    // FIPS 180-4 example of SHA-256, and the MD5 of RFC 1321, A.5.
    private const string Sha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private const string Md5OfAbc = "900150983cd24fb0d6963f7d28e17f72";

    [Fact]
    public void Takes_a_complete_bag_and_tells_what_it_is()
    {
        var bag = BagBuilder.Valid();

        var report = bag.Verify(new() { RequireTagManifest = true });

        report.Problems.ShouldBeEmpty();
        report.Warnings.ShouldBeEmpty();
        report.RefusedByPolicy.ShouldBeFalse();
        (report.Version, report.Encoding, report.PayloadFileCount, report.PayloadOctets).ShouldBe(("1.0", "UTF-8", 2, 3L));
        report.Algorithms.ShouldBe(["sha256"]);
    }

    [Fact]
    public void Knows_all_five_algorithms_and_opens_each_file_once()
    {
        var opened = new Dictionary<string, int>();
        var bag = BagBuilder.Valid().WithManifest("md5", MD5.HashData).WithManifest("sha1", SHA1.HashData)
            .WithManifest("sha384", SHA384.HashData).WithManifest("sha512", SHA512.HashData).WithTagManifest();
        BagFile[] files = [.. bag.Files().Select(file => file with { Open = () => Count(file) })];

        var report = BagVerification.Verify(files, BagPolicy.Default);

        report.Valid.ShouldBeTrue();
        report.Algorithms.ShouldBe(["md5", "sha1", "sha256", "sha384", "sha512"]);
        opened.Count.ShouldBe(files.Length);
        opened.Values.ShouldAllBe(times => times == 1);

        Stream Count(BagFile file)
        {
            opened[file.Path] = opened.GetValueOrDefault(file.Path) + 1;
            return file.Open();
        }
    }

    [Theory]
    [InlineData("sha256", Sha256OfAbc, true)]
    [InlineData("md5", Md5OfAbc, true)]
    [InlineData("md5", "900150983cd24fb0d6963f7d28e17f73", false)]
    public void Holds_a_file_to_the_published_digest(string algorithm, string digest, bool valid)
    {
        var bag = new BagBuilder().With("bagit.txt", BagManifest.Declaration).With("data/abc", "abc")
            .With($"manifest-{algorithm}.txt", $"{digest.ToUpperInvariant()} data/abc\r\n");

        var report = bag.Verify();

        report.Problems.Select(problem => (problem.Code, problem.Path)).ShouldBe(valid ? [] : [(DigestDiffers, "data/abc")]);
    }

    [Fact]
    public void Counts_the_files_whose_digests_agree_by_algorithm()
    {
        var bag = BagBuilder.Valid().WithManifest("md5", MD5.HashData).WithTagManifest().With("data/a.txt", "abd");

        var report = bag.Verify();

        report.DigestCounts.ShouldBe([new("md5", 1, 0), new("sha256", 1, 4)]);
    }

    [Fact]
    public void Reads_at_most_32_manifests()
    {
        var bag = BagBuilder.Valid();
        for (var i = 0; i < 31; i++) bag.With($"manifest-x{i}.txt", "");

        var report = bag.Verify();

        report.Problems.ShouldContain(problem => problem.Code == TooManyManifests);
        report.DigestCounts.ShouldBeEmpty();
    }

    [Fact]
    public void Finds_a_changed_payload_file() =>
        Errors(BagBuilder.Valid().With("data/a.txt", "abd")).ShouldBe([(DigestDiffers, "data/a.txt")]);

    [Fact]
    public void Finds_a_changed_tag_file() =>
        Errors(BagBuilder.Valid().With("bag-info.txt", "Bagging-Date: 2026-01-03\n")).ShouldBe([(DigestDiffers, "bag-info.txt")]);

    [Fact]
    public void Finds_a_lost_payload_file() =>
        Errors(BagBuilder.Valid().Without("data/sub/empty")).ShouldBe([(FileMissing, "data/sub/empty"), (OxumDiffers, "bag-info.txt")]);

    [Fact]
    public void Finds_a_lost_tag_file() =>
        Errors(BagBuilder.Valid().Without("bag-info.txt")).ShouldBe([(FileMissing, "bag-info.txt")]);

    [Fact]
    public void Finds_an_added_payload_file() =>
        Errors(BagBuilder.Valid().With("data/more", "")).ShouldBe([(PayloadNotListed, "data/more"), (OxumDiffers, "bag-info.txt")]);

    [Theory]
    [InlineData("3.1")]
    [InlineData("4.2")]
    [InlineData("3")]
    public void Holds_the_payload_to_its_oxum(string oxum) =>
        Errors(BagBuilder.Valid().Edit("bag-info.txt", _ => $"payload-oxum: {oxum}\n")).ShouldBe([(OxumDiffers, "bag-info.txt")]);

    [Fact]
    public void Refuses_an_oxum_told_twice_and_a_line_without_label() =>
        Errors(BagBuilder.Valid().Edit("bag-info.txt", text => text + "Payload-Oxum: 3.2\nno label\n"))
            .ShouldBe([(InfoMalformed, "bag-info.txt"), (InfoMalformed, "bag-info.txt")]);

    [Fact]
    public void From_1_0_each_manifest_lists_each_payload_file()
    {
        var bag = BagBuilder.Valid().With("manifest-md5.txt", $"{Md5OfAbc}  data/a.txt\n").WithTagManifest();

        var errors = Errors(bag);

        errors.ShouldBe([(PayloadNotListed, "data/sub/empty")]);
    }

    [Fact]
    public void Before_1_0_one_manifest_is_enough()
    {
        var bag = BagBuilder.Valid().With("manifest-md5.txt", $"{Md5OfAbc}  data/a.txt\n").Edit("bagit.txt", AsOf097);

        var report = bag.Verify();

        report.Problems.ShouldBeEmpty();
        report.Version.ShouldBe("0.97");
    }

    [Fact]
    public void A_line_is_repeated_only_before_1_0_and_with_the_same_digest()
    {
        var other = new string('0', 64);

        Errors(Twice(Sha256OfAbc)).ShouldBe([(ListedTwice, "data/a.txt")]);
        Errors(Twice(Sha256OfAbc).Edit("bagit.txt", AsOf097)).ShouldBeEmpty();
        Errors(Twice(other).Edit("bagit.txt", AsOf097)).ShouldBe([(ListedTwice, "data/a.txt"), (DigestDiffers, "data/a.txt")]);

        static BagBuilder Twice(string digest) => BagBuilder.Of(("data/a.txt", "abc")).Edit("manifest-sha256.txt", text => text + $"{digest}  data/a.txt\n");
    }

    [Fact]
    public void A_missing_tag_manifest_is_an_error_only_where_required()
    {
        var bag = BagBuilder.Valid().Without("tagmanifest-sha256.txt");

        var required = bag.Verify(new() { RequireTagManifest = true });

        bag.Verify().Valid.ShouldBeTrue();
        bag.Verify().Warnings.Select(warning => warning.Code).ShouldBe([TagManifestMissing]);
        required.Problems.Select(problem => problem.Code).ShouldBe([TagManifestMissing]);
    }

    [Fact]
    public void A_tag_file_dropped_from_the_tag_manifest_is_an_error_only_where_required()
    {
        var bag = BagBuilder.Valid().WithTagManifest(path => path != "bag-info.txt");

        var required = bag.Verify(new() { RequireTagManifest = true });

        bag.Verify().Valid.ShouldBeTrue();
        bag.Verify().Warnings.Select(warning => (warning.Code, warning.Path)).ShouldBe([(TagFileNotListed, "bag-info.txt")]);
        required.Problems.Select(problem => (problem.Code, problem.Path)).ShouldBe([(TagFileNotListed, "bag-info.txt")]);
    }

    [Fact]
    public void From_1_0_a_tag_manifest_lists_the_payload_manifests() =>
        Errors(BagBuilder.Valid().WithTagManifest(path => path != "manifest-sha256.txt")).ShouldBe([(TagFileNotListed, "manifest-sha256.txt")]);

    [Fact]
    public void Each_kind_of_manifest_lists_only_its_own()
    {
        var bag = BagBuilder.Of(("data/a.txt", "abc"));
        bag.Edit("manifest-sha256.txt", text => text + $"{Sha(bag.Text("bagit.txt"))}  bagit.txt\n");
        bag.With("tagmanifest-sha256.txt", bag.Text("tagmanifest-sha256.txt") + $"{Sha256OfAbc}  data/a.txt\n");

        var errors = Errors(bag);

        errors.ShouldBe([(OutsidePayload, "bagit.txt"), (NotATagFile, "data/a.txt")]);
    }

    [Fact]
    public void An_algorithm_that_cannot_be_verified_is_an_error() =>
        Errors(BagBuilder.Valid().With("manifest-sha3512.txt", "00  data/a.txt\n").WithTagManifest()).ShouldBe([(AlgorithmUnsupported, "manifest-sha3512.txt")]);

    [Fact]
    public void A_bag_has_a_payload_manifest() =>
        Errors(new BagBuilder().With("bagit.txt", BagManifest.Declaration)).ShouldBe([(ManifestMissing, null)]);

    [Theory]
    [InlineData("data/a.txt")]
    [InlineData("ba78  data/a.txt")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ax  data/a.txt")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Finds_a_malformed_line(string line) =>
        Errors(BagBuilder.Valid().Edit("manifest-sha256.txt", text => text + line + "\n")).ShouldBe([(ManifestLineMalformed, "manifest-sha256.txt")]);

    [Theory]
    [InlineData("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8", null)]
    [InlineData("BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n", null)]
    [InlineData("\uFEFFBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", DeclarationMalformed)]
    [InlineData("BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n", DeclarationMalformed)]
    [InlineData("BagIt-Version:1.0\nTag-File-Character-Encoding: UTF-8\n", DeclarationMalformed)]
    [InlineData("BagIt-Version: 1.0\n", DeclarationMalformed)]
    [InlineData("Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n", DeclarationMalformed)]
    [InlineData("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: 1\n", DeclarationMalformed)]
    [InlineData("", DeclarationMalformed)]
    [InlineData("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n", VersionUnsupported)]
    [InlineData("BagIt-Version: 1.0\nTag-File-Character-Encoding: KOI8-R\n", EncodingUnsupported)]
    public void Reads_a_declaration_as_it_has_to_be(string text, BagProblemCode? expected)
    {
        var errors = Errors(BagBuilder.Valid().Edit("bagit.txt", _ => text));

        errors.ShouldBe(expected is { } code ? [(code, "bagit.txt")] : []);
    }

    [Fact]
    public void A_bag_has_a_declaration() =>
        Errors(BagBuilder.Valid().Without("bagit.txt").WithTagManifest()).ShouldBe([(DeclarationMissing, "bagit.txt")]);

    [Theory]
    [InlineData("ISO-8859-1", new byte[] { 0x64, 0xE9 }, true)]
    [InlineData("UTF-8", new byte[] { 0x64, 0xE9 }, false)]
    [InlineData("US-ASCII", new byte[] { 0x64, 0xE9 }, false)]
    [InlineData("utf-8", new byte[] { 0x64, 0xC3, 0xA9 }, true)]
    public void Reads_tag_files_in_the_declared_encoding(string encoding, byte[] name, bool valid)
    {
        var bag = new BagBuilder().With("data/d\u00E9", "abc").With("bagit.txt", $"BagIt-Version: 1.0\nTag-File-Character-Encoding: {encoding}\n")
            .WithBytes("manifest-sha256.txt", [.. Encoding.ASCII.GetBytes($"{Sha256OfAbc}  data/"), .. name]);

        var errors = Errors(bag);

        errors.ShouldBe(valid ? [] : [(EncodingBroken, "manifest-sha256.txt"), (PayloadNotListed, "data/d\u00E9")]);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Utf_16_needs_its_byte_order_mark(bool mark, bool valid)
    {
        var text = Encoding.BigEndianUnicode.GetBytes($"{Sha256OfAbc}  data/a\n");
        var bag = new BagBuilder().With("data/a", "abc").With("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n")
            .WithBytes("manifest-sha256.txt", mark ? [0xFE, 0xFF, .. text] : text);

        bag.Verify().Valid.ShouldBe(valid);
    }

    private static string AsOf097(string text) => text.Replace("1.0", "0.97", StringComparison.Ordinal);

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static (BagProblemCode, string?)[] Errors(BagBuilder bag) => [.. bag.Verify().Problems.Select(problem => (problem.Code, problem.Path))];
}
