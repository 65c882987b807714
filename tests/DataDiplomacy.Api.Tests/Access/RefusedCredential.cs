using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>What an attacker sends to be taken for an admin.</summary>
/// <param name="Name">What it is, as schema/access.md has it.</param>
/// <param name="Make">Makes what is sent.</param>
/// <param name="Status">What each route answers.</param>
internal sealed record RefusedCredential(string Name, Func<ApiFixture, TokenIssuer, Task<Sent>> Make, int Status = 401)
{
    private static readonly ECDsa OtherCurve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly RSA OtherKey = RSA.Create(2048);

    public static readonly IReadOnlyList<RefusedCredential> All =
    [
        Header("token, `alg` none", h => h["alg"] = "none", _ => []),
        Header("token, `alg` None with a good signature", h => h["alg"] = "None"),
        Forged("token, HS256 with the public key as the secret", "HS256", (i, b) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(i.Key.ExportSubjectPublicKeyInfoPem()), b)),
        Forged("token, ES256 with a key of one's own", "ES256", (_, b) => OtherCurve.SignData(b, HashAlgorithmName.SHA256)),
        Forged("token, PS256 with the issuer's key", "PS256", (i, b) => i.Key.SignData(b, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        Forged("token, RS512 with the issuer's key", "RS512", (i, b) => i.Key.SignData(b, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        Header("token, `kid` a path", h => h["kid"] = "../../../../dev/null", b => OtherKey.SignData(b, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        Header("token, `kid` with SQL", h => h["kid"] = "x' UNION SELECT 'key'; --", b => OtherKey.SignData(b, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        Header("token, `kid` of no key", h => h["kid"] = "key-2"),
        Header("token, `jku` in the header", h => h["jku"] = "https://attacker.example/keys"),
        Header("token, `x5u` in the header", h => h["x5u"] = "https://attacker.example/certificate"),
        Header("token, `jwk` in the header", h => h["jwk"] = new { kty = "RSA", n = "AQAB", e = "AQAB" }),
        Header("token, `crit` in the header", h => h["crit"] = new[] { "exp" }),
        Header("token of another type (logout+jwt)", h => h["typ"] = "logout+jwt"),
        Header("token of another tenant: its key under the same `kid`", _ => { }, b => OtherKey.SignData(b, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        Claim("token, expired", "exp", now => TokenIssuer.Seconds(now.AddSeconds(-31))),
        Claim("token, not yet valid", "nbf", now => TokenIssuer.Seconds(now.AddMinutes(2))),
        Claim("token without `exp`", "exp", _ => null),
        Claim("token, `exp` a text", "exp", _ => "never"),
        Claim("token that lives for a year", "exp", now => TokenIssuer.Seconds(now.AddYears(1))),
        Claim("token for another audience", "aud", _ => "billing"),
        Claim("token for an audience that begins alike", "aud", _ => TokenIssuer.Audience + "/"),
        Claim("token without `aud`", "aud", _ => null),
        Claim("token of another issuer", "iss", _ => "https://login.example/other"),
        Claim("token without `iss`", "iss", _ => null),
        Claim("token without `sub`", "sub", _ => null),
        Claim("token, role unknown", "groups", _ => new[] { "visitors", "admin" }) with { Status = 403 },
        Claim("token without a role", "groups", _ => null) with { Status = 403 },
        Changed("token, payload changed", t => Swap(t, t.IndexOf('.', StringComparison.Ordinal) + 12)),
        Changed("token, signature changed", t => Swap(t, t.Length - 20)),
        Changed("token, cut off in the signature", t => t[..^40]),
        Changed("token, cut off before the signature", t => t[..t.LastIndexOf('.')]),
        Changed("token with five parts", t => t + ".e30.e30"),
        Claim("token of more than 8 KiB", "filler", _ => new string('x', 9_000)),
        new("two Authorization headers, both good", (a, i) => Task.FromResult(new Sent([Bearer(i.Token(a.Time.UtcNow)), Bearer(ApiFactory.AdminKey)]))),
        new("key in the query string", (_, _) => Task.FromResult(new Sent([], "key=" + ApiFactory.AdminKey))),
        new("token in the query string", (a, i) => Task.FromResult(new Sent([], "access_token=" + i.Token(a.Time.UtcNow)))),
        new("key as user and password", (_, _) => Task.FromResult(new Sent(["Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("admin:" + ApiFactory.AdminKey))]))),
        new("key, unknown", (_, _) => Task.FromResult(new Sent([Bearer(KeySecrets.Create())]))),
        new("key, its prefix alone", async (a, _) => new Sent([Bearer((await IssueAsync(a)).Secret[..8])])),
        new("key, revoked", async (a, _) =>
        {
            var (secret, id) = await IssueAsync(a);
            (await a.Admin.DeleteAsync("/v1/keys/" + id)).EnsureSuccessStatusCode();
            return new Sent([Bearer(secret)]);
        }),
        new("key, expired", async (a, _) =>
        {
            var key = await a.Factory.Services.GetRequiredService<KeyRing>().IssueAsync("expired", Role.Admin, a.Time.UtcNow, null, CancellationToken.None);
            return new Sent([Bearer(key)]);
        }),
        new("key, from a page of an origin that it is not bound to", async (a, _) => new Sent([Bearer((await IssueAsync(a, "https://dash.example")).Secret)], Origin: "https://attacker.example")),
    ];

    public static string Bearer(string text) => "Bearer " + text;

    private static RefusedCredential Header(string name, Action<Dictionary<string, object>> change, Func<byte[], byte[]>? sign = null) => new(name, (api, issuer) =>
    {
        var header = TokenIssuer.Header();
        change(header);
        return Task.FromResult(new Sent([Bearer(issuer.Sign(header, TokenIssuer.Claims(api.Time.UtcNow), sign))]));
    });

    private static RefusedCredential Forged(string name, string algorithm, Func<TokenIssuer, byte[], byte[]> sign) => new(name, (api, issuer) =>
    {
        var header = TokenIssuer.Header();
        header["alg"] = algorithm;
        return Task.FromResult(new Sent([Bearer(issuer.Sign(header, TokenIssuer.Claims(api.Time.UtcNow), b => sign(issuer, b)))]));
    });

    private static RefusedCredential Claim(string name, string claim, Func<DateTime, object?> value) =>
        new(name, (api, issuer) => Task.FromResult(new Sent([Bearer(issuer.Token(api.Time.UtcNow, (claim, value(api.Time.UtcNow))))])));

    private static RefusedCredential Changed(string name, Func<string, string> change) =>
        new(name, (api, issuer) => Task.FromResult(new Sent([Bearer(change(issuer.Token(api.Time.UtcNow)))])));

    private static string Swap(string text, int at) => text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];

    private static async Task<(string Secret, string Id)> IssueAsync(ApiFixture api, params string[] origins)
    {
        var answer = await (await api.Admin.PostAsJsonAsync("/v1/keys", new { name = "attacked", role = "admin", origins })).ReadAsync<JsonElement>();
        return (answer.GetProperty("secret").GetString() ?? "", answer.GetProperty("key").GetProperty("id").GetString() ?? "");
    }
}

/// <summary>What a request carries to say who sends it.</summary>
internal sealed record Sent(IReadOnlyList<string> Authorization, string? Query = null, string? Origin = null)
{
    public async Task<HttpResponseMessage> ToAsync(HttpClient client, string path)
    {
        var query = Query is null ? "" : (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Query;
        using var request = new HttpRequestMessage(HttpMethod.Get, path + query);
        foreach (var header in Authorization)
            request.Headers.TryAddWithoutValidation("Authorization", header);
        if (Origin is not null)
            request.Headers.Add("Origin", Origin);
        return await client.SendAsync(request);
    }
}
