namespace DataDiplomacy.Api.Tests.Reference;

/// <summary>Finds the read-only data beside the repository; tests that need it are skipped without it.</summary>
internal static class SharedData
{
    public static string Require(string path)
    {
        var full = Folder() is { } folder ? Path.Combine(folder, "data", path) : null;
        Assert.SkipWhen(full is null || !File.Exists(full), $"The shared file {path} is not beside this repository.");
        return full;
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("DATADIPLOMACY_SHARED") is { Length: > 0 } given)
            return given;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DataDiplomacy.Api.sln")))
            folder = folder.Parent;
        return folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
    }
}
