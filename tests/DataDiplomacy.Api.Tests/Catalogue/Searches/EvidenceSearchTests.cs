using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Catalogue.Searches;

/// <summary>Evidence is found while it is public, by whichever server it was written, and never otherwise.</summary>
public abstract class EvidenceSearchTests(ApiFixture api) : ApiTests(api)
{
    [Theory]
    [InlineData("Café Łódź: the harbour crane", "cafe lodz harbour crane", 0.95)]
    [InlineData("Café Łódź: the harbour crane", "CAFÉ", 0.8)]
    [InlineData("Café Łódź: the harbour crane", "crane harb", 0.5)]
    [InlineData("Café Łódź: the harbour crane", "crane jetty", null)]
    [InlineData("Café Łódź: the harbour crane", "rane", null)]
    [InlineData("Café Łódź: the harbour crane", "%%", null)]
    public async Task Finds_by_words_of_the_title_whatever_case_and_accents(string title, string q, double? score)
    {
        var id = await AddAsync(title);

        var hit = (await SearchAsync(Anonymous, q)).Where(h => h.Id == id).Select(h => (double?)h.Score).SingleOrDefault();

        hit.ShouldBe(score);
    }

    [Fact]
    public async Task Finds_by_id_file_name_and_case_and_says_where_to_read_it()
    {
        var id = await AddAsync("Photo of a warehouse", onlyCase: "search-docks", fileName: "IMG_20260101-zebra.jpg");

        foreach (var (q, score) in new[] { (id, 1.0), (id.ToUpperInvariant(), 1), (id[..20], 0.5), ("search-docks", 0.7), ("docks warehouse", 0.5), ("zebra", 0.5), ("img 20260101", 0.5) })
            (await SearchAsync(Anonymous, q)).Single(h => h.Id == id).Score.ShouldBe(score, q);
        var items = (await Anonymous.GetJsonAsync($"/v1/search?q={id}")).GetProperty("items");
        items.GetArrayLength().ShouldBe(1, "Near spellings of areas are for when nothing fits.");
        items[0].GetProperty("kind").GetString().ShouldBe("evidence");
        items[0].GetProperty("title").GetString().ShouldBe("Photo of a warehouse");
        (await Anonymous.GetJsonAsync(items[0].GetProperty("url").GetString() ?? "")).GetProperty("id").GetString().ShouldBe(id);
    }

    [Theory]
    [InlineData("restricted")]
    [InlineData("confidential")]
    [InlineData("protectedWitness")]
    public async Task Never_finds_what_is_not_public_whoever_asks(string sensitivity)
    {
        var id = await AddAsync("Quartz deposit at the border " + sensitivity, sensitivity);

        foreach (var caller in new[] { Anonymous, await Api.ClientAsync(Role.Reader), Admin })
        {
            (await SearchAsync(caller, "quartz deposit")).ShouldNotContain(h => h.Id == id);
            (await SearchAsync(caller, id)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Follows_the_label()
    {
        var id = await AddAsync("Obelisk in the square");
        var found = new List<bool> { await IsFoundAsync(Anonymous, "obelisk", id) };

        foreach (var sensitivity in new[] { "restricted", "public", "confidential" })
        {
            await RelabelAsync(id, sensitivity);
            found.Add(await IsFoundAsync(Anonymous, "obelisk", id));
        }

        found.ShouldBe([true, false, true, false]);
    }

    [Fact]
    public async Task Finds_nothing_of_what_was_erased()
    {
        var id = await AddAsync("Walrus on the pier");
        (await IsFoundAsync(Anonymous, "walrus", id)).ShouldBeTrue();

        await EraseAsync(id);

        (await IsFoundAsync(Anonymous, "walrus", id)).ShouldBeFalse();
        (await IsFoundAsync(Admin, id, id)).ShouldBeFalse();
    }

    [Fact]
    public async Task Sees_what_another_server_over_the_same_database_does()
    {
        await using var second = new ApiFactory(Api.Database, Api.Time);
        var (there, admin) = (second.ClientWith(null), second.ClientWith(ApiFactory.AdminKey));
        var (erased, narrowed) = (await AddAsync("Lighthouse of the north", by: admin), await AddAsync("Lighthouse of the south"));
        foreach (var client in new[] { Anonymous, there })
            (await SearchAsync(client, "lighthouse")).Select(h => h.Id).ShouldBe([erased, narrowed]);

        await EraseAsync(erased);
        await RelabelAsync(narrowed, "restricted", admin);

        foreach (var client in new[] { Anonymous, there })
            (await SearchAsync(client, "lighthouse")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_a_key_of_one_case_only_that_case()
    {
        var secret = await Api.Factory.Services.GetRequiredService<KeyRing>().IssueAsync("of one case", Role.Editor, null, "search-own", Stop);
        var (own, other) = (await AddAsync("Granary of one case", onlyCase: "search-own"), await AddAsync("Granary of another case", onlyCase: "search-other"));

        (await SearchAsync(Api.Factory.ClientWith(secret), "granary")).Select(h => h.Id).ShouldBe([own]);
        (await SearchAsync(Anonymous, "granary")).Select(h => h.Id).ShouldBe([own, other], ignoreOrder: true);
    }

    [Fact]
    public async Task Has_a_tag_that_changes_when_evidence_does()
    {
        var id = await AddAsync("Sundial of the academy");
        var tag = (await TaggedAsync(null)).Headers.ETag?.ToString();
        (await TaggedAsync(tag)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        await RelabelAsync(id, "restricted");

        (await TaggedAsync(tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Answers_many_at_once_while_records_come_and_go()
    {
        var ids = new List<string>();
        for (var i = 0; i < 10; i++)
            ids.Add(await AddAsync($"Turbine {i} of the dam"));

        var changes = Task.WhenAll(ids.Take(5).Select(id => RelabelAsync(id, "restricted")));
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SearchAsync(Anonymous, "turbine dam")));
        await changes;

        answers.ShouldAllBe(hits => ids.Skip(5).All(id => hits.Any(h => h.Id == id)));
        (await SearchAsync(Anonymous, "turbine dam")).Select(h => h.Id).ShouldBe(ids.Skip(5), ignoreOrder: true);
    }

    [Fact]
    public async Task Says_so_when_older_ones_are_not_held()
    {
        await using var small = new ApiFactory(Api.Database, Api.Time, new Dictionary<string, string> { ["Evidence:SearchRecords"] = "2" });
        var client = small.ClientWith(null);
        var ids = new List<string>();
        for (var i = 0; i < 4; i++)
            ids.Add(await AddAsync($"Aqueduct {i}"));

        var first = await client.GetJsonAsync("/v1/search?q=aqueduct");
        ids.Add(await AddAsync("Aqueduct 4"));
        var later = await client.GetJsonAsync("/v1/search?q=aqueduct");

        IdsOf(first).ShouldBe(ids[2..4]);
        IdsOf(later).ShouldBe(ids[3..]);
        later.GetProperty("unsearched").GetString().ShouldBe("Of public evidence, only the 2 records that changed last are searched.");
        (await client.GetJsonAsync("/v1/search?q=aqueduct&kind=area")).TryGetProperty("unsearched", out _).ShouldBeFalse();
        (await Anonymous.GetJsonAsync("/v1/search?q=aqueduct")).TryGetProperty("unsearched", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Leaves_out_what_was_damaged_and_finds_the_rest()
    {
        var (broken, whole) = (await AddAsync("Windmill without its key"), await AddAsync("Windmill with its key"));
        var key = Path.Combine(Api.Factory.Storage, "keys", "records", broken[^2..], broken + ".key");
        var kept = await File.ReadAllBytesAsync(key, Stop);
        await File.WriteAllBytesAsync(key, [.. kept[..^1], (byte)(kept[^1] ^ 1)], Stop);

        var found = await SearchAsync(Anonymous, "windmill");
        await File.WriteAllBytesAsync(key, kept, Stop);

        found.Select(h => h.Id).ShouldBe([whole]);
    }

    private async Task<string> AddAsync(string title, string sensitivity = "public", string? onlyCase = null, string fileName = "test.txt", HttpClient? by = null)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(title + Guid.NewGuid()));
        using var form = new MultipartFormDataContent { { JsonContent.Create(new { kind = "document", title, sensitivity, @case = onlyCase }), "record" }, { file, "content", fileName } };
        var answer = await (by ?? Admin).PostAsync("/v1/evidence", form, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        return (await answer.ReadAsync<AddedEvidence>()).Id;
    }

    private async Task RelabelAsync(string id, string sensitivity, HttpClient? by = null) =>
        (await (by ?? Admin).PostAsJsonAsync($"/v1/evidence/{id}/sensitivity", new { sensitivity, reason = "r" }, Stop)).EnsureSuccessStatusCode();

    private async Task EraseAsync(string id)
    {
        (await (await Api.ClientAsync(Role.Verifier)).PostAsJsonAsync($"/v1/evidence/{id}/erasure", new { reason = "r", legalBasis = "l" }, Stop)).EnsureSuccessStatusCode();
        (await Admin.PostAsJsonAsync($"/v1/evidence/{id}/erasure/agreement", new { reason = "r" }, Stop)).EnsureSuccessStatusCode();
    }

    private async Task<HttpResponseMessage> TaggedAsync(string? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/search?q=sundial");
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await Anonymous.SendAsync(request, Stop);
    }

    private static async Task<bool> IsFoundAsync(HttpClient caller, string q, string id) => (await SearchAsync(caller, q)).Any(h => h.Id == id);

    private static async Task<List<(string Id, double Score)>> SearchAsync(HttpClient caller, string q) =>
    [
        .. (await caller.GetJsonAsync($"/v1/search?kind=evidence&limit=50&q={Uri.EscapeDataString(q)}")).GetProperty("items").EnumerateArray()
            .Select(h => (h.GetProperty("id").GetString() ?? "", h.GetProperty("score").GetDouble())),
    ];

    private static List<string> IdsOf(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(h => h.GetProperty("id").GetString() ?? "")];

    public sealed class OnSqlite(SqliteApi api) : EvidenceSearchTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : EvidenceSearchTests(api), IClassFixture<PostgresApi>;
}
