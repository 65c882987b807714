using System.Text.Json;

namespace DataDiplomacy.Core.Tests.Statistics;

/// <summary>Reference cases computed with R and scipy, kept beside the repository and read where they are.</summary>
internal static class GoldenFile
{
    public const string Absent = "absent";

    private const string SkipReason = "The golden files are not beside this repository (../shared/golden).";

    /// <summary>Identifiers of the cases, or one stand-in so that the skip has a name.</summary>
    public static TheoryData<string> Ids(string method)
    {
        var data = new TheoryData<string>();
        foreach (var id in Find(method) is { } path ? Cases(path).Select(c => c.GetProperty("id").GetString()) : [Absent])
            data.Add(id.ShouldNotBeNull());
        return data;
    }

    public static JsonElement Case(string method, string id)
    {
        Assert.SkipWhen(id == Absent, SkipReason);
        return Cases(Find(method).ShouldNotBeNull()).Single(c => c.GetProperty("id").GetString() == id);
    }

    private static IEnumerable<JsonElement> Cases(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.Clone())];
    }

    private static string? Find(string method)
    {
        if (SharedFolder() is not { } shared) return null;
        var path = Path.Combine(shared, "golden", method + ".json");
        return File.Exists(path) ? path : null;
    }

    private static string? SharedFolder()
    {
        if (Environment.GetEnvironmentVariable("DATADIPLOMACY_SHARED") is { Length: > 0 } told) return told;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataDiplomacy.Api.sln")))
                return folder.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
        }
        return null;
    }
}
