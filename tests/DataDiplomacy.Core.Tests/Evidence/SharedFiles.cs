using System.Text.Json;

namespace DataDiplomacy.Core.Tests.Evidence;

/// <summary>Vectors of others, kept beside the repository and read where they are.</summary>
internal static class SharedFiles
{
    /// <summary>The folder, or a named skip without it.</summary>
    public static string Folder(string name)
    {
        Assert.SkipWhen(Find(name) is null, $"{name} is not beside this repository (../shared).");
        return Find(name).ShouldNotBeNull();
    }

    /// <summary>The folder, or null without it.</summary>
    public static string? Find(string name) => Shared() is { } shared && Path.Combine(shared, name) is var path && Directory.Exists(path) ? path : null;

    public static byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(Folder(folder), name));

    public static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;

    /// <summary>The files of a folder and those below it, in order.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*.json") =>
        [.. Directory.GetFiles(Folder(folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string? Shared()
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
