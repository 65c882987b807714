using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Tests.Evidence.Verifications;

/// <summary>Reports: signed, read back as they were answered, replaced by later ones, and honest about what was not checked.</summary>
public abstract class VerificationTests(ApiFixture api) : VerifyingTests(api)
{
    private static readonly CheckCode[] OfAnyKind = [CheckCode.Integrity, CheckCode.CustodyChain, CheckCode.LogInclusion, CheckCode.Time, CheckCode.MediaType];

    [Theory]
    [InlineData("public")]
    [InlineData("restricted")]
    public async Task Checks_what_applies_and_says_what_was_not_checked(string sensitivity)
    {
        var record = await Given.EvidenceAsync("A document", sensitivity);

        var report = await VerifyAsync(record.Id, Everything);

        report.RecordId.ShouldBe(record.Id);
        report.Sha256.ShouldBe(record.Sha256);
        report.Checks.Select(c => c.Code).ShouldBe(OfAnyKind);
        report.Checks.Select(c => c.Outcome).ShouldBe([CheckOutcome.Pass, CheckOutcome.Pass, CheckOutcome.Pass, CheckOutcome.Inconclusive, CheckOutcome.Pass]);
        report.NotChecked.Select(c => c.Code).ShouldBe(Enum.GetValues<CheckCode>().Except(OfAnyKind));
        report.NotChecked.ShouldAllBe(c => c.Reason.StartsWith("It applies to records of the kind "));
        report.Checks.ShouldAllBe(c => c.Reason.Length > 0 && c.Limits.Length > 0 && c.Tool.Version.Length > 0);
        Of(report, CheckCode.Time).Reason.ShouldContain("only the server's own clock");
    }

    [Fact]
    public async Task Reads_back_what_was_answered()
    {
        var record = await Given.EvidenceAsync("Read back", "confidential");
        var answered = await (await AskAsync(record.Id, Everything)).Content.ReadFromJsonAsync<JsonElement>(Stop);

        var list = await Admin.GetJsonAsync($"/v1/evidence/{record.Id}/verifications");

        JsonElement.DeepEquals(list.GetProperty("items")[0], answered).ShouldBeTrue();
    }

    [Fact]
    public async Task Signs_a_report_whose_leaf_commits_to_it()
    {
        var record = await Given.EvidenceAsync("Signed");

        var report = await VerifyAsync(record.Id, Everything);

        var envelope = Encoding.UTF8.GetBytes(report.Envelope.GetRawText());
        var disclosure = Disclosure.FromJson(report.Disclosure);
        var custodian = VerificationKey.FromPem(await Anonymous.GetStringAsync("/log/custodian.pem", Stop));
        DsseEnvelope.Parse(envelope).SignedBy([custodian]).Count.ShouldBe(1);
        disclosure.Value?.GetValue<string>().ShouldBe(CustodyEvent.HashOf(envelope));
        report.Entry.ShouldBe(Encoding.UTF8.GetString(LogEntry.Write(LogEntry.OfStatement, Commitment.Of(disclosure))));
        EvidenceStatement.Parse(DsseEnvelope.Parse(envelope).Payload).Body["checks"]?.AsArray().Count.ShouldBe(5);
    }

    [Fact]
    public async Task Writes_an_event_of_custody_that_names_the_report()
    {
        var record = await Given.EvidenceAsync("Custody", "restricted");

        var report = await VerifyAsync(record.Id, Everything);

        var last = (await Admin.GetJsonAsync($"/v1/evidence/{record.Id}/custody")).GetProperty("items").EnumerateArray().Single(e => e.GetProperty("type").GetString() == "verified");
        last.GetProperty("disclosures").EnumerateArray().ShouldContain(d => d.GetProperty("n").GetString() == "verification" && d.GetProperty("v").GetString() == report.Id);
    }

    [Fact]
    public async Task Replaces_the_former_report_of_the_same_profile()
    {
        var record = await Given.EvidenceAsync("Replaced");

        var first = await VerifyAsync(record.Id, Everything);
        var other = await VerifyAsync(record.Id, new { profile = "integrityOnly" });
        var narrow = await VerifyAsync(record.Id, new { checks = new[] { "integrity" } });
        var again = await VerifyAsync(record.Id, Everything);

        first.Supersedes.ShouldBeNull();
        other.Supersedes.ShouldBeNull();
        narrow.Supersedes.ShouldBeNull();
        again.Supersedes.ShouldBe(narrow.Id);
        again.Checks.Select(c => c.Outcome).ShouldBe(first.Checks.Select(c => c.Outcome));
        (await VerifyAsync(record.Id, new { profile = "integrityOnly" })).Supersedes.ShouldBe(other.Id);
    }

    [Fact]
    public async Task Runs_the_checks_that_are_named_and_no_other()
    {
        var record = await Given.EvidenceAsync("Named");

        var report = await VerifyAsync(record.Id, new { checks = new[] { "dkim", "integrity", "dkim" } });

        report.Checks.Select(c => (c.Code, c.Outcome)).ShouldBe([(CheckCode.Integrity, CheckOutcome.Pass), (CheckCode.Dkim, CheckOutcome.NotApplicable)]);
        report.NotChecked.Count.ShouldBe(12);
        report.NotChecked.ShouldAllBe(c => c.Reason == "It was not among the checks that were asked for.");
    }

    [Theory]
    [InlineData("""{ "profile": "thorough" }""", "integrityOnly")]
    [InlineData("""{ "checks": ["truth"] }""", "c2paPresence")]
    [InlineData("""{ "checks": [] }""", "1 to 20")]
    [InlineData("""{ "timeToleranceMinutes": -1 }""", "0 to 10080")]
    [InlineData("""{ "placeToleranceMetres": 100001 }""", "0 to 100000")]
    public async Task Refuses_what_is_not_known_and_names_what_is(string body, string named)
    {
        var record = await Given.EvidenceAsync("Refused");

        var response = await Admin.PostAsync($"/v1/evidence/{record.Id}/verifications", new StringContent(body, Encoding.UTF8, "application/json"), Stop);

        var refusal = await response.RefusedAsync(400);
        (refusal.Detail + string.Join(' ', refusal.Errors.SelectMany(e => e.Value))).ShouldContain(named);
    }

    [Fact]
    public async Task Is_for_editors_who_may_know_of_the_record()
    {
        var (reader, editor) = (await Api.ClientAsync(Role.Reader), await Api.ClientAsync(Role.Editor));
        var (open, secret) = (await Given.EvidenceAsync("Open"), await Given.EvidenceAsync("Secret", "protectedWitness"));

        await (await AskAsync(open.Id, Everything, Anonymous)).RefusedAsync(401);
        await (await AskAsync(open.Id, Everything, reader)).RefusedAsync(403);
        await (await AskAsync(secret.Id, Everything, editor)).RefusedAsync(404);
        await (await AskAsync("ev-0", Everything)).RefusedAsync(404);
        await (await editor.GetAsync($"/v1/evidence/{secret.Id}/verifications", Stop)).RefusedAsync(404);
        (await Anonymous.GetJsonAsync($"/v1/evidence/{open.Id}/verifications")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Has_no_reports_of_what_was_erased()
    {
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        var record = await Given.EvidenceAsync("Erased");
        await VerifyAsync(record.Id, Everything);
        (await one.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure", new { reason = "r", legalBasis = "l" }, Stop)).EnsureSuccessStatusCode();
        (await two.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure/agreement", new { reason = "r" }, Stop)).EnsureSuccessStatusCode();

        (await (await AskAsync(record.Id, Everything)).RefusedAsync(410)).Type.ShouldBe("erased");
        (await Anonymous.GetJsonAsync($"/v1/evidence/{record.Id}/verifications")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("public")]
    [InlineData("restricted")]
    public async Task Fails_integrity_where_the_stored_content_was_damaged_and_reads_nothing_from_it(string sensitivity)
    {
        var record = await Given.EvidenceAsync($"To be damaged, {sensitivity}", sensitivity);
        var blobs = Path.Combine(Api.Factory.Storage, "blobs");
        var file = sensitivity == "public" ? Path.Combine(blobs, "public", record.Sha256[..2], record.Sha256) : Path.Combine(blobs, "sealed", record.Id[^2..], record.Id);
        var bytes = await File.ReadAllBytesAsync(file, Stop);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Stop);

        var report = await VerifyAsync(record.Id, Everything);

        Of(report, CheckCode.Integrity).Outcome.ShouldBe(CheckOutcome.Fail);
        Of(report, CheckCode.CustodyChain).Outcome.ShouldBe(CheckOutcome.Pass);
        Of(report, CheckCode.MediaType).Outcome.ShouldBe(CheckOutcome.NotPerformed);
    }

    [Theory]
    [InlineData("text/plain", CheckOutcome.Pass)]
    [InlineData("text/csv", CheckOutcome.Inconclusive)]
    [InlineData("image/jpeg", CheckOutcome.Fail)]
    public async Task Holds_the_declared_type_against_the_first_bytes(string declared, CheckOutcome outcome)
    {
        var record = await TakeInAsync(new { kind = "document", title = "t", sensitivity = "public" }, Encoding.UTF8.GetBytes("a,b\n1,2\n"), declared);

        (await CheckAsync(record, CheckCode.MediaType)).Outcome.ShouldBe(outcome);
    }

    public sealed class OnSqlite(SqliteApi api) : VerificationTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : VerificationTests(api), IClassFixture<PostgresApi>;
}
