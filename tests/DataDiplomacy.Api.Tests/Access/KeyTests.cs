using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>Keys that admins issue, list and revoke, and what is no key.</summary>
public abstract class KeyTests(ApiFixture api) : ApiTests(api)
{
    [Fact]
    public async Task Issues_a_key_that_is_shown_once_and_listed_without_it()
    {
        var name = "k" + Guid.NewGuid().ToString("N");

        var (secret, id) = await CreateAsync(new { name, role = "editor", expiresAt = "2099-01-01", @case = "case-1", origins = new[] { "https://dash.example" } });

        var text = await Admin.GetStringAsync("/v1/keys?limit=1000", Stop);
        var key = JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray().Single(k => k.GetProperty("id").GetString() == id);
        key.GetProperty("name").GetString().ShouldBe(name);
        key.GetProperty("prefix").GetString().ShouldBe(secret[..8]);
        (key.GetProperty("role").GetString(), key.GetProperty("expiresAt").GetString(), key.GetProperty("case").GetString()).ShouldBe(("editor", "2099-01-01T00:00:00Z", "case-1"));
        key.GetProperty("revokedAt").ValueKind.ShouldBe(JsonValueKind.Null);
        key.GetProperty("origins").EnumerateArray().Select(o => o.GetString()).ShouldBe(["https://dash.example"]);
        text.ShouldNotContain(secret);
        text.ShouldNotContain(KeySecrets.Hash(secret));
        text.ShouldNotContain("sha256", Case.Insensitive);
    }

    [Fact]
    public async Task Revokes_a_key_at_once_although_it_was_just_used()
    {
        var (secret, id) = await CreateAsync(new { name = "to go", role = "reader" });
        var client = Api.Factory.ClientWith(secret);
        (await client.GetAsync("/v1/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var revoked = await (await Admin.DeleteAsync($"/v1/keys/{id}", Stop)).ReadAsync<JsonElement>();

        (await (await client.GetAsync("/v1/me", Stop)).RefusedAsync(401)).Type.ShouldBe("unauthenticated");
        revoked.GetProperty("revokedAt").ValueKind.ShouldBe(JsonValueKind.String);
        var again = await (await Admin.DeleteAsync($"/v1/keys/{id}", Stop)).ReadAsync<JsonElement>();
        again.GetProperty("revokedAt").GetString().ShouldBe(revoked.GetProperty("revokedAt").GetString());
        await (await Admin.DeleteAsync("/v1/keys/key-none", Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Revokes_a_key_within_a_minute_on_another_server_of_the_same_database()
    {
        var time = new FakeTime { UtcNow = Api.Time.UtcNow.AddDays(1) };
        await using var other = new ApiFactory(Api.Database, time);
        var (secret, id) = await CreateAsync(new { name = "elsewhere", role = "reader" });
        var client = other.ClientWith(secret);
        (await client.GetAsync("/v1/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var usedAt = time.UtcNow;
        (await Admin.DeleteAsync($"/v1/keys/{id}", Stop)).EnsureSuccessStatusCode();

        time.UtcNow = usedAt.AddSeconds(29);
        var remembered = (int)(await client.GetAsync("/v1/me", Stop)).StatusCode;
        time.UtcNow = usedAt.AddSeconds(30); // Half of the minute that is promised, whatever clocks and requests do.

        await (await client.GetAsync("/v1/me", Stop)).RefusedAsync(401);
        remembered.ShouldBe(200);
    }

    [Theory]
    [InlineData("""{ "role": "reader", "name": "" }""", "name")]
    [InlineData("""{ "role": "reader", "name": "n", "expiresAt": "soon" }""", "expiresAt")]
    [InlineData("""{ "role": "reader", "name": "n", "expiresAt": "2001-01-01" }""", "expiresAt")]
    [InlineData("""{ "role": "reader", "name": "n", "origins": ["dash.example"] }""", "origins")]
    [InlineData("""{ "role": "reader", "name": "n", "origins": ["https://dash.example/path"] }""", "origins")]
    public async Task Says_what_is_wrong_with_a_key_that_is_asked_for(string body, string field)
    {
        var answer = await Admin.PostAsync("/v1/keys", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Stop);

        (await answer.RefusedAsync(400)).Errors.Keys.ShouldContain(field);
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData("https://dash.example", 200)]
    [InlineData("https://other.example", 401)]
    [InlineData("http://dash.example", 401)]
    [InlineData("https://dash.example:8443", 401)]
    [InlineData("https://dash.example.evil.example", 401)]
    [InlineData("null", 401)]
    public async Task Takes_a_bound_key_from_its_own_pages_only(string? origin, int status)
    {
        var (secret, _) = await CreateAsync(new { name = "bound", role = "reader", origins = new[] { "https://first.example", "https://dash.example" } });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        var answer = await Api.Factory.ClientWith(secret).SendAsync(request, Stop);

        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer dd_")]
    [InlineData("Bearer dd_ two words")]
    [InlineData("Bearer \u00e9\u00e9")]
    [InlineData("bearer:test-admin")]
    [InlineData("test-admin")]
    [InlineData("Basic dGVzdC1hZG1pbjp0ZXN0LWFkbWlu")]
    [InlineData("Digest username=\"test-admin\"")]
    [InlineData("Bearer test-admin, Bearer test-admin")]
    [InlineData("Bearer test-admin'; DROP TABLE access_key; --")]
    public async Task Takes_nothing_else_for_a_key(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        var answer = await Anonymous.SendAsync(request, Stop);

        (await answer.RefusedAsync(401)).Type.ShouldBe("unauthenticated");
    }

    [Fact]
    public async Task Refuses_a_very_long_key_without_looking_for_it()
    {
        var tooLong = new string('x', KeyRing.MaxSecretLength + 1);
        await using var context = await Api.ContextAsync();
        context.AccessKeys.Add(AccessKey.Issue("key-long", tooLong, "long", Role.Admin, Api.Time.UtcNow, null, null, null));
        await context.SaveChangesAsync(Stop);

        await (await Api.Factory.ClientWith(tooLong).GetAsync("/v1/me", Stop)).RefusedAsync(401);
        await context.AccessKeys.Where(k => k.Id == "key-long").ExecuteDeleteAsync(Stop);
    }

    [Fact]
    public async Task Keeps_no_copy_of_a_secret_for_who_asks_again()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/keys") { Content = JsonContent.Create(new { name = "twice", role = "reader" }) };
        request.Headers.Add("Idempotency-Key", "once");

        (await (await Admin.SendAsync(request, Stop)).RefusedAsync(400)).Detail.ShouldContain("no copy is kept");

        (await Admin.GetStringAsync("/v1/keys?limit=1000", Stop)).ShouldNotContain("twice");
    }

    [Fact]
    public async Task Pages_through_the_keys()
    {
        foreach (var name in new[] { "one", "two", "three" })
            await CreateAsync(new { name, role = "reader" });
        var all = await IdsAsync("/v1/keys?limit=1000");
        var (paged, next) = (new List<string?>(), (string?)null);

        do
        {
            var page = await Admin.GetJsonAsync("/v1/keys?limit=2" + (next is null ? "" : "&cursor=" + next));
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(k => k.GetProperty("id").GetString()));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        paged.ShouldBe(all);
        paged.Count.ShouldBeGreaterThan(2);
    }

    private async Task<IReadOnlyList<string?>> IdsAsync(string path) =>
        [.. (await Admin.GetJsonAsync(path)).GetProperty("items").EnumerateArray().Select(k => k.GetProperty("id").GetString())];

    private async Task<(string Secret, string Id)> CreateAsync(object request)
    {
        var answer = await Admin.PostAsJsonAsync("/v1/keys", request, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        answer.Headers.CacheControl?.NoStore.ShouldBe(true);
        var created = await answer.ReadAsync<JsonElement>();
        return (created.GetProperty("secret").GetString() ?? "", created.GetProperty("key").GetProperty("id").GetString() ?? "");
    }

    public sealed class OnSqlite(SqliteApi api) : KeyTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : KeyTests(api), IClassFixture<PostgresApi>;
}
