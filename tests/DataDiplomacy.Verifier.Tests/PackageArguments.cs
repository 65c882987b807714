using System.IO.Compression;
using System.Text.Json;

namespace DataDiplomacy.Verifier.Tests;

/// <summary>Packages as both verifiers are asked for them, and what they answer.</summary>
internal static class PackageArguments
{
    /// <summary>The package as a zip with the bag in one folder, and the policy of its log.</summary>
    public static string[] Of(SmallPackage package, Files files)
    {
        var zip = Path.Combine(files.Folder, "package.zip");
        using (var archive = new ZipArchive(File.Create(zip), ZipArchiveMode.Create))
        {
            foreach (var file in package.Files)
            {
                using var into = archive.CreateEntry("bag/" + file.Key, CompressionLevel.Fastest).Open();
                into.Write(file.Value);
            }
        }
        return ["package", zip, "--policy", files.Write("policy.txt", package.Policy)];
    }

    /// <summary>The codes of the checks that failed, in order.</summary>
    public static string Failed(JsonElement answer) =>
        string.Join(' ', answer.GetProperty("checks").EnumerateArray().Where(check => check.GetProperty("outcome").GetString() == "fail").Select(check => check.GetProperty("code").GetString()));
}
