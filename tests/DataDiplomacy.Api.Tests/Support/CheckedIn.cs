using System.Text;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>
/// Compares a text with a file that is checked in. With UPDATE_SNAPSHOTS=1 the file is rewritten first; a test that then passes says that it can be
/// read back, and the difference is for the review.
/// </summary>
internal static class CheckedIn
{
    private const string Advice = "Run the tests with UPDATE_SNAPSHOTS=1, read the difference and check it in.";

    public static async Task MatchAsync(string path, string text)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? Repository.Root);
            await File.WriteAllTextAsync(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        File.Exists(file).ShouldBeTrue($"{path} is missing. {Advice}");
        var kept = await File.ReadAllTextAsync(file);
        if (kept != text)
            Assert.Fail($"{path} is out of date. {Advice}\n{FirstDifference(kept, text)}");
    }

    /// <summary>The first line at which two texts part; a comparison of whole documents would be unreadable.</summary>
    public static string FirstDifference(string kept, string now)
    {
        var (old, added) = (kept.Split('\n'), now.Split('\n'));
        var line = 0;
        while (line < old.Length && line < added.Length && old[line] == added[line])
            line++;
        return $"line {line + 1}\n  kept: {old.ElementAtOrDefault(line)}\n  now:  {added.ElementAtOrDefault(line)}";
    }
}
