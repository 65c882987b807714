using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>Tokens of a configured issuer: their caller is treated as the holder of a key is.</summary>
public abstract class TokenTests(ApiFixture api) : ApiTests(api)
{
    // SHA-256 of issuer, line feed, subject; as an operator finds the records of a person whose subject they know.
    private static readonly string Pseudonym = "token:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{TokenIssuer.Issuer}\namina@ministry.example")))[..16];

    private TokenIssuer Issuer => ((ITokenApi)Api).Issuer;

    [Fact]
    public async Task Says_by_what_it_knows_the_caller_and_when_the_token_expires()
    {
        var now = new DateTime(Api.Time.UtcNow.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        var token = await ClientOf(("groups", "statistics-readers")).GetJsonAsync("/v1/me");
        var key = await Admin.GetJsonAsync("/v1/me");

        (token.GetProperty("kind").GetString(), token.GetProperty("name").GetString(), token.GetProperty("role").GetString()).ShouldBe(("token", Pseudonym, "reader"));
        token.GetProperty("expiresAt").GetDateTime().ShouldBeInRange(now.AddMinutes(10), now.AddMinutes(10).AddSeconds(1));
        (key.GetProperty("kind").GetString(), (await Anonymous.GetJsonAsync("/v1/me")).GetProperty("kind").GetString()).ShouldBe(("key", "anonymous"));
    }

    [Theory]
    [InlineData("\"statistics-readers\"", "reader")]
    [InlineData("\"visitors statistics:editors statistics-readers\"", "editor")]
    [InlineData("[\"statistics-readers\", 7, \"operators\"]", "admin")]
    public async Task Gives_the_highest_role_that_the_claim_maps_to(string claim, string role)
    {
        var me = await ClientOf(("groups", JsonDocument.Parse(claim).RootElement)).GetJsonAsync("/v1/me");

        me.GetProperty("role").GetString().ShouldBe(role);
    }

    [Fact]
    public async Task Takes_a_token_until_the_clocks_may_differ_no_more()
    {
        var client = ClientOf(("exp", TokenIssuer.Seconds(Api.Time.UtcNow) + 60));
        var expires = (await client.GetJsonAsync("/v1/me")).GetProperty("expiresAt").GetDateTime();
        var before = Api.Time.UtcNow;

        Api.Time.UtcNow = expires.AddSeconds(30).AddMilliseconds(-20); // A request reads the clock some times, each a millisecond later.
        var last = (int)(await client.GetAsync("/v1/me", Stop)).StatusCode;
        Api.Time.UtcNow = expires.AddSeconds(30);
        var refusal = await (await client.GetAsync("/v1/me", Stop)).RefusedAsync(401);
        Api.Time.UtcNow = before;

        last.ShouldBe(200);
        refusal.Detail.ShouldBe("The token is refused: it has expired. Send Authorization: Bearer TOKEN with a valid one, or no Authorization header to read what is public.");
    }

    [Fact]
    public async Task Writes_audits_and_repeats_as_with_a_key_although_the_token_was_renewed()
    {
        var id = "token-" + Guid.NewGuid().ToString("N");
        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/v1/datasets")
            {
                Content = JsonContent.Create(new { id, title = "t", sourceKind = "text", licence = "l", redistribution = "open", handling = "internal" }),
            };
            request.Headers.Add("Idempotency-Key", id);
            return request;
        }

        ((int)(await ClientOf(("groups", "statistics:editors")).SendAsync(Request(), Stop)).StatusCode).ShouldBe(201);
        var again = await ClientOf(("groups", "statistics:editors"), ("jti", "another")).SendAsync(Request(), Stop);

        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        var records = (await Admin.GetJsonAsync($"/v1/audit?caller={Pseudonym}&limit=1000")).GetProperty("items").EnumerateArray().ToList();
        records.Count(r => r.GetProperty("datasets").EnumerateArray().Any(d => d.GetString() == id)).ShouldBe(1);
        (await Admin.GetStringAsync("/v1/audit?limit=1000", Stop)).ShouldNotContain("amina");
    }

    [Fact]
    public async Task Asks_to_come_back_when_the_keys_of_the_issuer_cannot_be_read_and_takes_keys_meanwhile()
    {
        var settings = Issuer.Settings.Where(s => s.Key != "Access:Tokens:JwksFile").Append(new("Access:Tokens:MetadataAddress", "http://127.0.0.1:9/")).ToDictionary();
        await using var server = new ApiFactory(Api.Database, Api.Time, settings);

        var answer = await server.ClientWith(Issuer.Token(Api.Time.UtcNow)).GetAsync("/v1/datasets", Stop);

        (await answer.RefusedAsync(503)).Type.ShouldBe("issuer-unavailable");
        answer.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromMinutes(1));
        ((int)(await server.ClientWith(ApiFactory.AdminKey).GetAsync("/v1/keys", Stop)).StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task Tags_answers_by_what_the_caller_may_read()
    {
        var dataset = await Given.DatasetAsync("internal");
        var tag = (await ClientOf().GetAsync($"/v1/datasets/{dataset}", Stop)).Headers.ETag.ShouldNotBeNull();
        var client = Anonymous;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/datasets/{dataset}") { Headers = { IfNoneMatch = { tag } } };

        ((int)(await client.SendAsync(request, Stop)).StatusCode).ShouldBe(404);
    }

    private HttpClient ClientOf(params (string Name, object? Value)[] claims) => Api.Factory.ClientWith(Issuer.Token(Api.Time.UtcNow, claims));

    public sealed class OnSqlite(TokenSqliteApi api) : TokenTests(api), IClassFixture<TokenSqliteApi>;

    public sealed class OnPostgres(TokenPostgresApi api) : TokenTests(api), IClassFixture<TokenPostgresApi>;
}
