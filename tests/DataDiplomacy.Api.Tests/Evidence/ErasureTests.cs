using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Logs;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Erasure: two people, nothing left of the content, everything left of the proofs.</summary>
public abstract class ErasureTests(ApiFixture api) : ApiTests(api)
{
    private static readonly object Why = new { reason = "Consent was withdrawn.", legalBasis = "GDPR, Article 17(1)(b)" };
    private static readonly object Agreed = new { reason = "No case needs it." };

    [Theory]
    [InlineData("public")]
    [InlineData("restricted")]
    public async Task Leaves_neither_content_nor_salt_and_all_older_proofs(string sensitivity)
    {
        const string secret = "Only this sentence tells of the heron on the roof.";
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        var record = await Given.EvidenceAsync(secret, sensitivity);
        var proof = LogProof.Parse(await Admin.GetByteArrayAsync($"/v1/evidence/{record.Id}/proof", Stop));
        var salts = record.Custody.SelectMany(e => e.Disclosures).Select(d => d.GetProperty("s").GetString() ?? "").ToList();

        (await AskAsync(one, record)).EnsureSuccessStatusCode();
        var receipt = await (await AgreeAsync(two, record)).ReadAsync<EvidenceEvent>();

        receipt.Type.ShouldBe("erased");
        receipt.Disclosures.Select(d => d.GetProperty("n").GetString()).ShouldContain("legalBasis");
        await (await Admin.GetAsync($"/v1/evidence/{record.Id}/content", Stop)).RefusedAsync(410);
        var everything = await EverythingAsync();
        Contains(everything, Encoding.UTF8.GetBytes(record.Id)).ShouldBeTrue("What is searched holds what is kept of the record.");
        foreach (var needle in salts.Append(secret).Append("A document of a test" + record.Id))
            Contains(everything, Encoding.UTF8.GetBytes(needle)).ShouldBeFalse(needle);
        var policy = WitnessPolicy.Parse(Encoding.UTF8.GetBytes($"log {(await Anonymous.GetStringAsync("/log/vkey", Stop)).TrimEnd()}\nquorum none\n"));
        proof.Verify(Encoding.UTF8.GetBytes(record.Custody[0].Entry), policy).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Finds_what_it_searches_for_before_the_erasure()
    {
        const string secret = "A public sentence about an otter.";
        await Given.EvidenceAsync(secret);

        Contains(await EverythingAsync(), Encoding.UTF8.GetBytes(secret)).ShouldBeTrue();
    }

    [Fact]
    public async Task Shows_the_receipt_and_the_events_that_nobody_can_open_any_more()
    {
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        var record = await Given.EvidenceAsync("To be forgotten");
        (await AskAsync(one, record)).EnsureSuccessStatusCode();
        (await AgreeAsync(two, record)).EnsureSuccessStatusCode();

        var view = await Anonymous.GetJsonAsync($"/v1/evidence/{record.Id}");
        var events = (await Anonymous.GetJsonAsync($"/v1/evidence/{record.Id}/custody")).GetProperty("items").EnumerateArray().ToList();
        var changes = (await Anonymous.GetJsonAsync("/v1/evidence?updatedAfter=2000-01-01&limit=1000")).GetProperty("items").EnumerateArray().ToList();

        view.GetProperty("erased").GetBoolean().ShouldBeTrue();
        view.GetProperty("detail").ValueKind.ShouldBe(JsonValueKind.Null);
        events.Select(e => e.GetProperty("disclosures").GetArrayLength() > 0).ShouldBe([false, false, true]);
        events[0].GetProperty("entry").GetString().ShouldBe(record.Custody[0].Entry);
        changes.Single(c => c.GetProperty("id").GetString() == record.Id).GetProperty("change").GetString().ShouldBe("withdrawn");
        (await (await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/custody", new { type = "copied", reason = "late" }, Stop)).RefusedAsync(410)).Type.ShouldBe("erased");
        await (await AskAsync(one, record)).RefusedAsync(410);
    }

    [Fact]
    public async Task Needs_a_second_person_and_no_legal_hold()
    {
        var (one, two, editor) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Editor));
        var record = await Given.EvidenceAsync("Held back");

        await (await AgreeAsync(two, record)).RefusedAsync(422);
        await (await AskAsync(editor, record)).RefusedAsync(403);
        (await AskAsync(one, record)).EnsureSuccessStatusCode();
        (await (await AgreeAsync(one, record)).RefusedAsync(422)).Detail.ShouldContain("another person");
        (await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/custody", new { type = "held", reason = "order" }, Stop)).EnsureSuccessStatusCode();
        (await (await AgreeAsync(two, record)).RefusedAsync(422)).Detail.ShouldContain("legal hold");

        (await Anonymous.GetStringAsync($"/v1/evidence/{record.Id}/content", Stop)).ShouldBe("Held back");
    }

    [Fact]
    public async Task Keeps_a_public_content_that_another_record_has_too()
    {
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        var (record, other) = (await Given.EvidenceAsync("Shared bytes"), await Given.EvidenceAsync("Shared bytes"));
        (await AskAsync(one, record)).EnsureSuccessStatusCode();

        (await AgreeAsync(two, record)).EnsureSuccessStatusCode();

        (await Anonymous.GetStringAsync($"/v1/evidence/{other.Id}/content", Stop)).ShouldBe("Shared bytes");
        var match = (await (await Anonymous.PostAsJsonAsync("/v1/evidence/verify", new { sha256 = record.Sha256 }, Stop)).ReadAsync<JsonElement>()).GetProperty("items")[0];
        match.GetProperty("recordId").GetString().ShouldBe(other.Id);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient caller, AddedEvidence record) => caller.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure", Why, Stop);

    private static Task<HttpResponseMessage> AgreeAsync(HttpClient caller, AddedEvidence record) => caller.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure/agreement", Agreed, Stop);

    private static bool Contains(byte[] everything, byte[] needle) => everything.AsSpan().IndexOf(needle) >= 0;

    /// <summary>Each byte of the storage, and of the database with its write-ahead log; of PostgreSQL, whose files are its own, each value of each row.</summary>
    private async Task<byte[]> EverythingAsync()
    {
        var bytes = new MemoryStream();
        foreach (var file in Directory.EnumerateFiles(Api.Factory.Storage, "*", SearchOption.AllDirectories).Concat(Api.Database.Files()))
        {
            try
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                await stream.CopyToAsync(bytes, Stop);
            }
            catch (FileNotFoundException)
            {
                // The seal beside us writes its checkpoint aside and renames it: what is gone holds nothing any more.
            }
        }

        await using var context = await Api.ContextAsync();
        foreach (var stored in await context.CustodyEvents.AsNoTracking().ToListAsync(Stop))
            bytes.Write([.. Encoding.UTF8.GetBytes(stored.RecordId), .. stored.Envelope, .. stored.Vault]);
        foreach (var stored in await context.EvidenceStatements.AsNoTracking().ToListAsync(Stop))
            bytes.Write(stored.Vault);
        foreach (var stored in await context.EvidenceRecords.AsNoTracking().ToListAsync(Stop))
            bytes.Write([.. Encoding.UTF8.GetBytes(stored.ContentIndex + stored.BlobRef), .. stored.Vault]);
        foreach (var stored in await context.IdempotencyRecords.AsNoTracking().ToListAsync(Stop))
            bytes.Write(stored.Body ?? []);
        return bytes.ToArray();
    }

    public sealed class OnSqlite(SqliteApi api) : ErasureTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ErasureTests(api), IClassFixture<PostgresApi>;
}
