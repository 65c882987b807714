using System.Net;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Redactions: records of their own, said of both records or of none.</summary>
public abstract class RedactionTests(ApiFixture api) : RedactingTests(api)
{
    [Fact]
    public async Task Takes_a_redaction_in_and_says_so_of_both_records()
    {
        var editor = await Api.ClientAsync(Role.Editor);
        var original = await Given.EvidenceAsync("Anna saw the bridge.", "confidential", "redacted-case");

        var answer = await SendAsync(editor, original.Id, "A witness saw the bridge.", Body(new { @case = "shown-case" }));
        var added = await answer.ReadAsync<AddedEvidence>();

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        answer.Headers.Location?.ToString().ShouldBe($"/v1/evidence/{added.Id}");
        added.Custody.Select(e => e.Type).ShouldBe(["received", "stored", "redacted"]);
        var view = await editor.GetJsonAsync($"/v1/evidence/{added.Id}");
        (view.GetProperty("redactionOf").GetString(), view.GetProperty("kind").GetString(), view.GetProperty("case").GetString(), view.GetProperty("sensitivity").GetString())
            .ShouldBe((original.Id, "document", "shown-case", "public"));
        (await Anonymous.GetStringAsync($"/v1/evidence/{added.Id}/content", Stop)).ShouldBe("A witness saw the bridge.");
        var (own, ofOriginal) = (await RedactedAsync(editor, added.Id), await RedactedAsync(editor, original.Id));
        ofOriginal.GetProperty("logIndex").GetInt64().ShouldBe(own.GetProperty("logIndex").GetInt64() + 1);
        const string removed = """[{"kind":"page","where":"Page 2, lines 10 to 14"},{"kind":"header","where":"From"}]""";
        Values(own).Where(v => v.Key != "event").ShouldBe(new Dictionary<string, string>
        {
            ["parent"] = original.Id,
            ["parentSha256"] = original.Sha256,
            ["outputSha256"] = added.Sha256,
            ["reason"] = "witnessSafety",
            ["reasonNote"] = "The witness asked for it.",
            ["authority"] = "Order 12/2026",
            ["removed"] = removed,
            ["tool"] = "pen 1",
        }, ignoreOrder: true);
        Values(ofOriginal).Where(v => v.Key != "event").ShouldBe(new Dictionary<string, string>
        {
            ["child"] = added.Id,
            ["outputSha256"] = added.Sha256,
            ["reason"] = "witnessSafety",
            ["authority"] = "Order 12/2026",
            ["removed"] = removed,
        }, ignoreOrder: true);
        Withheld(own).Concat(Withheld(ofOriginal)).ShouldBeEmpty();
        (await editor.GetStringAsync($"/v1/evidence/{original.Id}/content", Stop)).ShouldBe("Anna saw the bridge.");
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_mirrors_that_there_is_a_redaction_to_take_now()
    {
        var original = await Given.EvidenceAsync("Bela saw the bridge.", onlyCase: "mirrored-case");
        var since = (await Anonymous.GetJsonAsync($"/v1/evidence/{original.Id}")).GetProperty("createdAt").GetString();

        var redaction = await (await SendAsync(Admin, original.Id, "A witness saw the bridge.", Body(new { @case = "mirrored-case" }))).ReadAsync<AddedEvidence>();
        var again = await (await SendAsync(Admin, redaction.Id, "Someone saw the bridge.", Body(new { @case = "mirrored-case" }))).ReadAsync<AddedEvidence>();

        var changes = (await Anonymous.GetJsonAsync($"/v1/evidence?case=mirrored-case&updatedAfter={since}")).GetProperty("items").EnumerateArray()
            .ToDictionary(c => c.GetProperty("id").GetString() ?? "", c => c.GetProperty("change").GetString());
        changes.ShouldBe(new Dictionary<string, string?> { [original.Id] = "redacted", [redaction.Id] = "redacted", [again.Id] = "added" }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{ "removed": [] }""", "removed")]
    [InlineData("""{ "removed": null }""", "removed")]
    [InlineData("""{ "removed": [null] }""", "removed[0]")]
    [InlineData("""{ "removed": [{ "kind": "page", "where": " " }] }""", "removed[0]")]
    [InlineData("""{ "removed": [{ "where": "Page 1" }] }""", "removed[0]")]
    [InlineData("""{ "removed": [{ "kind": "word", "where": "Page 1" }] }""", "redaction")]
    [InlineData("""{ "removed": [{ "kind": "page", "where": "Page 1", "content": "Anna" }] }""", "redaction")]
    [InlineData("""{ "reason": null }""", "reason")]
    [InlineData("""{ "reason": "shame" }""", "redaction")]
    [InlineData("""{ "reason": "other", "reasonNote": null }""", "reasonNote")]
    [InlineData("""{ "authority": "" }""", "authority")]
    [InlineData("""{ "title": null }""", "title")]
    [InlineData("""{ "sensitivity": null }""", "sensitivity")]
    [InlineData("""{ "kind": "image" }""", "redaction")]
    public async Task Refuses_what_says_too_little_or_too_much(string changes, string field)
    {
        var original = await Given.EvidenceAsync("Said badly of");
        var before = await StoredAsync();

        var refused = await (await SendAsync(Admin, original.Id, "Without", Body(JsonDocument.Parse(changes).RootElement))).RefusedAsync(400);

        refused.Errors.Keys.ShouldBe([field]);
        (await StoredAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("witnessSafety", 2_000, 201)]
    [InlineData("witnessSafety", 2_001, 400)]
    [InlineData("other", 2_001, 400)]
    [InlineData("witnessSafety", 200_000, 400)]
    public async Task Takes_a_note_of_two_thousand_characters_whatever_the_reason(string reason, int length, int status)
    {
        var original = await Given.EvidenceAsync("Noted at length");

        var answer = await SendAsync(Admin, original.Id, $"Noted, {reason}, {length}", Body(new { reason, reasonNote = new string('n', length) }));
        var withNul = await SendAsync(Admin, original.Id, "With NUL", Body(new { reason, reasonNote = "a\0" }));

        ((int)answer.StatusCode).ShouldBe(status);
        (await withNul.RefusedAsync(400)).Errors.Keys.ShouldBe(["reasonNote"]);
    }

    [Fact]
    public async Task Takes_two_hundred_removals_and_no_more()
    {
        var original = await Given.EvidenceAsync("Much was removed");
        object Removed(int count) => new { removed = Enumerable.Range(1, count).Select(i => new { kind = "time", where = $"00:{i:000}" }) };

        await RedactAsync(Admin, original.Id, "Little is left", Removed(200));

        await (await SendAsync(Admin, original.Id, "Little is left.", Body(Removed(201)))).RefusedAsync(400);
    }

    [Theory]
    [InlineData("public")]
    [InlineData("restricted")]
    public async Task Refuses_the_original_itself_and_what_is_not_what_was_announced(string sensitivity)
    {
        var original = await Given.EvidenceAsync("Equal to itself, " + sensitivity, "confidential");
        var before = await StoredAsync();

        var equal = await (await SendAsync(Admin, original.Id, "Equal to itself, " + sensitivity, Body(new { sensitivity }))).RefusedAsync(422);
        var other = await (await SendAsync(Admin, original.Id, "Other", Body(new { sensitivity, sha256 = original.Sha256 }))).RefusedAsync(422);
        await (await SendAsync(Admin, original.Id, "", Body(new { sensitivity }))).RefusedAsync(400);

        equal.Type.ShouldBe("rule-broken");
        equal.Detail.ShouldContain("removes nothing");
        other.Type.ShouldBe("digest-mismatch");
        (await StoredAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Refuses_originals_that_are_erased_and_those_that_the_caller_cannot_see_like_unknown_ones()
    {
        var editor = await Api.ClientAsync(Role.Editor);
        var (witness, erased) = (await Given.EvidenceAsync("Protected", "protectedWitness"), await Given.EvidenceAsync("Gone before", "restricted"));
        await EraseAsync(erased.Id);
        var before = await StoredAsync();
        const string unknown = "ev-00000000000000000000000000000000";

        var unseen = await (await SendAsync(editor, witness.Id, "Without")).RefusedAsync(404);
        var none = await (await SendAsync(editor, unknown, "Without")).RefusedAsync(404);
        await (await SendAsync(editor, erased.Id, "Without")).RefusedAsync(410);
        await (await SendAsync(editor, (await Given.EvidenceAsync("Below", "restricted")).Id, "Without", Body(new { sensitivity = "protectedWitness" }))).RefusedAsync(403);
        await (await SendAsync(await Api.ClientAsync(Role.Reader), erased.Id, "Without")).RefusedAsync(403);
        await (await SendAsync(Anonymous, erased.Id, "Without")).RefusedAsync(401);

        unseen.Detail.Replace(witness.Id, unknown, StringComparison.Ordinal).ShouldBe(none.Detail);
        (await StoredAsync()).Records.ShouldBe(before.Records + 1);
    }

    [Fact]
    public async Task Writes_of_both_records_or_of_none()
    {
        var original = await Given.EvidenceAsync("Erased meanwhile", "restricted");
        var key = Api.Factory.Services.GetRequiredService<RecordKeys>().Find(original.Id).ShouldNotBeNull();
        var before = await StoredAsync();
        LedgerAppend Append(string id, Func<DataContext, CancellationToken, Task> check) =>
            new() { RecordId = id, RecordKey = key, Actor = "actor-1", Events = [new(CustodyEventType.Copied, new Dictionary<string, System.Text.Json.Nodes.JsonNode?>())], Check = check };

        var refused = Append("ev-" + Guid.NewGuid().ToString("N"), (_, _) => Task.CompletedTask) with { Other = Append(original.Id, (_, _) => throw new ProblemException(Problems.Erased, "It was erased.")) };
        var outcome = await Should.ThrowAsync<ProblemException>(Api.Factory.Services.GetRequiredService<LedgerCommands>().AppendAsync(refused));

        outcome.Problem.ShouldBe(Problems.Erased);
        (await StoredAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Writes_many_redactions_of_one_record_at_once()
    {
        var original = await Given.EvidenceAsync("Redacted by many", "restricted");

        var added = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => RedactAsync(Admin, original.Id, $"Redacted, {i}", new { sensitivity = i % 2 == 0 ? "public" : "restricted" })));

        var children = (await Admin.GetJsonAsync($"/v1/evidence/{original.Id}/custody")).GetProperty("items").EnumerateArray().Where(e => e.GetProperty("type").GetString() == "redacted").Select(e => Values(e)["child"]);
        children.ShouldBe(added.Select(a => a.Id), ignoreOrder: true);
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Writes_a_redaction_once_for_one_idempotency_key()
    {
        var original = await Given.EvidenceAsync("Redacted once", "restricted");

        var answers = new List<AddedEvidence>();
        for (var i = 0; i < 3; i++)
            answers.Add(await (await SendAsync(Admin, original.Id, "Once", once: "redaction-once")).ReadAsync<AddedEvidence>());

        answers.Select(a => a.Id).Distinct().ShouldHaveSingleItem();
        Values(await RedactedAsync(Admin, original.Id))["child"].ShouldBe(answers[0].Id);
        await (await SendAsync(Admin, original.Id, "Another", once: "redaction-once")).RefusedAsync(422);
    }

    [Fact]
    public async Task Erases_either_without_the_other()
    {
        var original = await Given.EvidenceAsync("Both at first", "restricted");
        var (stays, goes) = (await RedactAsync(Admin, original.Id, "Stays"), await RedactAsync(Admin, original.Id, "Goes"));

        await EraseAsync(goes.Id);
        (await Admin.GetStringAsync($"/v1/evidence/{original.Id}/content", Stop)).ShouldBe("Both at first");
        await EraseAsync(original.Id);

        (await Anonymous.GetStringAsync($"/v1/evidence/{stays.Id}/content", Stop)).ShouldBe("Stays");
        Values(await RedactedAsync(Admin, stays.Id))["parent"].ShouldBe(original.Id);
        (await RedactedAsync(Admin, goes.Id)).GetProperty("disclosures").GetArrayLength().ShouldBe(0);
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Redacts_a_redaction_further()
    {
        var original = await Given.EvidenceAsync("All of it", "protectedWitness");
        var first = await RedactAsync(Admin, original.Id, "Some of it", new { sensitivity = "confidential" });

        var second = await RedactAsync(await Api.ClientAsync(Role.Editor), first.Id, "Little of it");

        (await Admin.GetJsonAsync($"/v1/evidence/{second.Id}")).GetProperty("redactionOf").GetString().ShouldBe(first.Id);
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Notices_a_row_that_no_longer_names_the_original()
    {
        var original = await Given.EvidenceAsync("Named by the events", "restricted");
        var added = await RedactAsync(Admin, original.Id, "Named by the row no more");
        await using var context = await Api.ContextAsync();
        var rows = context.EvidenceRecords.Where(r => r.Id == added.Id);

        await rows.ExecuteUpdateAsync(s => s.SetProperty(r => r.RedactionOf, (string?)null), Stop);
        var faults = await FaultsAsync();
        await rows.ExecuteUpdateAsync(s => s.SetProperty(r => r.RedactionOf, original.Id), Stop);

        faults.ShouldHaveSingleItem().ShouldContain(added.Id);
    }

    public sealed class OnSqlite(SqliteApi api) : RedactionTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : RedactionTests(api), IClassFixture<PostgresApi>;
}
