using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Conventions;

/// <summary>What every file of the sources keeps to.</summary>
public class SourceTests
{
    private const int MostLines = 300;

    [Fact]
    public void A_long_file_gives_its_reason_on_the_first_line()
    {
        Sources.Where(f => Repository.Lines(f) is { Length: > MostLines } lines && !lines[0].StartsWith("//", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_left_to_do_later()
    {
        // Put together here, so that this list is not found by those who look for what it names.
        string[] marks = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

        Sources.Where(f => Repository.Lines(f).Any(l => marks.Any(m => l.Contains(m, StringComparison.Ordinal)))).ShouldBeEmpty();
    }

    [Fact]
    public void The_ban_on_clocks_and_blocking_is_not_lifted_anywhere()
    {
        Sources.Where(f => Repository.Lines(f).Any(l => l.Contains("RS0030", StringComparison.Ordinal))).ShouldBeEmpty();
        File.ReadAllText(Path.Combine(Repository.Root, "BannedSymbols.txt")).ShouldContain("P:System.DateTime.UtcNow;");
    }

    [Fact]
    public void A_type_is_in_the_namespace_of_its_folder()
    {
        Sources.Where(f => f.Count(c => c == '/') > 2)
            .Where(f => !Repository.Lines(f).Contains($"namespace {f["src/".Length..f.LastIndexOf('/')].Replace('/', '.')};")).ShouldBeEmpty();
    }

    private static IEnumerable<string> Sources => Repository.Sources.Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal));
}
