using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Statistics;

/// <summary>Reference cases computed with R and scipy, kept beside the repository and read where they are.</summary>
internal static class GoldenCases
{
    private const string Absent = "absent";

    /// <summary>Identifiers of the cases of a method, or one stand-in so that the skip has a name.</summary>
    public static IReadOnlyList<string> Ids(string method) =>
        Find(method) is { } path ? [.. Read(path).Select(c => c.GetProperty("id").GetString() ?? Absent)] : [Absent];

    public static JsonElement Case(string method, string id)
    {
        Assert.SkipWhen(id == Absent, "The golden files are not beside this repository (../shared/golden).");
        return Read(Find(method).ShouldNotBeNull()).Single(c => c.GetProperty("id").GetString() == id);
    }

    private static IReadOnlyList<JsonElement> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.Clone())];
    }

    private static string? Find(string method) => SharedData.Find(Path.Combine("golden", method + ".json"));
}
