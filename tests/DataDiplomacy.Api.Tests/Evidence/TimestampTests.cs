using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Timestamps;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Packages;
using DataDiplomacy.Core.Evidence.Time;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Checkpoints are stamped by an authority of this machine; what it says is kept, shown, exported, and checked by openssl too.</summary>
public abstract class TimestampTests(ApiFixture api, StampedApi stamped) : ApiTests(api)
{
    private TimestampCommands Commands => Api.Factory.Services.GetRequiredService<TimestampCommands>();

    private OpensslAuthority Authority => stamped.Authority;

    [Fact]
    public async Task Keeps_response_and_token_which_openssl_accepts()
    {
        Assert.SkipUnless(OpensslAuthority.IsAvailable, "There is no openssl on this machine.");
        await Given.EvidenceAsync("To be stamped");
        await StampAsync();

        var newest = (await StateAsync()).GetProperty("newest");
        var checkpoint = await Anonymous.GetByteArrayAsync(newest.GetProperty("stamped").GetString(), Stop);
        var response = newest.GetProperty("response").GetString() ?? "";

        Authority.Verify(checkpoint, await Anonymous.GetByteArrayAsync(response, Stop), isToken: false).ShouldBe(0);
        Authority.Verify(checkpoint, await Anonymous.GetByteArrayAsync(response.Replace(".tsr", ".tst", StringComparison.Ordinal), Stop), isToken: true).ShouldBe(0);
        Authority.Verify([.. checkpoint, 10], await Anonymous.GetByteArrayAsync(response, Stop), isToken: false).ShouldNotBe(0);
    }

    [Fact]
    public async Task Shows_what_waits_and_why_and_stamps_it_when_the_authority_is_back()
    {
        Assert.SkipUnless(OpensslAuthority.IsAvailable, "There is no openssl on this machine.");
        await Given.EvidenceAsync("Waits");
        Authority.IsDown = true;
        await StampAsync();

        var down = await StateAsync();
        Authority.IsDown = false;
        await StampAsync();
        var up = await StateAsync();

        down.GetProperty("fault").GetString().ShouldBe("The authority answered 503.");
        down.GetProperty("failedAttempts").GetInt32().ShouldBeGreaterThan(0);
        down.GetProperty("waiting").GetInt64().ShouldBeGreaterThan(0);
        up.GetProperty("failedAttempts").GetInt32().ShouldBe(0);
        up.GetProperty("newest").GetProperty("size").GetInt64().ShouldBeGreaterThanOrEqualTo(down.GetProperty("waiting").GetInt64());
    }

    [Fact]
    public async Task Takes_no_stamp_that_leads_to_another_root()
    {
        Assert.SkipUnless(OpensslAuthority.IsAvailable, "There is no openssl on this machine.");
        using var stranger = new OpensslAuthority();
        await Given.EvidenceAsync("Stamped by a stranger");
        await Api.Factory.Services.GetRequiredService<SealCommands>().SealAsync(Stop);
        var options = new TimestampOptions { Authorities = [new() { Name = "stranger", Url = stranger.Url, Roots = Authority.Roots }] };

        await ActivatorUtilities.CreateInstance<TimestampCommands>(Api.Factory.Services, options).StampDueAsync(Stop);

        await using var context = await Api.ContextAsync();
        context.Timestamps.ShouldNotContain(t => t.Authority == "stranger");
        context.TimestampQueue.Single(q => q.Authority == "stranger").Fault.ShouldNotBeNull();
    }

    [Fact]
    public async Task Vouches_for_the_time_of_a_record_in_its_verification()
    {
        Assert.SkipUnless(OpensslAuthority.IsAvailable, "There is no openssl on this machine.");
        var record = await Given.EvidenceAsync("Verified in time");
        var before = await TimeOutcomeAsync(record.Id);
        await StampAsync();

        var after = await TimeOutcomeAsync(record.Id);

        (before, after).ShouldBe(("inconclusive", "pass"));
    }

    [Theory]
    [InlineData(null, "pass")]
    [InlineData(".tsr", "fail")]
    [InlineData(".tst", "fail")]
    [InlineData(".checkpoint", "fail")]
    [InlineData("1.stamped.tlog-proof", "fail")]
    public async Task Goes_with_the_package_and_is_checked_under_the_readers_roots(string? flipped, string outcome)
    {
        Assert.SkipUnless(OpensslAuthority.IsAvailable, "There is no openssl on this machine.");
        var record = await Given.EvidenceAsync("Packed and stamped");
        await StampAsync();
        var files = await PackageAsync(record.Id);
        if (files.Keys.FirstOrDefault(p => flipped is not null && p.EndsWith(flipped, StringComparison.Ordinal)) is { } path)
            files[path][^8] ^= 1; // In the signature: certificates that a token carries along are not what is trusted.

        var check = TimeCheck(files, await PolicyAsync(), [.. Roots(Authority.Roots)]);

        check.Outcome.ShouldBe(outcome, check.Detail);
        if (outcome == "pass")
            check.Detail.ShouldContain("event 1 existed no later than 20");
    }

    [Theory]
    [InlineData(false, "pass")]
    [InlineData(true, "fail")]
    public async Task Bounds_the_time_of_a_statement_in_the_package_too(bool isFlipped, string outcome)
    {
        Assert.SkipUnless(OpensslAuthority.IsAvailable, "There is no openssl on this machine.");
        var record = await Given.EvidenceAsync("Checked and stamped");
        var report = await (await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/verifications", new { checks = new[] { "integrity" } }, Stop)).ReadAsync<JsonElement>();
        var id = report.GetProperty("id").GetString() ?? "";
        await StampAsync();
        var files = await PackageAsync(record.Id);
        if (isFlipped)
            files[PackagePaths.StampedStatementProof(record.Id, id)][^8] ^= 1;

        var check = TimeCheck(files, await PolicyAsync(), [.. Roots(Authority.Roots)]);

        check.Outcome.ShouldBe(outcome, check.Detail);
        check.Detail.ShouldContain($"statement {id} ");
    }

    [Fact]
    public async Task Says_what_was_not_checked_without_roots_or_with_those_of_another()
    {
        Assert.SkipUnless(OpensslAuthority.IsAvailable, "There is no openssl on this machine.");
        using var other = new OpensslAuthority();
        var record = await Given.EvidenceAsync("Stamped, but by whom");
        var unstamped = TimeCheck(await PackageAsync(record.Id), await PolicyAsync(), [.. Roots(Authority.Roots)]);
        await StampAsync();
        var files = await PackageAsync(record.Id);

        unstamped.Outcome.ShouldBe(PackageVerification.NotApplicable);
        TimeCheck(files, await PolicyAsync(), []).Detail.ShouldBe("No roots of time-stamping authorities were given.");
        TimeCheck(files, await PolicyAsync(), [.. Roots(other.Roots)]).Outcome.ShouldBe(PackageVerification.NotPerformed);
    }

    private async Task<string?> TimeOutcomeAsync(string id)
    {
        var report = await (await Admin.PostAsJsonAsync($"/v1/evidence/{id}/verifications", new { checks = new[] { "time" } }, Stop)).ReadAsync<JsonElement>();
        return report.GetProperty("checks")[0].GetProperty("outcome").GetString();
    }

    private async Task StampAsync()
    {
        await Api.Factory.Services.GetRequiredService<SealCommands>().SealAsync(Stop);
        Api.Time.UtcNow += TimeSpan.FromHours(2);
        await Commands.StampDueAsync(Stop);
    }

    private async Task<JsonElement> StateAsync() => (await Anonymous.GetJsonAsync("/log/timestamps")).GetProperty("authorities")[0];

    private Task<Dictionary<string, byte[]>> PackageAsync(string id) => Anonymous.PackageAsync($"/v1/evidence/{id}/package");

    private static PackageCheck TimeCheck(Dictionary<string, byte[]> files, WitnessPolicy policy, IReadOnlyCollection<X509Certificate2> roots) =>
        OpenedPackages.Verify(files, new PackageTrust(policy, null, new TimestampTrust(roots, []))).Checks.Single(c => c.Code == "time");

    private static X509Certificate2Collection Roots(string file)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(file);
        return roots;
    }

    private async Task<WitnessPolicy> PolicyAsync() =>
        WitnessPolicy.Parse(Encoding.UTF8.GetBytes(await Anonymous.PolicyTextAsync()));

    public sealed class OnSqlite(StampedSqliteApi api) : TimestampTests(api, api), IClassFixture<StampedSqliteApi>;

    public sealed class OnPostgres(StampedPostgresApi api) : TimestampTests(api, api), IClassFixture<StampedPostgresApi>;
}
