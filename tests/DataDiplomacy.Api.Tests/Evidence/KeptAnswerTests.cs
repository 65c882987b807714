using System.Net;
using System.Net.Http.Json;
using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Answers that are kept under an Idempotency-Key have values and salts in them: they end with the record.</summary>
public abstract class KeptAnswerTests(ApiFixture api) : ApiTests(api)
{
    private const string Secret = "handed over at the heron's gate";

    [Fact]
    public async Task Gives_the_same_answer_again_and_keeps_it_encrypted()
    {
        var record = await Given.EvidenceAsync("Asked for twice", "restricted");
        var key = Guid.NewGuid().ToString();

        var (first, second) = (await CopiedAsync(record, key), await CopiedAsync(record, key));

        second.Headers.Contains("Idempotency-Replayed").ShouldBeTrue();
        (await second.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(await first.Content.ReadAsByteArrayAsync(Stop));
        (await first.Content.ReadAsStringAsync(Stop)).ShouldContain(Secret);
    }

    [Fact]
    public async Task Takes_a_record_in_once_and_keeps_no_salt_in_the_clear()
    {
        var key = Guid.NewGuid().ToString();

        var (first, second) = (await TakeInAsync(key), await TakeInAsync(key));

        var (added, again) = (await first.ReadAsync<AddedEvidence>(), await second.ReadAsync<AddedEvidence>());
        again.Id.ShouldBe(added.Id);
        var salts = added.Custody.SelectMany(e => e.Disclosures).Select(d => d.GetProperty("s").GetString() ?? "").ToList();
        salts.Count.ShouldBeGreaterThan(2);
        var kept = (await KeptAsync(added)).ShouldHaveSingleItem();
        salts.ShouldAllBe(salt => !Has(kept, salt));
    }

    [Fact]
    public async Task Ends_with_the_record_while_the_write_stays_done()
    {
        var record = await Given.EvidenceAsync("Asked for after the erasure");
        var (copied, agreed) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        (await CopiedAsync(record, copied)).EnsureSuccessStatusCode();
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        (await one.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure", new { reason = "Consent was withdrawn.", legalBasis = "GDPR, Article 17(1)(b)" }, Stop)).EnsureSuccessStatusCode();
        var receipt = await SendAsync(two, $"/v1/evidence/{record.Id}/erasure/agreement", new { reason = "No case needs it." }, agreed);

        var lost = await (await CopiedAsync(record, copied)).RefusedAsync(409);
        var again = await SendAsync(two, $"/v1/evidence/{record.Id}/erasure/agreement", new { reason = "No case needs it." }, agreed);

        (lost.Type, lost.Detail).ShouldBe(("answer-lost", $"The first request with this Idempotency-Key took effect. Since then {record.Id} was erased, and with it what the answer said. Nothing was done now."));
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await again.Content.ReadAsStringAsync(Stop)).ShouldBe(await receipt.Content.ReadAsStringAsync(Stop));
        (await Anonymous.GetJsonAsync($"/v1/evidence/{record.Id}/custody")).GetProperty("items").GetArrayLength().ShouldBe(4);
    }

    private Task<HttpResponseMessage> CopiedAsync(AddedEvidence record, string key) =>
        SendAsync(Admin, $"/v1/evidence/{record.Id}/custody", new { type = "copied", reason = Secret }, key);

    private static Task<HttpResponseMessage> SendAsync(HttpClient by, string path, object body, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return by.SendAsync(request, Stop);
    }

    private Task<HttpResponseMessage> TakeInAsync(string key)
    {
        var file = new ByteArrayContent("Sent twice"u8.ToArray());
        file.Headers.ContentType = new("text/plain");
        var form = new MultipartFormDataContent("same") { { JsonContent.Create(new { kind = "document", title = "Sent twice", sensitivity = "restricted" }), "record" }, { file, "content", "test.txt" } };
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/evidence") { Content = form };
        request.Headers.Add("Idempotency-Key", key);
        return Admin.SendAsync(request, Stop);
    }

    private static bool Has(byte[] kept, string text) => kept.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private async Task<List<byte[]>> KeptAsync(AddedEvidence record)
    {
        await using var context = await Api.ContextAsync();
        return [.. (await context.IdempotencyRecords.AsNoTracking().Where(r => r.Subject == record.Id).ToListAsync(Stop)).Select(r => r.Body ?? [])];
    }

    public sealed class OnSqlite(SqliteApi api) : KeptAnswerTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : KeptAnswerTests(api), IClassFixture<PostgresApi>;
}
