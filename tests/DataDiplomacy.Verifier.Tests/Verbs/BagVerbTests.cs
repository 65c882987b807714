using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Core.Evidence.Bags;
using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Verifier.Tests.Verbs;

public sealed class BagVerbTests(ITestOutputHelper output) : IDisposable
{
    private readonly Files _files = new();

    [Fact]
    public void Checks_a_folder_and_a_zip_of_it()
    {
        var bag = Bag();
        var zip = Path.Combine(_files.Folder, "bag.zip");
        ZipFile.CreateFromDirectory(bag, zip, CompressionLevel.Fastest, includeBaseDirectory: true);

        Run.Of("bag", bag).Outcome.ShouldBe((0, "verified"));
        Run.Of("bag", zip).Outcome.ShouldBe((0, "verified"));
        File.WriteAllText(Path.Combine(bag, "data", "a.txt"), "other");
        Run.Of("bag", bag).Outcome.ShouldBe((1, "bagInvalid"));
    }

    [Fact]
    public void Says_what_it_cannot_read()
    {
        Run.Of("bag", Path.Combine(_files.Folder, "none")).Outcome.ShouldBe((2, "unreadable"));
        Run.Of("bag", _files.Write("text", "no zip")).Outcome.ShouldBe((2, "unreadable"));
        Run.Of("package", _files.Write("text", "no zip"), "--policy", _files.Write("policy", "quorum none\n")).Outcome.ShouldBe((2, "unreadable"));
        Run.Of("package", Bag(), "--policy", _files.Write("policy", "quorum\n")).Outcome.ShouldBe((1, "policyInvalid"));
        Run.Of("package", Bag(), "--policy", _files.Write("policy", "quorum none\n")).Outcome.ShouldBe((1, "packageInvalid"));
    }

    [Fact]
    public void Agrees_with_the_conformance_suite()
    {
        var root = SharedFiles.Folder("vectors/bagit-rfc8493");
        var bags = Directory.GetDirectories(root, "v*").SelectMany(Directory.GetDirectories).SelectMany(Directory.GetDirectories).Order(StringComparer.Ordinal).ToList();

        var runs = bags.Select(bag => (Bag: bag, Kind: Path.GetFileName(Path.GetDirectoryName(bag)), Code: Run.Of("bag", bag).Code)).ToList();

        var taken = runs.Where(run => run.Kind is "valid" or "warning").ToList();
        var refused = runs.Except(taken).ToList();
        output.WriteLine($"verifier bagit-rfc8493: {taken.Count(run => run.Code == "verified")} of {taken.Count} taken, {taken.Count(run => run.Code == "bagRefused")} valid and refused by policy (fetch.txt, clashing names), {refused.Count(run => run.Code is "bagInvalid" or "bagRefused")} of {refused.Count} not taken");
        taken.ShouldAllBe(run => run.Code == "verified" || run.Code == "bagRefused");
        taken.Count(run => run.Code == "bagRefused").ShouldBe(2);
        refused.ShouldAllBe(run => run.Code == "bagInvalid" || run.Code == "bagRefused");
    }

    public void Dispose() => _files.Dispose();

    private string Bag()
    {
        var bytes = "text"u8.ToArray();
        var path = _files.Write("bag/data/a.txt", bytes);
        foreach (var tag in BagManifest.Write([new BagEntry("data/a.txt", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), Convert.ToHexStringLower(SHA512.HashData(bytes)))], [], []))
            _files.Write("bag/" + tag.Path, Encoding.UTF8.GetBytes(tag.Text));
        return Path.GetDirectoryName(Path.GetDirectoryName(path)) ?? "";
    }
}
