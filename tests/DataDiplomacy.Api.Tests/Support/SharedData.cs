namespace DataDiplomacy.Api.Tests.Support;

/// <summary>
/// The read-only files beside the repository (<c>../shared</c>, or where DATADIPLOMACY_SHARED says): too large or not free to be part of it.
/// Tests that need one are skipped by name without it.
/// </summary>
internal static class SharedData
{
    /// <summary>The file under <c>data</c>; skips the test when it is not there.</summary>
    public static string Require(string path)
    {
        var full = Find(Path.Combine("data", path));
        Assert.SkipWhen(full is null, $"The shared file {path} is not beside this repository.");
        return full;
    }

    /// <summary>The folder in which a file of the shared folder lies; skips the test when it is not there.</summary>
    public static string RequireFolder(string path, string file)
    {
        var full = Find(Path.Combine(path, file));
        Assert.SkipWhen(full is null, $"The shared file {path}/{file} is not beside this repository.");
        return full[..^(file.Length + 1)];
    }

    /// <summary>The file in the shared folder, or null when it is not there.</summary>
    public static string? Find(string path)
    {
        var folder = Environment.GetEnvironmentVariable("DATADIPLOMACY_SHARED") is { Length: > 0 } given
            ? given
            : Path.Combine(Repository.Root, "..", "shared");
        var full = Path.Combine(folder, path);
        return File.Exists(full) ? full : null;
    }
}
