using DataDiplomacy.Core.Evidence.Bags;
using static DataDiplomacy.Core.Evidence.Bags.BagProblemCode;

namespace DataDiplomacy.Core.Tests.Evidence.Bags;

public class BagSafetyTests
{
    private const string Sha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void A_fetch_file_is_valid_and_refused()
    {
        var bag = BagBuilder.Valid().With("fetch.txt", "https://example.org/a.txt - data/a.txt\n").WithTagManifest();

        var report = bag.Verify();

        report.Problems.ShouldBeEmpty();
        report.Refusals.Select(refusal => refusal.Code).ShouldBe([Fetch]);
        bag.Verify(new() { AllowFetch = true }).RefusedByPolicy.ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://example.org/a data/a.txt", FetchMalformed, "fetch.txt")]
    [InlineData("https://example.org/a x data/a.txt", FetchMalformed, "fetch.txt")]
    [InlineData("https://example.org/a - bagit.txt", OutsidePayload, "bagit.txt")]
    [InlineData("https://example.org/a 3 data/other", FetchNotListed, "data/other")]
    public void Holds_a_fetch_file_to_its_form(string line, BagProblemCode code, string path)
    {
        var report = BagBuilder.Valid().With("fetch.txt", line).WithTagManifest().Verify(new() { AllowFetch = true });

        report.Problems.Select(problem => (problem.Code, problem.Path)).ShouldBe([(code, path)]);
    }

    [Theory]
    [InlineData("data/../../etc/passwd")]
    [InlineData("../data/x")]
    [InlineData("/etc/passwd")]
    [InlineData("data//etc/passwd")]
    [InlineData("data/./x")]
    [InlineData("data/x/")]
    [InlineData("~/x")]
    [InlineData("~root/x")]
    [InlineData("data/~root/x")]
    [InlineData("C:/Windows/x")]
    [InlineData("data/c:x")]
    [InlineData("data\\x")]
    [InlineData("\\\\server\\share\\x")]
    [InlineData("data/x\0y")]
    [InlineData("")]
    public void Refuses_an_unsafe_path_and_does_not_open_it(string path)
    {
        var files = BagBuilder.Valid().Files();
        files.Add(new(path, 3, false, () => throw new InvalidOperationException("opened")));

        var report = BagVerification.Verify(files, BagPolicy.Default);

        report.Refusals.Select(refusal => (refusal.Code, refusal.Path)).ShouldBe([(UnsafePath, path)]);
    }

    [Theory]
    [InlineData("../../../README.md")]
    [InlineData("/absolute/x")]
    [InlineData("~/x")]
    [InlineData("C:\\Windows\\x.exe")]
    [InlineData("\\\\?\\UNC\\server\\x.exe")]
    public void Refuses_an_unsafe_path_of_a_manifest(string path)
    {
        var report = BagBuilder.Valid().Edit("manifest-sha256.txt", text => text + $"{Sha256OfAbc}  {path}\n").Verify();

        report.Refusals.Select(refusal => (refusal.Code, refusal.Path)).ShouldBe([(UnsafePath, path)]);
        report.Problems.Select(problem => problem.Code).ShouldBe([OutsidePayload, FileMissing]);
    }

    [Theory]
    [InlineData('a', 4092)]
    [InlineData(0xD800, 1)]
    public void Refuses_a_path_that_is_too_long_or_no_Unicode(int unit, int times)
    {
        var path = "data/" + new string((char)unit, times);
        var files = BagBuilder.Valid().Files();
        files.Add(new(path, 0, false, () => Stream.Null));

        var report = BagVerification.Verify(files, BagPolicy.Default);

        report.Refusals.Select(refusal => (refusal.Code, refusal.Path)).ShouldBe([(UnsafePath, path)]);
    }

    [Theory]
    [InlineData("data/a.txt", "data/A.TXT")]
    [InlineData("data/\u00E9", "data/e\u0301")]
    [InlineData("data/\u00E9", "data/E\u0301")]
    [InlineData("data/\u212B", "data/a\u030A")]
    [InlineData("data/\u1E0B\u0323", "data/\u1E0D\u0307")]
    [InlineData("data/\uAC01", "data/\u1100\u1161\u11A8")]
    [InlineData("data/sub/x", "data/SUB/y")]
    public void Refuses_paths_that_are_one_elsewhere(string one, string other)
    {
        var report = BagBuilder.Of((one, "1"), (other, "2")).Verify();

        report.Problems.ShouldBeEmpty();
        report.Refusals.Select(refusal => refusal.Code).ShouldBe([PathClash]);
    }

    [Fact]
    public void Refuses_a_path_that_is_file_and_folder()
    {
        var report = BagBuilder.Of(("data/a", "1"), ("data/a/b", "2")).Verify();

        report.Valid.ShouldBeTrue();
        report.Refusals.Select(refusal => (refusal.Code, refusal.Path)).ShouldBe([(PathClash, "data/a")]);
    }

    [Fact]
    public void Takes_folders_that_are_shared_and_spelled_alike()
    {
        var deep = "data/" + string.Concat(Enumerable.Repeat("\u00E9/", 2000));

        var report = BagBuilder.Of((deep + "a", "1"), (deep + "b", "2"), ("data/A/x", "3"), ("data/A/y", "4")).Verify();

        report.Valid.ShouldBeTrue();
        report.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void Refuses_a_link_and_does_not_claim_its_digest()
    {
        BagFile[] files = [.. BagBuilder.Valid().Files().Select(file => file with { IsLink = file.Path == "data/a.txt" })];

        var report = BagVerification.Verify(files, BagPolicy.Default);

        report.Refusals.Select(refusal => (refusal.Code, refusal.Path)).ShouldBe([(Link, "data/a.txt")]);
        report.Problems.Select(problem => (problem.Code, problem.Path)).ShouldBe([(Unreadable, "data/a.txt")]);
    }

    [Fact]
    public void Reads_percent_encoded_paths_and_refuses_control_characters()
    {
        var bag = BagBuilder.Of(("data/100%", "1"), ("data/a\r\nb", "2"));
        bag.Edit("manifest-sha256.txt", text => text.Replace("data/100%", "data/100%25", StringComparison.Ordinal).Replace("a\r\nb", "a%0d%0Ab", StringComparison.Ordinal));

        var report = bag.Verify();

        report.Problems.ShouldBeEmpty();
        report.Warnings.ShouldBeEmpty();
        report.Refusals.Select(refusal => (refusal.Code, refusal.Path)).ShouldBe([(ControlCharacter, "data/a\r\nb")]);
    }

    [Theory]
    [InlineData("1.0", "data/a%25", 0)]
    [InlineData("0.97", "data/a%25", 1)]
    [InlineData("0.97", "data/a%", 0)]
    [InlineData("1.0", "data/a%", 0)]
    public void Decodes_paths_only_from_1_0(string version, string written, int missing)
    {
        var bag = new BagBuilder().With("data/a%", "abc").With("bagit.txt", BagManifest.Declaration.Replace("1.0", version, StringComparison.Ordinal))
            .With("manifest-sha256.txt", $"{Sha256OfAbc}  {written}\n");

        bag.Verify().Problems.Count(problem => problem.Code == FileMissing).ShouldBe(missing);
    }

    [Theory]
    [InlineData("./data/a")]
    [InlineData("*data/a")]
    [InlineData("data/A")]
    [InlineData("data/a%")]
    public void Warns_of_a_path_that_is_spelled_otherwise(string written)
    {
        var name = written.EndsWith('%') ? "data/a%" : "data/a";
        var bag = new BagBuilder().With(name, "abc").With("bagit.txt", BagManifest.Declaration).With("manifest-sha256.txt", $"{Sha256OfAbc} {written}\n").WithTagManifest();

        var report = bag.Verify();

        report.Problems.ShouldBeEmpty();
        report.Warnings.Select(warning => (warning.Code, warning.Path)).ShouldBe([(PathSpelling, "manifest-sha256.txt")]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(-1)]
    public void Tells_a_file_that_is_not_as_long_as_told(long length) =>
        Hostile("data/a.txt", file => file with { Length = length }).Problems.ShouldContain(problem => problem.Code == Unreadable && problem.Path == "data/a.txt");

    [Fact]
    public void Tells_a_file_that_cannot_be_read() =>
        Hostile("data/a.txt", file => file with { Open = () => throw new IOException("bad sector") })
            .Problems.Select(problem => (problem.Code, problem.Path)).ShouldBe([(Unreadable, "data/a.txt")]);

    [Fact]
    public void Does_not_parse_a_tag_file_beyond_16_MiB() =>
        Hostile("bag-info.txt", file => file with { Length = (16 * 1024 * 1024) + 1 })
            .Problems.Select(problem => (problem.Code, problem.Path)).ShouldBe([(TagFileTooLong, "bag-info.txt")]);

    [Fact]
    public void Tells_a_path_handed_in_twice_and_lengths_beyond_counting()
    {
        var files = BagBuilder.Valid().Files();
        files.Add(files.Single(file => file.Path == "data/a.txt"));
        files.AddRange([new("data/x", long.MaxValue, false, () => Stream.Null), new("data/y", long.MaxValue, false, () => Stream.Null)]);

        var report = BagVerification.Verify(files, BagPolicy.Default);

        report.Problems.ShouldContain(problem => problem.Code == FileTwice && problem.Path == "data/a.txt");
        report.PayloadOctets.ShouldBe(long.MaxValue);
    }

    [Fact]
    public void Keeps_a_thousand_findings_of_a_kind()
    {
        var bag = BagBuilder.Valid().Edit("manifest-sha256.txt", _ => string.Concat(Enumerable.Repeat("x\n", 5000)));

        var report = bag.Verify();

        report.Problems.Count.ShouldBe(1001);
        report.Problems[^1].Code.ShouldBe(TooMany);
    }

    [Fact]
    public void No_changed_byte_of_a_bag_throws_or_goes_unnoticed()
    {
        var files = BagBuilder.Valid().Files();

        foreach (var file in files)
        {
            using var whole = new MemoryStream();
            file.Open().CopyTo(whole);
            for (var at = 0; at < file.Length; at++)
            {
                var bytes = whole.ToArray();
                bytes[at] ^= 0x04;
                var changed = files.Select(other => other == file ? other with { Open = () => new MemoryStream(bytes) } : other);
                var report = BagVerification.Verify([.. changed], new() { RequireTagManifest = true });
                report.Valid.ShouldBeFalse($"{file.Path}, byte {at}");
            }
        }
    }

    private static BagReport Hostile(string path, Func<BagFile, BagFile> change) =>
        BagVerification.Verify([.. BagBuilder.Valid().Files().Select(file => file.Path == path ? change(file) : file)], BagPolicy.Default);
}
