using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Packages;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Whoever may not know of an original learns neither its id nor its digest from its redaction, at no door.</summary>
public abstract class RedactionHidingTests(ApiFixture api) : RedactingTests(api)
{
    private static readonly string[] OfOriginal = ["parent: hiddenRecord", "parentSha256: hiddenRecord"];

    [Fact]
    public async Task Hides_the_original_at_every_door()
    {
        var reader = await Api.ClientAsync(Role.Reader);
        var original = await Given.EvidenceAsync("Nobody below may know", "confidential");
        var only = "hiding-" + original.Id[^8..];
        var added = await RedactAsync(Admin, original.Id, "Anyone may know", new { @case = only });
        (await Admin.PostAsJsonAsync($"/v1/evidence/{added.Id}/verifications", new { profile = "default" }, Stop)).EnsureSuccessStatusCode();

        foreach (var caller in new[] { Anonymous, reader })
        {
            var told = await EverythingAsync(caller, added.Id, only);

            told.ShouldContain(added.Id);
            told.ShouldNotContain(original.Id);
            told.ShouldNotContain(original.Sha256);
            var redacted = await RedactedAsync(caller, added.Id);
            Withheld(redacted).ShouldBe(OfOriginal);
            Values(redacted).Keys.ShouldBe(["event", "outputSha256", "reason", "reasonNote", "authority", "removed", "tool"]);
            Encoding.UTF8.GetString(Convert.FromBase64String(redacted.GetProperty("envelope").GetProperty("payload").GetString() ?? "")).ShouldContain("\"parentSha256\":");
        }

        (await EverythingAsync(Admin, added.Id, only)).ShouldContain(original.Id);
    }

    [Fact]
    public async Task Names_what_is_withheld_by_GraphQL_too()
    {
        var original = await Given.EvidenceAsync("Hidden from the graph", "restricted");
        var added = await RedactAsync(Admin, original.Id, "Shown in the graph");
        var query = $"{{ evidenceRecord(id: \"{added.Id}\") {{ redactionOf custody {{ type disclosures withheld {{ name reason }} }} }} }}";

        var hidden = await Anonymous.DataAsync(query, "evidenceRecord");
        var shown = await Admin.DataAsync(query, "evidenceRecord");

        hidden.GetProperty("redactionOf").ValueKind.ShouldBe(JsonValueKind.Null);
        hidden.GetProperty("custody")[2].GetProperty("withheld").GetRawText().ShouldBe("""[{"name":"parent","reason":"HIDDEN_RECORD"},{"name":"parentSha256","reason":"HIDDEN_RECORD"}]""");
        hidden.GetRawText().ShouldNotContain(original.Id);
        shown.GetProperty("redactionOf").GetString().ShouldBe(original.Id);
        shown.GetProperty("custody")[2].GetProperty("withheld").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Hides_a_redaction_from_those_who_may_know_of_its_original_alone()
    {
        var reader = await Api.ClientAsync(Role.Reader);
        var original = await Given.EvidenceAsync("Readers know this", "restricted");
        var added = await RedactAsync(Admin, original.Id, "Readers know this not", new { sensitivity = "confidential" });

        var redacted = await RedactedAsync(reader, original.Id);
        var package = await reader.PackageAsync($"/v1/evidence/{original.Id}/package");

        Withheld(redacted).ShouldBe(["child: hiddenRecord", "outputSha256: hiddenRecord"]);
        redacted.GetRawText().ShouldNotContain(added.Id);
        string.Concat(package.Values.Select(Encoding.UTF8.GetString)).ShouldNotContain(added.Id);
        Withheld(await RedactedAsync(Admin, original.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_the_original_as_soon_as_its_label_lets_it()
    {
        var original = await Given.EvidenceAsync("Opened later", "restricted");
        var added = await RedactAsync(Admin, original.Id, "Open from the start");
        var tag = (await Anonymous.GetAsync($"/v1/evidence/{added.Id}", Stop)).Headers.ETag.ShouldNotBeNull();

        (await Admin.PostAsJsonAsync($"/v1/evidence/{original.Id}/sensitivity", new { sensitivity = "public", reason = "r" }, Stop)).EnsureSuccessStatusCode();

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/v1/evidence/{added.Id}");
        again.Headers.IfNoneMatch.Add(tag);
        var answer = await Anonymous.SendAsync(again, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadAsync<JsonElement>()).GetProperty("redactionOf").GetString().ShouldBe(original.Id);
        Withheld(await RedactedAsync(Anonymous, added.Id)).ShouldBeEmpty();
    }

    /// <summary>All that a caller is told about a record, as one text.</summary>
    private static async Task<string> EverythingAsync(HttpClient caller, string id, string only)
    {
        var told = new StringBuilder();
        foreach (var path in new[]
        {
            $"/v1/evidence/{id}", $"/v1/evidence/{id}/custody", $"/v1/evidence/{id}/proof?event=3", $"/v1/evidence/{id}/verifications", $"/v1/evidence/{id}/assessments",
            $"/v1/evidence?case={only}", $"/v1/evidence?case={only}&updatedAfter=2000-01-01", $"/v1/evidence?case={only}&format=ndjson", $"/v1/claims?case={only}", $"/v1/cases?limit=1000",
        })
        {
            told.Append(await caller.GetStringAsync(path, Stop));
        }

        told.Append((await caller.DataAsync($"{{ evidenceRecords(case: \"{only}\") {{ nodes {{ id redactionOf custody {{ envelope entry disclosures withheld {{ name }} }} }} }} }}", "evidenceRecords")).GetRawText());
        foreach (var address in new[] { $"/v1/evidence/{id}/package", $"/v1/cases/{only}/package" })
        {
            foreach (var (path, bytes) in await caller.PackageAsync(address))
                told.Append(path).Append(path == PackagePaths.Verifier ? "" : Encoding.UTF8.GetString(bytes));
        }

        return told.ToString();
    }

    public sealed class OnSqlite(SqliteApi api) : RedactionHidingTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : RedactionHidingTests(api), IClassFixture<PostgresApi>;
}
