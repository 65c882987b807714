using System.Text;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>
/// Compares a text with a file that is checked in. With UPDATE_SNAPSHOTS=1 the file is rewritten first; a test that then passes says that it can be
/// read back, and the difference is for the review.
/// </summary>
internal static class Snapshot
{
    public static async Task MatchAsync(string path, string text)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? Repository.Root);
            await File.WriteAllTextAsync(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        File.Exists(file).ShouldBeTrue($"{path} is missing: run the tests with UPDATE_SNAPSHOTS=1 and check in what they write.");
        (await File.ReadAllTextAsync(file)).ShouldBe(text, $"{path} is out of date: run the tests with UPDATE_SNAPSHOTS=1, read the difference and check it in.");
    }
}
