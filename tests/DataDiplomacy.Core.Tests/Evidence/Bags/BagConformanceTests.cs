using DataDiplomacy.Core.Evidence.Bags;

namespace DataDiplomacy.Core.Tests.Evidence.Bags;

/// <summary>The conformance suite of the Library of Congress, each bag of each folder.</summary>
public class BagConformanceTests(ITestOutputHelper output)
{
    private const string Suite = "vectors/bagit-rfc8493";

    private static readonly string[] Outside = ["linux-only", "windows-only"];

    [Fact]
    public void Each_bag_has_the_outcome_of_its_folder()
    {
        var root = SharedFiles.Folder(Suite);

        var bags = Directory.GetDirectories(root, "v*").SelectMany(Directory.GetDirectories).SelectMany(Directory.GetDirectories)
            .Order(StringComparer.Ordinal).Select(bag => (Name: Path.GetRelativePath(root, bag), Kind: Path.GetFileName(Path.GetDirectoryName(bag)), Report: Verify(bag))).ToList();

        var unexpected = bags.Where(bag => !Expected(bag.Kind, bag.Report)).Select(bag => $"{bag.Name}: {Findings(bag.Report)}").ToList();
        foreach (var (name, kind, report) in bags.Where(bag => bag.Kind != "valid" || bag.Report.RefusedByPolicy)) output.WriteLine($"{name}: {Findings(report)}");
        output.WriteLine($"bagit-rfc8493: {Of("valid")} valid, {Of("invalid")} invalid, {Of("warning")} warning, {Of(Outside)} out-of-scope paths refused; "
            + $"{bags.Count(bag => bag.Report is { Valid: true, RefusedByPolicy: true })} valid bags refused by policy (fetch.txt or odd paths)");
        unexpected.ShouldBeEmpty();
        bags.Count(bag => bag.Kind is "valid" or "invalid" or "warning" || Outside.Contains(bag.Kind)).ShouldBe(bags.Count);
        bags.ShouldNotBeEmpty();

        string Of(params string[] kinds) =>
            $"{bags.Count(bag => kinds.Contains(bag.Kind) && Expected(bag.Kind, bag.Report))} of {bags.Count(bag => kinds.Contains(bag.Kind))}";
    }

    private static bool Expected(string? kind, BagReport report) => kind switch
    {
        "valid" => report.Valid,
        "invalid" => !report.Valid,
        "warning" => report is { Valid: true, Warnings.Count: > 0 },
        _ => report.Refusals.Any(refusal => refusal.Code == BagProblemCode.UnsafePath),
    };

    private static BagReport Verify(string bag)
    {
        var files = Directory.GetFiles(bag, "*", SearchOption.AllDirectories).Select(file => new FileInfo(file));
        return BagVerification.Verify(
            [.. files.Select(file => new BagFile(Path.GetRelativePath(bag, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), file.Length, file.LinkTarget is not null, file.OpenRead))],
            BagPolicy.Default);
    }

    private static string Findings(BagReport report) =>
        $"errors [{Codes(report.Problems)}], refusals [{Codes(report.Refusals)}], warnings [{Codes(report.Warnings)}]";

    private static string Codes(IReadOnlyList<BagProblem> problems) => string.Join(", ", problems.Select(problem => $"{problem.Code} {problem.Path}"));
}
