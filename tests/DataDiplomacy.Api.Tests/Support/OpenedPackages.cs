using System.ComponentModel;
using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Bags;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Packages;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>Packages as a stranger has them: the files by their paths, to be changed and checked by both verifiers.</summary>
public static class OpenedPackages
{
    private static readonly string[] Made = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt", PackagePaths.TagManifest];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The files of a package.</summary>
    public static async Task<Dictionary<string, byte[]>> PackageAsync(this HttpClient caller, string address)
    {
        await using var zip = new ZipArchive(new MemoryStream(await caller.GetByteArrayAsync(address, Stop)));
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync(Stop);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, Stop);
            files[entry.FullName[(entry.FullName.IndexOf('/', StringComparison.Ordinal) + 1)..]] = bytes.ToArray();
        }

        return files;
    }

    /// <summary>The policy of a reader who has the key of the log from somebody they trust.</summary>
    public static async Task<string> PolicyTextAsync(this HttpClient caller) => $"log {(await caller.GetStringAsync("/log/vkey", Stop)).TrimEnd()}\nquorum none\n";

    public static PackageReport Verify(Dictionary<string, byte[]> files, PackageTrust trust) =>
        PackageVerification.Verify([.. files.Select(f => new BagFile(f.Key, f.Value.Length, false, () => new MemoryStream(f.Value)))], trust);

    public static PackageReport Verify(Dictionary<string, byte[]> files, string policy) =>
        Verify(files, new PackageTrust(WitnessPolicy.Parse(Encoding.UTF8.GetBytes(policy)), null, null));

    public static IEnumerable<string> Failed(PackageReport report) => report.Checks.Where(c => c.Outcome == PackageVerification.Fail).Select(c => c.Code);

    public static string Say(PackageReport report) => string.Join('\n', report.Checks.Select(c => $"{c.Code} {c.Record} {c.Outcome}: {c.Detail}"));

    /// <summary>What the verifier in Python answers, with its exit code; a named skip without Python.</summary>
    public static async Task<(int Exit, JsonElement Answer)> SecondOpinionAsync(Dictionary<string, byte[]> files, string policy)
    {
        var folder = Directory.CreateTempSubdirectory("package-").FullName;
        try
        {
            var (zip, policyFile) = (Path.Combine(folder, "p.zip"), Path.Combine(folder, "policy.txt"));
            await File.WriteAllTextAsync(policyFile, policy, Stop);
            await WriteAsync(zip, files);
            return await PythonAsync(Path.Combine(Repository.Root, "src", "DataDiplomacy.Verifier.Python", "verify.py"), "package", zip, "--policy", policyFile);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The codes of the checks that the verifier in Python says fail.</summary>
    public static IEnumerable<string> Failed(JsonElement answer) =>
        answer.GetProperty("checks").EnumerateArray().Where(c => c.GetProperty("outcome").GetString() == PackageVerification.Fail).Select(c => c.GetProperty("code").GetString() ?? "");

    public static Dictionary<string, byte[]> With(Dictionary<string, byte[]> files, string path, byte[]? content)
    {
        var changed = new Dictionary<string, byte[]>(files, StringComparer.Ordinal);
        if (content is null)
            changed.Remove(path);
        else
            changed[path] = content;
        return changed;
    }

    /// <summary>One bit of a byte in the middle, which no format passes over as white space.</summary>
    public static byte[] Flipped(byte[] content)
    {
        var flipped = content.ToArray();
        flipped[content.Length / 2] ^= 1;
        return flipped;
    }

    /// <summary>The bag with manifests for what is in it now.</summary>
    public static Dictionary<string, byte[]> Remade(Dictionary<string, byte[]> files)
    {
        var rest = files.Where(f => !Made.Contains(f.Key)).ToDictionary(StringComparer.Ordinal);
        BagEntry[] Entries(bool payload) => [.. rest.Where(f => f.Key.StartsWith("data/", StringComparison.Ordinal) == payload && f.Key != PackagePaths.Export).Select(f => new BagEntry(f.Key, f.Value.Length, Convert.ToHexStringLower(SHA256.HashData(f.Value)), Convert.ToHexStringLower(SHA512.HashData(f.Value))))];
        foreach (var file in BagManifest.Write(Entries(true), Entries(false), [("External-Identifier", "forged")]))
            rest[file.Path] = Encoding.UTF8.GetBytes(file.Text);
        return rest;
    }

    /// <summary>The bag with new manifests that a custodian signed anew: what is found then is found by the contents alone.</summary>
    public static Dictionary<string, byte[]> Resigned(Dictionary<string, byte[]> files, SigningKey custodian)
    {
        var remade = Remade(files);
        var said = ExportStatement.Parse(DsseEnvelope.Parse(files[PackagePaths.Export]).Payload) with { TagManifestSha256 = Convert.ToHexStringLower(SHA256.HashData(remade[PackagePaths.TagManifest])) };
        return With(remade, PackagePaths.Export, DsseEnvelope.Sign(ExportStatement.PayloadType, said.ToJson(), custodian).ToJson());
    }

    private static async Task WriteAsync(string path, Dictionary<string, byte[]> files)
    {
        await using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var file in files)
        {
            await using var into = await archive.CreateEntry("bag/" + file.Key).OpenAsync(Stop);
            await into.WriteAsync(file.Value, Stop);
        }
    }

    private static async Task<(int Exit, JsonElement Answer)> PythonAsync(params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", args) { RedirectStandardOutput = true });
            var output = await process!.StandardOutput.ReadToEndAsync(Stop); // It was started, or threw.
            await process.WaitForExitAsync(Stop);
            return (process.ExitCode, JsonDocument.Parse(output).RootElement);
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no python3 on this machine.");
            throw;
        }
    }
}
