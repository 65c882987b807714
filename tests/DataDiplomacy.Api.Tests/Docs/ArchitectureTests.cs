using System.Text.RegularExpressions;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Docs;

/// <summary>What ARCHITECTURE.md names is there.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));

    [Fact]
    public void Its_paths_lead_to_files_and_folders()
    {
        var paths = Paths().Matches(Text).Select(m => m.Groups["path"].Value).Distinct().ToList();

        paths.Where(p => !Places(p).Any(Path.Exists)).ShouldBeEmpty();
        paths.Count.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("Catalogue")]
    [InlineData("Observations")]
    public void It_lists_each_slice(string wing)
    {
        var slices = Directory.GetDirectories(Path.Combine(Repository.Root, "src", "DataDiplomacy.Api", wing)).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

        Text.ShouldContain($"{wing}/{{{string.Join(',', slices)}}}/");
    }

    private static string[] Places(string path) =>
        [.. new[] { "", "src/DataDiplomacy.Api" }.SelectMany(folder => new[] { path, path + ".cs" }, (folder, name) => Path.Combine(Repository.Root, folder, name))];

    [GeneratedRegex(@"`(?<path>[A-Za-z][\w.]*/[\w./]*)`")]
    private static partial Regex Paths();
}
