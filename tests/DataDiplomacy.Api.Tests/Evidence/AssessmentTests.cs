using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Assessments through the door: graded apart, signed, corroborated by independent origins.</summary>
public abstract class AssessmentTests(ApiFixture api) : AssessingTests(api)
{
    [Theory]
    [InlineData("claim", null, "claim")]
    [InlineData("claim", "\" \"", "claim")]
    [InlineData("sourceReliability", null, "sourceReliability")]
    [InlineData("sourceReliability", "\"G\"", "sourceReliability")]
    [InlineData("sourceReliability", "\"a\"", "sourceReliability")]
    [InlineData("sourceBasis", null, "sourceBasis")]
    [InlineData("sourceBasis", "\"\"", "sourceBasis")]
    [InlineData("informationCredibility", null, "informationCredibility")]
    [InlineData("informationCredibility", "7", "informationCredibility")]
    [InlineData("informationCredibility", "0", "informationCredibility")]
    [InlineData("informationCredibility", "\"2\"", "informationCredibility")]
    [InlineData("informationBasis", null, "informationBasis")]
    [InlineData("likelihood", "\"certain\"", "likelihood")]
    [InlineData("confidence", "\"full\"", "confidence")]
    [InlineData("alternatives", null, "alternatives")]
    [InlineData("alternatives", "[]", "alternatives")]
    [InlineData("alternatives", "[null]", "alternatives")]
    [InlineData("alternatives", "[\" \"]", "alternatives")]
    [InlineData("supporting", "[null]", "supporting")]
    [InlineData("supporting", "[{ \"note\": \"no record\" }]", "supporting")]
    [InlineData("supporting", "[\"ev-1\", \"ev-1\"]", "supporting")]
    [InlineData("supporting", "[{ \"record\": \"ev-1\", \"weight\": 1 }]", "supporting[0]")]
    [InlineData("supporting", "[5]", "supporting[0]")]
    [InlineData("supporting", "[\"ev-1\"]", "supporting")]
    [InlineData("contradicting", "[\"ev-1\"]", "contradicting")]
    [InlineData("conflictOfInterest", "\"a\\u0000b\"", "conflictOfInterest")]
    public async Task Says_what_is_wrong_with_an_assessment(string member, string? value, string field)
    {
        var record = await Given.EvidenceAsync("Graded");
        var body = JsonNode.Parse(Everything)!.AsObject();
        body.Remove(member);
        if (value is not null)
            body[member] = JsonNode.Parse(value);

        var refused = await (await SendAsync(Admin, record.Id, body)).RefusedAsync(400);

        refused.Errors.Keys.ShouldContain(field);
    }

    [Fact]
    public async Task Gives_the_codes_with_their_words_scales_and_limits()
    {
        var record = await Given.EvidenceAsync("Worded");

        var view = await AssessAsync(Admin, record.Id, new { sourceReliability = "F", informationCredibility = 6, likelihood = "almostNoChance", confidence = "high" });

        var scales = view.GetProperty("scales");
        (view.GetProperty("sourceReliability").GetString(), view.GetProperty("informationCredibility").GetInt32()).ShouldBe(("F", 6));
        scales.GetProperty("sourceReliability").GetProperty("wording").GetString().ShouldBe("Reliability cannot be judged");
        scales.GetProperty("sourceReliability").GetProperty("cannotBeJudged").GetBoolean().ShouldBeTrue();
        scales.GetProperty("informationCredibility").GetProperty("wording").GetString().ShouldBe("Truth cannot be judged");
        scales.GetProperty("informationCredibility").GetProperty("source").GetString().ShouldNotBeNull().ShouldContain("STANAG 2511 (2003)");
        (scales.GetProperty("likelihood").GetProperty("lowPercent").GetInt32(), scales.GetProperty("likelihood").GetProperty("highPercent").GetInt32()).ShouldBe((1, 5));
        scales.GetProperty("likelihood").GetProperty("source").GetString().ShouldNotBeNull().ShouldContain("Directive 203");
        var summary = view.GetProperty("summary").EnumerateArray().Select(s => s.GetString() ?? "").ToList();
        summary[0].ShouldBe("The reliability of the source cannot be judged (F), which does not mean that it is unreliable.");
        summary.ShouldContain("That the claim is true is judged: almost no chance (1 to 5 %).");
        summary.ShouldContain("Confidence in this judgement is high.");
    }

    [Fact]
    public async Task Counts_records_of_one_origin_once()
    {
        var record = await Given.EvidenceAsync("Corroborated");
        var (one, copy) = (await Given.EvidenceAsync("Same bytes"), await Given.EvidenceAsync("Same bytes"));
        var (page, again) = (await FoundAsync("https://news.example/story?from=a", "Page"), await FoundAsync("http://NEWS.example/story", "Page, later"));
        var (declared, too, alone) = (await Given.EvidenceAsync("Wire 1"), await Given.EvidenceAsync("Wire 2"), await Given.EvidenceAsync("Alone"));

        var view = await AssessAsync(Admin, record.Id, new
        {
            supporting = new object[] { one.Id, copy.Id, page, again, new { record = declared.Id, originGroup = "Wire" }, new { record = too.Id, originGroup = " wire" } },
            contradicting = new[] { alone.Id },
        });

        var (supporting, contradicting) = (view.GetProperty("corroboration").GetProperty("supporting"), view.GetProperty("corroboration").GetProperty("contradicting"));
        (supporting.GetProperty("records").GetInt32(), supporting.GetProperty("independentOrigins").GetInt32()).ShouldBe((6, 3));
        supporting.GetProperty("groups").EnumerateArray().Select(g => g.EnumerateArray().Select(i => i.GetString() ?? "").Order(StringComparer.Ordinal).ToArray())
            .ShouldBe(new[] { new[] { one.Id, copy.Id }, [page, again], [declared.Id, too.Id] }.Select(g => g.Order(StringComparer.Ordinal).ToArray()).OrderBy(g => g[0], StringComparer.Ordinal));
        (contradicting.GetProperty("records").GetInt32(), contradicting.GetProperty("independentOrigins").GetInt32()).ShouldBe((1, 1));
        view.GetProperty("corroboration").GetProperty("independence").GetString().ShouldNotBeNull().ShouldContain("not proved");
        Texts(view, "summary").ShouldContain("6 records of 3 origins that are independent as far as known support the claim.");
        await (await SendAsync(Admin, record.Id, Body(new { supporting = new[] { one.Id }, contradicting = new[] { one.Id } }))).RefusedAsync(400);
    }

    [Fact]
    public async Task Leaves_out_linked_records_that_a_caller_may_not_know_of()
    {
        var (verifier, editor, reader) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Reader));
        var (record, open, witness) = (await Given.EvidenceAsync("Linked"), await Given.EvidenceAsync("Open"), await Given.EvidenceAsync("Witness", "protectedWitness"));
        var links = new { supporting = new[] { open.Id, witness.Id } };

        var refused = await (await SendAsync(editor, record.Id, Body(links))).RefusedAsync(400);
        var unknown = await (await SendAsync(editor, record.Id, Body(new { supporting = new[] { open.Id, witness.Id.Replace("ev-", "ev-f", StringComparison.Ordinal) } }))).RefusedAsync(400);
        var id = (await AssessAsync(verifier, record.Id, links)).GetProperty("id").GetString() ?? "";
        await ReviewAsync(editor, record.Id, id, new { supporting = new[] { open.Id } });
        var (full, part) = (await OneAsync(verifier, record.Id, id), await OneAsync(reader, record.Id, id));

        refused.Detail.Replace(witness.Id, "X", StringComparison.Ordinal).ShouldBe(unknown.Detail.Replace(witness.Id.Replace("ev-", "ev-f", StringComparison.Ordinal), "X", StringComparison.Ordinal));
        (full.GetProperty("supporting").GetArrayLength(), full.GetProperty("hiddenRecords").GetInt32(), full.GetProperty("status").GetString()).ShouldBe((2, 0, "contested"));
        (part.GetProperty("supporting").GetArrayLength(), part.GetProperty("hiddenRecords").ValueKind, part.GetProperty("status").GetString()).ShouldBe((1, JsonValueKind.Null, "agreed"));
        part.GetProperty("corroboration").GetProperty("supporting").GetProperty("records").GetInt32().ShouldBe(1);
        part.GetRawText().ShouldNotContain(witness.Id);
        part.GetProperty("proof").GetProperty("envelope").ValueKind.ShouldBe(JsonValueKind.Null);
        await (await reader.GetAsync($"/v1/evidence/{witness.Id}/assessments", Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Signs_what_is_said_into_the_log_and_keeps_none_of_it_in_clear()
    {
        const string secret = "Told by the lock-keeper Ottilie Marder.";
        var record = await Given.EvidenceAsync("Signed", "restricted");
        var view = await AssessAsync(Admin, record.Id, new { sourceBasis = secret, claim = secret });
        var reviewed = await (await ReviewAsync(await Api.ClientAsync(Role.Verifier), record.Id, view.GetProperty("id").GetString() ?? "", new { informationBasis = secret })).ReadAsync<JsonElement>();

        var custodian = VerificationKey.FromPem(await Anonymous.GetStringAsync("/log/custodian.pem", Stop));
        foreach (var proof in new[] { reviewed.GetProperty("proof"), reviewed.GetProperty("reviews")[0].GetProperty("proof") })
        {
            var envelope = DsseEnvelope.Parse(Encoding.UTF8.GetBytes(proof.GetProperty("envelope").GetRawText()));
            envelope.SignedBy([custodian]).Count.ShouldBe(1);
            Encoding.UTF8.GetString(envelope.Payload.Span).ShouldContain(secret);
            proof.GetProperty("entry").GetString().ShouldNotBeNull().ShouldContain(Commitment.Text(Commitment.Of(Disclosure.FromJson(proof.GetProperty("disclosure")))));
        }

        await using var context = await Api.ContextAsync();
        foreach (var stored in await context.EvidenceStatements.AsNoTracking().Where(s => s.RecordId == record.Id).ToListAsync(Stop))
            Encoding.UTF8.GetString(stored.Vault).ShouldNotContain("Ottilie");
        foreach (var file in Api.Database.Files())
            (await File.ReadAllBytesAsync(file, Stop)).AsSpan().IndexOf("Ottilie"u8).ShouldBe(-1);
        (await FaultsAsync()).ShouldBeEmpty();
        var events = (await Admin.GetJsonAsync($"/v1/evidence/{record.Id}/custody")).GetProperty("items").EnumerateArray().Select(e => e.GetProperty("type").GetString()).ToList();
        events.Count(e => e == "assessed").ShouldBe(2);
    }

    [Fact]
    public async Task Ends_with_the_record()
    {
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        var record = await Given.EvidenceAsync("Erased after it was assessed");
        var id = (await AssessAsync(one, record.Id)).GetProperty("id").GetString() ?? "";
        (await one.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure", new { reason = "r", legalBasis = "l" }, Stop)).EnsureSuccessStatusCode();
        (await two.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure/agreement", new { reason = "r" }, Stop)).EnsureSuccessStatusCode();

        var items = (await Admin.GetJsonAsync($"/v1/evidence/{record.Id}/assessments")).GetProperty("items");

        items.GetArrayLength().ShouldBe(0);
        await (await SendAsync(one, record.Id, Body())).RefusedAsync(410);
        await (await ReviewAsync(two, record.Id, id)).RefusedAsync(410);
    }

    [Fact]
    public async Task Writes_that_somebody_reads_the_assessments_of_what_is_not_public()
    {
        var record = await Given.EvidenceAsync("Read", "restricted");

        var answer = await Admin.GetAsync($"/v1/evidence/{record.Id}/assessments", Stop);

        answer.Headers.CacheControl?.NoStore.ShouldBe(true);
        var last = (await Admin.GetJsonAsync($"/v1/evidence/{record.Id}/custody")).GetProperty("items").EnumerateArray().Last(e => e.GetProperty("type").GetString() == "accessed");
        last.GetProperty("actor").GetString().ShouldNotBeNull();
        await (await Anonymous.GetAsync($"/v1/evidence/{record.Id}/assessments", Stop)).RefusedAsync(404);
        await (await Anonymous.PostAsync($"/v1/evidence/{record.Id}/assessments", JsonContent.Create(Body()), Stop)).RefusedAsync(401);
    }

    [Fact]
    public async Task Puts_the_same_claim_about_several_records_together()
    {
        var (author, other) = (await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Editor));
        var (one, two, hidden) = (await Given.EvidenceAsync("One", onlyCase: "claims"), await Given.EvidenceAsync("Two", onlyCase: "claims"), await Given.EvidenceAsync("Hidden", "confidential", "claims"));
        var first = (await AssessAsync(author, one.Id, new { supporting = new[] { one.Id, two.Id } })).GetProperty("id").GetString() ?? "";
        await AssessAsync(other, two.Id, new { claim = "the BRIDGE  was closed", contradicting = new[] { two.Id } });
        await AssessAsync(author, hidden.Id, new { claim = "Something else." });

        var before = await ClaimsAsync(Anonymous);
        await ReviewAsync(other, one.Id, first, new { contradicting = new[] { two.Id } });
        var (anonymous, second) = (await ClaimsAsync(Anonymous), await ClaimsAsync(other, "&limit=1"));

        var blind = before.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (blind.GetProperty("assessments").GetArrayLength(), blind.GetProperty("withheld").GetInt32(), blind.GetProperty("supporting").GetArrayLength()).ShouldBe((2, 2, 0));
        var claim = anonymous.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        claim.GetProperty("claim").GetString().ShouldBe("The bridge was closed.");
        (claim.GetProperty("withheld").GetInt32(), claim.GetProperty("supporting").GetArrayLength(), claim.GetProperty("contradicting").GetArrayLength()).ShouldBe((1, 2, 1));
        Texts(claim, "disputed").ShouldBe([two.Id]);
        claim.GetProperty("corroboration").GetProperty("supporting").GetProperty("independentOrigins").GetInt32().ShouldBe(2);
        second.GetProperty("items")[0].GetProperty("withheld").GetInt32().ShouldBe(0);
        var rest = await ClaimsAsync(other, "&limit=1&cursor=" + second.GetProperty("next").GetString());
        rest.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("claim").GetString().ShouldBe("Something else.");
        rest.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        var events = (await Admin.GetJsonAsync($"/v1/evidence/{hidden.Id}/custody")).GetProperty("items").EnumerateArray();
        events.Count(e => e.GetProperty("type").GetString() == "accessed" && e.GetRawText().Contains("\"claims\"", StringComparison.Ordinal)).ShouldBe(1);
        await (await Anonymous.GetAsync("/v1/claims", Stop)).RefusedAsync(400);
    }

    private static Task<JsonElement> ClaimsAsync(HttpClient caller, string more = "") => caller.GetJsonAsync("/v1/claims?case=claims" + more);

    private async Task<List<string>> FaultsAsync()
    {
        await using var scope = Api.Factory.Services.CreateAsyncScope();
        var faults = new List<string>();
        await foreach (var fault in scope.ServiceProvider.GetRequiredService<IntegrityQueries>().CheckAsync(_ => { }, Stop))
            faults.Add(fault);
        return faults;
    }

    private async Task<string> FoundAsync(string sourceUrl, string content)
    {
        using var form = Given.EvidenceForm(new { kind = "webCapture", title = "A page", sensitivity = "public", sourceUrl }, Encoding.UTF8.GetBytes(content));
        return (await (await Admin.PostAsync("/v1/evidence", form, Stop)).ReadAsync<AddedEvidence>()).Id;
    }

    public sealed class OnSqlite(SqliteApi api) : AssessmentTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : AssessmentTests(api), IClassFixture<PostgresApi>;
}
