using System.IO.Compression;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Bags;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Packages;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Packages leave the building: whole they hold, and whatever is changed in them is found, also when the manifests are made anew.</summary>
public abstract class PackageTests(ApiFixture api) : ApiTests(api)
{
    [Theory]
    [InlineData("public")]
    [InlineData("restricted")]
    public async Task Holds_without_this_server(string sensitivity)
    {
        var record = await Given.EvidenceAsync("Packed", sensitivity);

        var files = await PackageAsync($"/v1/evidence/{record.Id}/package");
        var report = await VerifyAsync(files);

        report.Holds.ShouldBeTrue(Say(report));
        report.Checks.Select(c => $"{c.Code} {c.Outcome}").ShouldBe(["bag pass", "custodyChain pass", "logInclusion pass", "disclosures pass", "content pass", "time notApplicable", "redaction notApplicable", "completeness pass"]);
        report.CustodianPinned.ShouldBeFalse();
        Encoding.UTF8.GetString(files[PackagePaths.Original(record.Id)]).ShouldBe("Packed");
        files.ContainsKey(PackagePaths.Event(record.Id, 3)).ShouldBe(sensitivity != "public");
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("original.bin", 1)]
    [InlineData("events/2.dsse.json", 1)]
    [InlineData("disclosures.json", 1)]
    [InlineData("1.entry", 1)]
    [InlineData("2.tlog-proof", 1)]
    public async Task A_second_verifier_that_shares_no_code_agrees(string? changed, int exit)
    {
        var record = await Given.EvidenceAsync("Second opinion on " + changed);
        await ClaimTests.WriteAsync(Admin, record);
        (await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/sensitivity", new { sensitivity = "restricted", reason = "of the test" }, Stop)).EnsureSuccessStatusCode();
        var files = await PackageAsync($"/v1/evidence/{record.Id}/package");
        if (files.Keys.SingleOrDefault(p => changed is not null && p.EndsWith("/" + changed, StringComparison.Ordinal)) is { } path)
            files = Remade(With(files, path, Flipped(files[path])));
        var folder = Directory.CreateTempSubdirectory("package-").FullName;
        var (zip, policy) = (Path.Combine(folder, "p.zip"), Path.Combine(folder, "policy.txt"));
        await File.WriteAllTextAsync(policy, $"log {(await Anonymous.GetStringAsync("/log/vkey", Stop)).TrimEnd()}\nquorum none\n", Stop);
        await using (var archive = new ZipArchive(File.Create(zip), ZipArchiveMode.Create))
        {
            foreach (var file in files)
            {
                await using var into = await archive.CreateEntry("bag/" + file.Key).OpenAsync(Stop);
                await into.WriteAsync(file.Value, Stop);
            }
        }

        var found = await PythonAsync(Path.Combine(Repository.Root, "src", "DataDiplomacy.Verifier.Python", "verify.py"), "package", zip, "--policy", policy);

        Directory.Delete(folder, recursive: true);
        found.ShouldBe(exit);
        (await VerifyAsync(files)).Holds.ShouldBe(exit == 0);
    }

    [Fact]
    public async Task Finds_one_flipped_byte_or_one_missing_file_wherever_it_is()
    {
        var record = await Given.EvidenceAsync("Attacked", "restricted");
        var files = await PackageAsync($"/v1/evidence/{record.Id}/package");
        var policy = await PolicyAsync();

        foreach (var path in files.Keys.ToList())
        {
            Verify(With(files, path, Flipped(files[path])), policy).Holds.ShouldBeFalse("flipped " + path);
            if (!path.StartsWith("tagmanifest", StringComparison.Ordinal))
                Verify(With(files, path, null), policy).Holds.ShouldBeFalse("dropped " + path);
        }

        files.Count.ShouldBeGreaterThan(15);
    }

    [Theory]
    [InlineData("original.bin", "content")]
    [InlineData("events/2.dsse.json", "custodyChain")]
    [InlineData("disclosures.json", "disclosures")]
    [InlineData("1.entry", "logInclusion")]
    [InlineData("2.tlog-proof", "logInclusion")]
    public async Task Finds_what_was_changed_by_somebody_who_made_the_manifests_anew(string file, string check)
    {
        var record = await Given.EvidenceAsync("Forged " + file, "restricted");
        var files = await PackageAsync($"/v1/evidence/{record.Id}/package");
        var path = files.Keys.Single(p => p.EndsWith("/" + file, StringComparison.Ordinal));

        var report = await VerifyAsync(Remade(With(files, path, Flipped(files[path]))));

        report.Bag.Valid.ShouldBeTrue();
        report.Checks.Where(c => c.Outcome == PackageVerification.Fail).Select(c => c.Code).ShouldContain(check);
    }

    [Fact]
    public async Task Refuses_an_event_that_was_left_out_and_a_log_that_the_reader_does_not_trust()
    {
        var record = await Given.EvidenceAsync("Left out", "restricted");
        var files = await PackageAsync($"/v1/evidence/{record.Id}/package");
        var without = files.Where(f => f.Key != PackagePaths.Event(record.Id, 1)).ToDictionary();

        (await VerifyAsync(Remade(without))).Holds.ShouldBeFalse();
        var cutOff = files.Where(f => f.Key != PackagePaths.Event(record.Id, 3)).ToDictionary();
        (await VerifyAsync(Remade(cutOff))).Checks.Single(c => c.Code == "completeness").Outcome.ShouldBe(PackageVerification.Fail);
        Verify(files, WitnessPolicy.Parse("quorum none\n"u8)).Checks.Single(c => c.Code == "logInclusion").Outcome.ShouldBe(PackageVerification.Fail);
    }

    [Fact]
    public async Task Packs_a_case_with_what_was_erased_and_says_what_was_withheld()
    {
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        var reader = await Api.ClientAsync(Role.Reader);
        var kept = await Given.EvidenceAsync("Kept", "public", "pack-case");
        var gone = await Given.EvidenceAsync("Gone", "public", "pack-case");
        await Given.EvidenceAsync("Hidden", "confidential", "pack-case");
        (await one.PostAsJsonAsync($"/v1/evidence/{gone.Id}/erasure", new { reason = "r", legalBasis = "l" }, Stop)).EnsureSuccessStatusCode();
        (await two.PostAsJsonAsync($"/v1/evidence/{gone.Id}/erasure/agreement", new { reason = "r" }, Stop)).EnsureSuccessStatusCode();

        var files = await PackageAsync("/v1/cases/pack-case/package", reader);
        var report = await VerifyAsync(files);

        report.Holds.ShouldBeTrue(Say(report));
        report.Checks.Single(c => c.Code == "content" && c.Record == gone.Id).Outcome.ShouldBe(PackageVerification.NotApplicable);
        var statement = JsonDocument.Parse(files[PackagePaths.Completeness]).RootElement;
        statement.GetProperty("included").EnumerateArray().Select(e => e.GetString()).ShouldBe([kept.Id]);
        statement.GetProperty("erased").EnumerateArray().Select(e => e.GetString()).ShouldBe([gone.Id]);
        statement.GetProperty("withheld").GetInt32().ShouldBe(1);
        var planted = new Dictionary<string, byte[]>(files) { [PackagePaths.Original(gone.Id)] = "anything"u8.ToArray() };
        (await VerifyAsync(Remade(planted))).Checks.Single(c => c.Code == "content" && c.Record == gone.Id).Outcome.ShouldBe(PackageVerification.Fail);
    }

    private async Task<Dictionary<string, byte[]>> PackageAsync(string address, HttpClient? by = null)
    {
        await using var zip = new ZipArchive(new MemoryStream(await (by ?? Admin).GetByteArrayAsync(address, Stop)));
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

    private static async Task<int> PythonAsync(params string[] args)
    {
        try
        {
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("python3", args) { RedirectStandardOutput = true });
            await process!.StandardOutput.ReadToEndAsync(Stop); // It was started, or threw.
            await process.WaitForExitAsync(Stop);
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no python3 on this machine.");
            return -1;
        }
    }

    private async Task<WitnessPolicy> PolicyAsync() =>
        WitnessPolicy.Parse(Encoding.UTF8.GetBytes($"log {(await Anonymous.GetStringAsync("/log/vkey", Stop)).TrimEnd()}\nquorum none\n"));

    private async Task<PackageReport> VerifyAsync(Dictionary<string, byte[]> files) => Verify(files, await PolicyAsync());

    private static PackageReport Verify(Dictionary<string, byte[]> files, WitnessPolicy policy) =>
        PackageVerification.Verify([.. files.Select(f => new BagFile(f.Key, f.Value.Length, false, () => new MemoryStream(f.Value)))], new PackageTrust(policy, null, null));

    private static Dictionary<string, byte[]> With(Dictionary<string, byte[]> files, string path, byte[]? content)
    {
        var changed = new Dictionary<string, byte[]>(files, StringComparer.Ordinal);
        if (content is null)
            changed.Remove(path);
        else
            changed[path] = content;
        return changed;
    }

    /// <summary>One bit of a byte in the middle, which no format passes over as white space.</summary>
    private static byte[] Flipped(byte[] content)
    {
        var flipped = content.ToArray();
        flipped[content.Length / 2] ^= 1;
        return flipped;
    }

    /// <summary>The bag with manifests for what is in it now.</summary>
    private static Dictionary<string, byte[]> Remade(Dictionary<string, byte[]> files)
    {
        string[] made = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt"];
        var rest = files.Where(f => !made.Contains(f.Key)).ToDictionary(StringComparer.Ordinal);
        BagEntry[] Entries(bool payload) => [.. rest.Where(f => f.Key.StartsWith("data/", StringComparison.Ordinal) == payload).Select(f => new BagEntry(f.Key, f.Value.Length, Convert.ToHexStringLower(SHA256.HashData(f.Value)), Convert.ToHexStringLower(SHA512.HashData(f.Value))))];
        foreach (var file in BagManifest.Write(Entries(true), Entries(false), [("External-Identifier", "forged")]))
            rest[file.Path] = Encoding.UTF8.GetBytes(file.Text);
        return rest;
    }

    private static string Say(PackageReport report) => string.Join('\n', report.Checks.Select(c => $"{c.Code} {c.Record} {c.Outcome}: {c.Detail}"));

    public sealed class OnSqlite(SqliteApi api) : PackageTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : PackageTests(api), IClassFixture<PostgresApi>;
}
