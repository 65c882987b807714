using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Packages;
using static DataDiplomacy.Api.Tests.Support.OpenedPackages;

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

        var files = await Admin.PackageAsync($"/v1/evidence/{record.Id}/package");
        var report = await VerifyAsync(files);

        report.Holds.ShouldBeTrue(Say(report));
        report.Checks.Select(c => $"{c.Code} {c.Outcome}").ShouldBe(["bag pass", "export pass", "custodyChain pass", "logInclusion pass", "disclosures pass", "content pass", "statements notApplicable", "time notApplicable", "redaction notApplicable", "completeness pass"]);
        report.CustodianPinned.ShouldBeFalse();
        Encoding.UTF8.GetString(files[PackagePaths.Original(record.Id)]).ShouldBe("Packed");
        files.ContainsKey(PackagePaths.Event(record.Id, 3)).ShouldBe(sensitivity != "public");
        files.ContainsKey(PackagePaths.Event(record.Id, 4)).ShouldBeFalse();
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
        var files = await Admin.PackageAsync($"/v1/evidence/{record.Id}/package");
        if (files.Keys.SingleOrDefault(p => changed is not null && p.EndsWith("/" + changed, StringComparison.Ordinal)) is { } path)
            files = Remade(With(files, path, Flipped(files[path])));

        var (found, _) = await SecondOpinionAsync(files, await Anonymous.PolicyTextAsync());

        found.ShouldBe(exit);
        (await VerifyAsync(files)).Holds.ShouldBe(exit == 0);
    }

    [Fact]
    public async Task Finds_one_flipped_byte_or_one_missing_file_wherever_it_is()
    {
        var record = await Given.EvidenceAsync("Attacked", "restricted");
        var files = await Admin.PackageAsync($"/v1/evidence/{record.Id}/package");
        var policy = await Anonymous.PolicyTextAsync();

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
        var files = await Admin.PackageAsync($"/v1/evidence/{record.Id}/package");
        var path = files.Keys.Single(p => p.EndsWith("/" + file, StringComparison.Ordinal));

        var report = await VerifyAsync(Remade(With(files, path, Flipped(files[path]))));

        report.Bag.Valid.ShouldBeTrue();
        Failed(report).ShouldContain(check);
        Failed(report).ShouldContain("export");
    }

    [Fact]
    public async Task Refuses_an_event_that_was_left_out_and_a_log_that_the_reader_does_not_trust()
    {
        var record = await Given.EvidenceAsync("Left out", "restricted");
        var files = await Admin.PackageAsync($"/v1/evidence/{record.Id}/package");
        var without = files.Where(f => f.Key != PackagePaths.Event(record.Id, 1)).ToDictionary();

        (await VerifyAsync(Remade(without))).Holds.ShouldBeFalse();
        var cutOff = files.Where(f => f.Key != PackagePaths.Event(record.Id, 3)).ToDictionary();
        (await VerifyAsync(Remade(cutOff))).Checks.Single(c => c.Code == "completeness").Outcome.ShouldBe(PackageVerification.Fail);
        Verify(files, "quorum none\n").Checks.Single(c => c.Code == "logInclusion").Outcome.ShouldBe(PackageVerification.Fail);
    }

    [Fact]
    public async Task Packs_a_case_with_what_was_erased_and_tells_a_verifier_alone_how_many_are_above_a_label()
    {
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        var reader = await Api.ClientAsync(Role.Reader);
        var kept = await Given.EvidenceAsync("Kept", "public", "pack-case");
        var gone = await Given.EvidenceAsync("Gone", "public", "pack-case");
        await Given.EvidenceAsync("Hidden", "confidential", "pack-case");
        (await one.PostAsJsonAsync($"/v1/evidence/{gone.Id}/erasure", new { reason = "r", legalBasis = "l" }, Stop)).EnsureSuccessStatusCode();
        (await two.PostAsJsonAsync($"/v1/evidence/{gone.Id}/erasure/agreement", new { reason = "r" }, Stop)).EnsureSuccessStatusCode();

        var files = await reader.PackageAsync("/v1/cases/pack-case/package");
        var report = await VerifyAsync(files);

        report.Holds.ShouldBeTrue(Say(report));
        report.Checks.Single(c => c.Code == "content" && c.Record == gone.Id).Outcome.ShouldBe(PackageVerification.NotApplicable);
        var statement = JsonDocument.Parse(files[PackagePaths.Completeness]).RootElement;
        statement.GetProperty("included").EnumerateArray().Select(e => e.GetString()).ShouldBe([kept.Id]);
        statement.GetProperty("erased").EnumerateArray().Select(e => e.GetString()).ShouldBe([gone.Id]);
        // A reader must not learn how many records are above their label: nobody below a verifier is told.
        statement.GetProperty("withheld").ValueKind.ShouldBe(JsonValueKind.Null);
        Encoding.UTF8.GetString(files[PackagePaths.Report]).ShouldNotContain("Withheld");
        var seenByAll = await one.PackageAsync("/v1/cases/pack-case/package");
        JsonDocument.Parse(seenByAll[PackagePaths.Completeness]).RootElement.GetProperty("withheld").GetInt32().ShouldBe(0);
        var planted = new Dictionary<string, byte[]>(files) { [PackagePaths.Original(gone.Id)] = "anything"u8.ToArray() };
        (await VerifyAsync(Remade(planted))).Checks.Single(c => c.Code == "content" && c.Record == gone.Id).Outcome.ShouldBe(PackageVerification.Fail);
    }

    [Fact]
    public async Task Believes_no_erasure_whose_receipt_is_not_opened()
    {
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        var (record, policy) = (await Given.EvidenceAsync("Gone with a receipt"), await Anonymous.PolicyTextAsync());
        (await one.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure", new { reason = "r", legalBasis = "l" }, Stop)).EnsureSuccessStatusCode();
        (await two.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure/agreement", new { reason = "r" }, Stop)).EnsureSuccessStatusCode();
        var files = await Admin.PackageAsync($"/v1/evidence/{record.Id}/package");

        var (honest, _) = await SecondOpinionAsync(files, policy);
        var closed = Remade(With(files, PackagePaths.Disclosures(record.Id), "{\"1\":[],\"2\":[],\"3\":[]}"u8.ToArray()));
        var (_, answer) = await SecondOpinionAsync(closed, policy);

        (honest, Verify(files, policy).Holds).ShouldBe((0, true));
        Failed(Verify(closed, policy)).ShouldBe(["export", "disclosures"]);
        Failed(answer).ShouldContain("record");
    }

    private async Task<PackageReport> VerifyAsync(Dictionary<string, byte[]> files) => Verify(files, await Anonymous.PolicyTextAsync());

    public sealed class OnSqlite(SqliteApi api) : PackageTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : PackageTests(api), IClassFixture<PostgresApi>;
}
