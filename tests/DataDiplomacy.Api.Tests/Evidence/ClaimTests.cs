using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Statements;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Events that carry the caller's own signed statement beside that of the server.</summary>
public abstract class ClaimTests(ApiFixture api) : ApiTests(api)
{
    private const string Reason = "Copied in the court room";

    private static readonly SigningKey Mine = SigningKey.FromSeed(Enumerable.Repeat((byte)7, SigningKey.SeedLength).ToArray());
    private static readonly SigningKey Others = SigningKey.FromSeed(Enumerable.Repeat((byte)8, SigningKey.SeedLength).ToArray());

    [Fact]
    public async Task Commits_to_the_envelope_and_to_the_key()
    {
        var editor = await Api.ClientAsync(Role.Editor);
        var record = await Given.EvidenceAsync("Claimed");
        var envelope = Sign(ClaimOf(record));

        var written = await (await AddAsync(editor, record, envelope)).ReadAsync<EvidenceEvent>();

        var values = written.Disclosures.ToDictionary(d => d.GetProperty("n").GetString() ?? "", Disclosure.FromJson);
        JsonNode.DeepEquals(values["claim"].Value, envelope).ShouldBeTrue();
        values["claimKey"].Value!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Mine.Verification.SubjectPublicKeyInfo())));
        values["claimKeyPem"].Value!.GetValue<string>().ShouldBe(Mine.Verification.ToPem());
        var statement = CustodyStatement.Parse(DsseEnvelope.Parse(Encoding.UTF8.GetBytes(written.Envelope.GetRawText())).Payload);
        foreach (var name in new[] { "claim", "claimKey", "claimKeyPem" })
            statement.Commitments[name].ShouldBe(Commitment.Text(Commitment.Of(values[name])));
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_a_key_on_one_line_and_members_that_are_the_callers_own()
    {
        var record = await Given.EvidenceAsync("Claimed on one line");
        var claim = ClaimOf(record);
        claim["badge"] = "4711";

        var answer = await PostAsync(Admin, record, Sign(claim), Mine.Verification.ToPem().Replace('\n', ' '));

        ((int)answer.StatusCode).ShouldBe(201, await answer.Content.ReadAsStringAsync(Stop));
    }

    public static TheoryData<string, string> Differences => new()
    {
        { "record", "dsse.record" },
        { "type", "dsse.type" },
        { "reason", "dsse.reason" },
        { "authority", "dsse.authority" },
        { "at", "dsse.at" },
        { "missing", "dsse.payload" },
        { "not canonical", "dsse.payload" },
        { "no JSON", "dsse.payload" },
        { "payload", "dsse.signatures" },
        { "signature", "dsse.signatures" },
        { "key", "dsse.signatures" },
        { "payload type", "dsse.payloadType" },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task Refuses_what_is_not_signed_or_says_something_else_and_says_what(string difference, string member)
    {
        var record = await Given.EvidenceAsync("Not claimed: " + difference);

        var refused = await (await AddAsync(Admin, record, Differing(record, difference))).RefusedAsync(422);

        refused.Errors.Keys.ShouldBe([member]);
        (await Admin.GetJsonAsync($"/v1/evidence/{record.Id}/custody")).GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_a_statement_about_another_record()
    {
        var (record, other) = (await Given.EvidenceAsync("One"), await Given.EvidenceAsync("Another"));

        (await (await AddAsync(Admin, record, Sign(ClaimOf(other)))).RefusedAsync(422)).Errors.Keys.ShouldBe(["dsse.record"]);
    }

    [Fact]
    public async Task Lets_a_statement_stand_for_one_event()
    {
        var record = await Given.EvidenceAsync("Replayed");
        var envelope = Sign(ClaimOf(record));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AddAsync(Admin, record, envelope)));

        answers.Count(a => (int)a.StatusCode == 201).ShouldBe(1);
        answers.Count(a => (int)a.StatusCode == 422).ShouldBe(5);
        var later = ClaimOf(record);
        later["at"] = "2026-11-21T09:30:00Z";
        (await AddAsync(Admin, record, Sign(later))).EnsureSuccessStatusCode();
    }

    [Theory]
    [InlineData("""{ "dsse": { "payload": "" } }""", "signingKey")]
    [InlineData("""{ "signingKey": "{pem}" }""", "dsse")]
    [InlineData("""{ "dsse": "x", "signingKey": "{pem}" }""", "dsse")]
    [InlineData("""{ "dsse": { "payload": 1 }, "signingKey": "{pem}" }""", "dsse")]
    [InlineData("""{ "dsse": { "payload": "e30=", "payloadType": "x", "signatures": [] }, "signingKey": "{pem}" }""", "signatures")]
    [InlineData("""{ "dsse": {}, "signingKey": "no key" }""", "signingKey")]
    [InlineData("""{ "dsse": {}, "signingKey": "{p256}" }""", "Ed25519")]
    public async Task Says_what_cannot_be_read(string body, string said)
    {
        var record = await Given.EvidenceAsync("Unreadable claims");
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var json = JsonNode.Parse(body.Replace("{pem}", Mine.Verification.ToPem().Replace("\n", "\\n", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("{p256}", ecdsa.ExportSubjectPublicKeyInfoPem().Replace("\n", "\\n", StringComparison.Ordinal), StringComparison.Ordinal))!.AsObject(); // An object, above.
        (json["type"], json["reason"]) = ("copied", Reason);

        (await (await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/custody", json, Stop)).RefusedAsync(400)).Detail.ShouldContain(said);
    }

    /// <summary>Writes an event with a statement that is signed by a key of the caller.</summary>
    internal static async Task WriteAsync(HttpClient caller, AddedEvidence record) => (await AddAsync(caller, record, Sign(ClaimOf(record)))).EnsureSuccessStatusCode();

    private static JsonObject Differing(AddedEvidence record, string difference)
    {
        var claim = ClaimOf(record);
        switch (difference)
        {
            case "record" or "type" or "reason" or "authority" or "at":
                claim[difference] = "another";
                return Sign(claim);
            case "missing":
                claim.Remove("at");
                return Sign(claim);
            case "key":
                return Sign(claim, Others);
            case "not canonical":
                return Envelope(CustodyClaim.PayloadType, Encoding.UTF8.GetBytes(claim.ToJsonString() + " "), Mine);
            case "no JSON":
                return Envelope(CustodyClaim.PayloadType, [0xFF, 0x00], Mine);
            case "payload type":
                return Envelope("application/json", Jcs.Canonicalize(Encoding.UTF8.GetBytes(claim.ToJsonString())), Mine);
        }

        var envelope = Sign(claim);
        if (difference == "signature")
        {
            envelope["signatures"]![0]!["sig"] = Convert.ToBase64String(new byte[64]);
            return envelope;
        }

        claim["reason"] = "Tampered with";
        envelope["payload"] = Convert.ToBase64String(Jcs.Canonicalize(Encoding.UTF8.GetBytes(claim.ToJsonString())));
        return envelope;
    }

    private static JsonObject ClaimOf(AddedEvidence record) => new() { ["record"] = record.Id, ["type"] = "copied", ["reason"] = Reason, ["at"] = "2026-11-20T09:30:00Z" };

    private static JsonObject Sign(JsonObject claim, SigningKey? by = null) =>
        Envelope(CustodyClaim.PayloadType, Jcs.Canonicalize(Encoding.UTF8.GetBytes(claim.ToJsonString())), by ?? Mine);

    private static JsonObject Envelope(string type, byte[] payload, SigningKey by) => JsonNode.Parse(DsseEnvelope.Sign(type, payload, by).ToJson())!.AsObject(); // It is written as an object.

    private static Task<HttpResponseMessage> AddAsync(HttpClient caller, AddedEvidence record, JsonObject envelope) => PostAsync(caller, record, envelope, Mine.Verification.ToPem());

    private static Task<HttpResponseMessage> PostAsync(HttpClient caller, AddedEvidence record, JsonObject envelope, string pem) =>
        caller.PostAsJsonAsync($"/v1/evidence/{record.Id}/custody", new { type = "copied", reason = Reason, dsse = envelope.DeepClone(), signingKey = pem }, Stop);

    private async Task<List<string>> FaultsAsync()
    {
        await using var scope = Api.Factory.Services.CreateAsyncScope();
        var faults = new List<string>();
        await foreach (var fault in scope.ServiceProvider.GetRequiredService<IntegrityQueries>().CheckAsync(_ => { }, Stop))
            faults.Add(fault);
        return faults;
    }

    public sealed class OnSqlite(SqliteApi api) : ClaimTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ClaimTests(api), IClassFixture<PostgresApi>;
}
