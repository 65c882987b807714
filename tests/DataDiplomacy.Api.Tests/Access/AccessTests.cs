using System.Net;
using System.Net.Http.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>Who may do what, and what is hidden from whom.</summary>
public abstract class AccessTests(ApiFixture api) : ApiTests(api)
{
    [Theory]
    [InlineData(null, "anonymous", "public")]
    [InlineData(Role.Reader, "reader", "public internal")]
    [InlineData(Role.Editor, "editor", "public internal confidential")]
    [InlineData(Role.Verifier, "verifier", "public internal confidential")]
    [InlineData(Role.Admin, "admin", "public internal confidential")]
    public async Task Tells_callers_who_they_are_and_what_they_may_read(Role? role, string name, string readable)
    {
        var client = role is { } known ? await Api.ClientAsync(known) : Anonymous;

        var me = await client.GetJsonAsync("/v1/me");

        me.GetProperty("role").GetString().ShouldBe(role is null ? null : name);
        string.Join(' ', me.GetProperty("readable").EnumerateArray().Select(r => r.GetString())).ShouldBe(readable);
        (me.GetProperty("limits").GetProperty("pageItems").GetInt32(), me.GetProperty("limits").GetProperty("filterCodes").GetInt32()).ShouldBe((1_000, 100));
    }

    [Theory]
    [InlineData("public", "200 200 200")]
    [InlineData("internal", "404 200 200")]
    [InlineData("confidential", "404 404 200")]
    public async Task Shows_a_data_set_to_those_who_may_read_its_label(string handling, string expected)
    {
        var dataset = await Given.DatasetAsync(handling);
        HttpClient[] callers = [Anonymous, await Api.ClientAsync(Role.Reader), await Api.ClientAsync(Role.Editor)];

        foreach (var path in new[] { $"/v1/datasets/{dataset}", $"/v1/datasets/{dataset}/versions" })
            string.Join(' ', await Task.WhenAll(callers.Select(async c => (int)(await c.GetAsync(path, Stop)).StatusCode))).ShouldBe(expected, path);
    }

    [Theory]
    [InlineData("public", true, true)]
    [InlineData("internal", false, true)]
    [InlineData("confidential", false, false)]
    public async Task Lists_and_counts_only_what_the_caller_may_read(string handling, bool anonymous, bool reader)
    {
        var word = "word" + Guid.NewGuid().ToString("N");
        await Given.DatasetAsync(handling, title: word);

        (await CountAsync(Anonymous, word)).ShouldBe(anonymous ? (1, 1) : (0, 0));
        (await CountAsync(await Api.ClientAsync(Role.Reader), word)).ShouldBe(reader ? (1, 1) : (0, 0));
        (await CountAsync(Admin, word)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Answers_for_what_is_hidden_exactly_as_for_what_is_not_there()
    {
        var hidden = await Given.DatasetAsync("confidential");
        await Given.ImportAsync(hidden, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1");

        foreach (var part in new[] { "", "/versions", "/versions/1" })
        {
            var (there, notThere) = (await (await Anonymous.GetAsync($"/v1/datasets/{hidden}{part}", Stop)).RefusedAsync(404),
                await (await Anonymous.GetAsync($"/v1/datasets/not-there{part}", Stop)).RefusedAsync(404));
            (there.Type, there.Title, there.Detail).ShouldBe((notThere.Type, notThere.Title, notThere.Detail.Replace("not-there", hidden, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer ")]
    [InlineData("Basic dGVzdDphZG1pbg==")]
    public async Task Refuses_a_wrong_key_even_where_none_is_needed(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/datasets");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        var response = await Anonymous.SendAsync(request, Stop);

        (await response.RefusedAsync(401)).Type.ShouldBe("unauthenticated");
        response.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer error=\"invalid_token\", error_description=\"The key is unknown");
    }

    [Fact]
    public async Task Takes_a_key_until_the_instant_at_which_it_expires()
    {
        var expires = Api.Time.UtcNow.AddHours(1);
        var client = await Api.ClientAsync(Role.Reader, expires);
        (await client.GetJsonAsync("/v1/me")).GetProperty("expiresAt").GetDateTime().ShouldBe(expires);

        Api.Time.UtcNow = expires;

        await (await client.GetAsync("/v1/me", Stop)).RefusedAsync(401);
    }

    [Fact]
    public async Task Refuses_a_key_that_was_revoked()
    {
        var secret = await Api.Factory.Services.GetRequiredService<KeyRing>().IssueAsync("to be revoked", Role.Reader, null, null, Stop);
        await using var context = await Api.ContextAsync();
        await context.AccessKeys.Where(k => k.Name == "to be revoked").ExecuteUpdateAsync(s => s.SetProperty(k => k.RevokedAt, Api.Time.UtcNow), Stop);

        await (await Api.Factory.ClientWith(secret).GetAsync("/v1/me", Stop)).RefusedAsync(401);
    }

    [Fact]
    public async Task Keeps_no_secret_of_a_key()
    {
        var secret = await Api.Factory.Services.GetRequiredService<KeyRing>().IssueAsync("kept", Role.Reader, null, null, Stop);

        await using var context = await Api.ContextAsync();
        var key = await context.AccessKeys.AsNoTracking().SingleAsync(k => k.Name == "kept", Stop);

        secret.ShouldStartWith("dd_");
        secret.Length.ShouldBe(3 + 43); // 256 bits as base64url.
        (key.Prefix, key.Sha256).ShouldBe((secret[..8], Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)))));
    }

    [Fact]
    public async Task Lets_only_editors_register_data_sets()
    {
        var dataset = new { id = "of-a-reader", title = "t", sourceKind = "text", licence = "l", redistribution = "open", handling = "public" };
        var reader = await Api.ClientAsync(Role.Reader);

        (await (await Anonymous.PostAsJsonAsync("/v1/datasets", dataset, Stop)).RefusedAsync(401)).Detail.ShouldContain("editor");
        (await (await reader.PostAsJsonAsync("/v1/datasets", dataset, Stop)).RefusedAsync(403)).Type.ShouldBe("forbidden");
        (await (await Api.ClientAsync(Role.Editor)).PostAsJsonAsync("/v1/datasets", dataset, Stop)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private static async Task<(int Items, long Total)> CountAsync(HttpClient client, string word)
    {
        var list = await client.GetJsonAsync($"/v1/datasets?q={word}&count=exact");
        return (list.GetProperty("items").GetArrayLength(), list.GetProperty("total").GetInt64());
    }

    public sealed class OnSqlite(SqliteApi api) : AccessTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : AccessTests(api), IClassFixture<PostgresApi>;
}
