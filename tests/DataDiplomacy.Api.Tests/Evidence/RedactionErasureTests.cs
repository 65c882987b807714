using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Packages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>What a redaction and its original say of each other ends with the one of which it is said: nobody who holds a file can confirm that it was the erased one.</summary>
public abstract class RedactionErasureTests(ApiFixture api) : RedactingTests(api)
{
    [Theory]
    [InlineData("restricted")]
    [InlineData("public")]
    public async Task Forgets_the_digest_of_an_erased_original(string sensitivity)
    {
        var original = await Given.EvidenceAsync("Original to be forgotten, " + sensitivity, sensitivity);
        var added = await RedactAsync(Admin, original.Id, "Redaction that stays, " + sensitivity);
        var salt = SaltOf(await RedactedAsync(Admin, added.Id), "parentSha256");

        await EraseAsync(original.Id);

        var redacted = await RedactedAsync(Admin, added.Id);
        Withheld(redacted).ShouldBe(["parentSha256: erasedRecord"]);
        Values(redacted).Keys.ShouldBe(["event", "parent", "outputSha256", "reason", "reasonNote", "authority", "removed", "tool"]);
        (Values(redacted)["parent"], Values(redacted)["outputSha256"]).ShouldBe((original.Id, added.Sha256));
        await IsForgottenAsync(added.Id, original.Sha256, salt);
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("restricted")]
    [InlineData("public")]
    public async Task Forgets_the_digest_of_an_erased_redaction(string sensitivity)
    {
        var original = await Given.EvidenceAsync("Original that stays, " + sensitivity, "restricted");
        var added = await RedactAsync(Admin, original.Id, "Redaction to be forgotten, " + sensitivity, new { sensitivity });
        var salt = SaltOf(await RedactedAsync(Admin, original.Id), "outputSha256");

        await EraseAsync(added.Id);

        var redacted = await RedactedAsync(Admin, original.Id);
        Withheld(redacted).ShouldBe(["outputSha256: erasedRecord"]);
        Values(redacted).Keys.ShouldBe(["event", "child", "reason", "authority", "removed"]);
        await IsForgottenAsync(original.Id, added.Sha256, salt);
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_what_it_searches_for_before_the_erasure()
    {
        var original = await Given.EvidenceAsync("Original that is still there", "restricted");
        var added = await RedactAsync(Admin, original.Id, "Redaction beside its original");

        var everything = await EverythingAsync();

        everything.ShouldContain(original.Sha256);
        everything.ShouldContain(SaltOf(await RedactedAsync(Admin, added.Id), "parentSha256"));
    }

    [Fact]
    public async Task Tells_nobody_that_an_original_was_erased_who_may_not_know_of_it()
    {
        var original = await Given.EvidenceAsync("Unknown and erased", "confidential");
        var added = await RedactAsync(Admin, original.Id, "Known and there");

        await EraseAsync(original.Id);

        Withheld(await RedactedAsync(Anonymous, added.Id)).ShouldBe(["parent: hiddenRecord", "parentSha256: hiddenRecord"]);
    }

    [Fact]
    public async Task Names_what_ended_by_GraphQL_too()
    {
        var original = await Given.EvidenceAsync("Erased for the graph");
        var added = await RedactAsync(Admin, original.Id, "Left for the graph");
        await EraseAsync(original.Id);

        var shown = await Anonymous.DataAsync($"{{ evidenceRecord(id: \"{added.Id}\") {{ custody {{ withheld {{ name reason }} }} }} }}", "evidenceRecord");

        shown.GetProperty("custody")[2].GetProperty("withheld").GetRawText().ShouldBe("""[{"name":"parentSha256","reason":"ERASED_RECORD"}]""");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gives_the_answer_again_as_long_as_both_are_there(bool erasesOriginal)
    {
        var original = await Given.EvidenceAsync("Asked about again, " + erasesOriginal, "restricted");
        var (content, key) = ("Answered once, " + erasesOriginal, "redaction-answer-" + erasesOriginal);
        var first = await (await SendAsync(Admin, original.Id, content, once: key)).Content.ReadAsStringAsync(Stop);
        var added = JsonDocument.Parse(first).RootElement.GetProperty("id").GetString() ?? "";
        (await (await SendAsync(Admin, original.Id, content, once: key)).Content.ReadAsStringAsync(Stop)).ShouldBe(first);
        first.ShouldContain(original.Sha256);

        await EraseAsync(erasesOriginal ? original.Id : added);

        var lost = await (await SendAsync(Admin, original.Id, content, once: key)).RefusedAsync(409);
        (lost.Type, lost.Detail).ShouldBe(("answer-lost", $"The first request with this Idempotency-Key took effect. Since then {added} or {original.Id} was erased, and with it what the answer said. Nothing was done now."));
    }

    [Theory]
    [InlineData("parentSha256", "other", "the stored value of parentSha256")]
    [InlineData("parentSha256", "own", "the stored value of parentSha256")]
    [InlineData("parentSha256", "none", "the stored value of parentSha256")]
    [InlineData("parentSha256", "garbage", "its stored values were changed")]
    [InlineData("outputSha256", "own", "the stored value of outputSha256")]
    [InlineData("outputSha256", "none", "the stored value of outputSha256")]
    public async Task Notices_changed_values_of_either(string name, string how, string says)
    {
        var original = await Given.EvidenceAsync("Changed: " + name + how, "restricted");
        var added = await RedactAsync(Admin, original.Id, "Changed values: " + name + how);
        var (record, events) = await StoredAsync(added.Id);
        var changed = events.Select(e => e.Event.Type is CustodyEventType.Redacted ? e with { Event = Changed(e.Event, name, how, original.Id) } : e).ToList();

        Faults(record, events).ShouldBeEmpty();

        Faults(record, changed).ShouldHaveSingleItem().ShouldContain(says);
    }

    [Fact]
    public async Task Notices_changed_values_after_the_erasure_of_the_other()
    {
        var original = await Given.EvidenceAsync("Erased before the change", "restricted");
        var added = await RedactAsync(Admin, original.Id, "Changed after the erasure");
        await EraseAsync(original.Id);
        var (record, events) = await StoredAsync(added.Id);
        List<StoredEvent> With(Func<CustodyEvent, CustodyEvent> change) => [.. events.Select(e => e.Event.Type is CustodyEventType.Redacted ? e with { Event = change(e.Event) } : e)];

        Faults(record, events).ShouldBeEmpty();

        Faults(record, With(e => Changed(e, "outputSha256", "own", original.Id))).ShouldHaveSingleItem().ShouldContain("the stored value of outputSha256");
        Faults(record, With(e => Changed(e, "parentSha256", "own", original.Id))).ShouldHaveSingleItem().ShouldContain("the stored value of parentSha256");
        Faults(record, With(e => Changed(e, "parentSha256", "none", original.Id))).ShouldHaveSingleItem().ShouldContain("the stored value of parentSha256");
        Faults(record, With(e => e with { Vault = events[0].Event.Vault })).ShouldHaveSingleItem().ShouldContain("its stored values were changed");
    }

    /// <summary>At no door, and in nothing that the keys that are left can open.</summary>
    private async Task IsForgottenAsync(string other, string sha256, string salt)
    {
        var told = new StringBuilder();
        foreach (var path in new[] { $"/v1/evidence/{other}", $"/v1/evidence/{other}/custody", "/v1/evidence?limit=1000", "/v1/evidence?limit=1000&updatedAfter=2000-01-01" })
            told.Append(await Admin.GetStringAsync(path, Stop));
        foreach (var (path, bytes) in await Admin.PackageAsync($"/v1/evidence/{other}/package"))
            told.Append(path == PackagePaths.Verifier ? "" : Encoding.UTF8.GetString(bytes));
        var everything = await EverythingAsync();

        told.ToString().ShouldContain(other);
        everything.ShouldContain(other);
        foreach (var needle in Forms(Convert.FromHexString(sha256)).Concat(Forms(Base64Url.DecodeFromChars(salt))))
        {
            told.ToString().Contains(needle, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(needle);
            everything.Contains(needle, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(needle);
        }
    }

    private static string[] Forms(byte[] value) => [Convert.ToHexStringLower(value), Base64Url.EncodeToString(value), Convert.ToBase64String(value), Encoding.Latin1.GetString(value)];

    /// <summary>Each value of each row, and whatever the keys that are there open of it or make of it, as one text.</summary>
    private async Task<string> EverythingAsync()
    {
        var (keys, all) = (Api.Factory.Services.GetRequiredService<RecordKeys>(), new StringBuilder());
        void Add(ReadOnlySpan<byte> bytes) => all.Append(Encoding.Latin1.GetString(bytes)).Append('\n');
        await using var context = await Api.ContextAsync();
        foreach (var stored in await context.CustodyEvents.AsNoTracking().ToListAsync(Stop))
        {
            all.Append(stored.RecordId);
            Add(stored.Envelope);
            Add(stored.Vault);
            var key = stored.Type is CustodyEventType.Erased ? keys.FindReceipt(stored.RecordId) : keys.Find(stored.RecordId);
            if (key is null)
                continue;

            foreach (var (name, disclosure) in CustodyFormats.Opened(stored, key, keys.Find))
            {
                Add(RecordKey.Salt(key, CustodyStatement.PathOf(stored.RecordId, stored.Sequence), name));
                Add(Base64UrlOf(RecordKey.Salt(key, CustodyStatement.PathOf(stored.RecordId, stored.Sequence), name)));
                Add(disclosure?.ToJson());
            }

            Add(Encoding.UTF8.GetBytes(CustodyFormats.Values(stored, key).ToJsonString()));
        }

        foreach (var stored in await context.EvidenceStatements.AsNoTracking().ToListAsync(Stop))
            Add(keys.Find(stored.RecordId) is { } key ? StatementFormats.Open(stored, key).Bytes : stored.Vault);
        foreach (var stored in await context.EvidenceRecords.AsNoTracking().ToListAsync(Stop))
        {
            all.Append(stored.ContentIndex).Append(stored.BlobRef);
            Add(stored.Vault.Length > 0 && keys.Find(stored.Id) is { } key ? RecordKey.Decrypt(key, stored.Vault, stored.Id) : stored.Vault);
        }

        var answers = Api.Factory.Services.GetRequiredService<ISealedAnswers>();
        foreach (var stored in await context.IdempotencyRecords.AsNoTracking().ToListAsync(Stop))
            Add(stored is { Subject: { } subject, Body: { } body } ? answers.Open(subject, body) ?? body : stored.Body);
        return all.ToString();
    }

    private static byte[] Base64UrlOf(byte[] bytes) => Encoding.ASCII.GetBytes(Base64Url.EncodeToString(bytes));

    private static string SaltOf(JsonElement redacted, string name) =>
        redacted.GetProperty("disclosures").EnumerateArray().Single(d => d.GetProperty("n").GetString() == name).GetProperty("s").GetString() ?? "";

    private CustodyEvent Changed(CustodyEvent stored, string name, string how, string original)
    {
        var keys = Api.Factory.Services.GetRequiredService<RecordKeys>();
        var (key, path) = (keys.Find(stored.RecordId).ShouldNotBeNull(), CustodyStatement.PathOf(stored.RecordId, stored.Sequence));
        var values = CustodyFormats.Values(stored, key);
        var another = new string('0', 64);
        switch (how)
        {
            case "own":
                values[name] = another;
                break;
            case "other":
                values[name] = OthersValue.Close(new OthersValues(original, keys.Find(original).ShouldNotBeNull(), [name]), path, name, another).ToJson();
                break;
            case "garbage":
                values[name] = new OthersValue(original, new byte[100]).ToJson();
                break;
            default:
                values.Remove(name);
                break;
        }

        return stored with { Vault = RecordKey.Encrypt(key, Encoding.UTF8.GetBytes(values.ToJsonString()), path) };
    }

    private async Task<(EvidenceRecord Record, List<StoredEvent> Events)> StoredAsync(string id)
    {
        await using var context = await Api.ContextAsync();
        return (await context.EvidenceRecords.AsNoTracking().SingleAsync(r => r.Id == id, Stop), await ChainQueries.EventsAsync(context, id, Stop));
    }

    private List<string> Faults(EvidenceRecord record, IReadOnlyList<StoredEvent> events)
    {
        using var scope = Api.Factory.Services.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<ChainQueries>().Faults(record, events)];
    }

    public sealed class OnSqlite(SqliteApi api) : RedactionErasureTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : RedactionErasureTests(api), IClassFixture<PostgresApi>;
}
