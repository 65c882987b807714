using System.Net.Http.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Evidence.MailKeys;

/// <summary>The archive of keys by which e-mails are checked.</summary>
public abstract class MailKeyTests(ApiFixture api) : ApiTests(api)
{
    [Fact]
    public async Task Keeps_what_verifiers_enter_and_shows_it_to_all()
    {
        var verifier = await Api.ClientAsync(Role.Verifier);

        var added = await (await AddAsync(verifier, Key("Shown.Example", "S1"))).ReadAsync<System.Text.Json.JsonElement>();

        var listed = (await Anonymous.GetJsonAsync("/v1/mail-keys?domain=shown.example&selector=s1")).GetProperty("items");
        listed.GetArrayLength().ShouldBe(1);
        System.Text.Json.JsonElement.DeepEquals(listed[0], added).ShouldBeTrue();
        added.GetProperty("domain").GetString().ShouldBe("shown.example");
        added.GetProperty("seenFrom").GetString().ShouldBe("2012-01-13T00:00:00Z");
    }

    [Fact]
    public async Task Is_written_by_verifiers_alone()
    {
        await (await AddAsync(Anonymous, Key("closed.example", "s"))).RefusedAsync(401);
        await (await AddAsync(await Api.ClientAsync(Role.Editor), Key("closed.example", "s"))).RefusedAsync(403);
    }

    [Fact]
    public async Task Lists_keys_page_by_page_in_the_order_in_which_they_came()
    {
        foreach (var selector in new[] { "a", "b", "c" })
            (await AddAsync(Admin, Key("pages.example", selector))).EnsureSuccessStatusCode();

        var first = await Anonymous.GetJsonAsync("/v1/mail-keys?domain=pages.example&limit=2");
        var second = await Anonymous.GetJsonAsync($"/v1/mail-keys?domain=pages.example&limit=2&cursor={first.GetProperty("next").GetString()}");

        first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(k => k.GetProperty("selector").GetString()).ShouldBe(["a", "b", "c"], ignoreOrder: true);
        second.GetProperty("next").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("no name", "s", "v=DKIM1; p=AAAA", "2012-01-13", "domain")]
    [InlineData("a.example", "", "v=DKIM1; p=AAAA", "2012-01-13", "selector")]
    [InlineData("a.example", "s", "hello", "2012-01-13", "value")]
    [InlineData("a.example", "s", "v=DKIM1; p=AAAA", "2017-01-13", "seenUntil")]
    [InlineData("a.example", "s", "v=DKIM1; p=AAAA", "then", "seenFrom")]
    public async Task Refuses_what_is_no_key(string domain, string selector, string value, string from, string field)
    {
        var refusal = await (await AddAsync(Admin, Key(domain, selector, value, from))).RefusedAsync(400);

        refusal.Errors.Keys.ShouldContain(field);
    }

    [Fact]
    public async Task Is_never_changed()
    {
        (await AddAsync(Admin, Key("fixed.example", "s"))).EnsureSuccessStatusCode();
        await using var context = await Api.ContextAsync();

        await Should.ThrowAsync<Exception>(() => context.MailKeys.Where(k => k.Domain == "fixed.example").ExecuteDeleteAsync(Stop));
        await Should.ThrowAsync<Exception>(() => context.MailKeys.Where(k => k.Domain == "fixed.example").ExecuteUpdateAsync(s => s.SetProperty(k => k.Record, "p="), Stop));
    }

    private static Task<HttpResponseMessage> AddAsync(HttpClient caller, object key) => caller.PostAsJsonAsync("/v1/mail-keys", key, Stop);

    private static object Key(string domain, string selector, string value = "v=DKIM1; k=rsa; p=AAAA", string from = "2012-01-13") =>
        new { domain, selector, value, source = "dnsArchive", seenFrom = from, seenUntil = "2016-12-31", reference = "https://archive.example" };

    public sealed class OnSqlite(SqliteApi api) : MailKeyTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : MailKeyTests(api), IClassFixture<PostgresApi>;
}
