using System.Net;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>Where the keys of the issuer come from, when, and what happens while they cannot be read.</summary>
public sealed class TokenKeysTests : IAsyncLifetime
{
    private readonly TokenIssuer _issuer = new();
    private readonly FakeTime _time = new();
    private readonly WebApplication _server = Server();
    private string _metadata = "";
    private string _keys = "";
    private string _address = "";
    private int _reads;

    [Fact]
    public async Task Reads_the_keys_once_and_then_each_hour()
    {
        using var keys = Keys();

        for (var i = 0; i < 3; i++)
            (await keys.FindAsync(TokenIssuer.Kid, Stop)).ShouldNotBeNull();
        _reads.ShouldBe(1);
        _time.UtcNow = _time.UtcNow.AddHours(1);
        (await keys.FindAsync(TokenIssuer.Kid, Stop)).ShouldNotBeNull();

        _reads.ShouldBe(2);
    }

    [Fact]
    public async Task Reads_again_for_an_unknown_key_at_most_once_a_minute()
    {
        using var keys = Keys();
        await keys.FindAsync(TokenIssuer.Kid, Stop);

        for (var i = 0; i < 5; i++)
            (await keys.FindAsync("key-2", Stop)).ShouldBeNull();
        _reads.ShouldBe(1);
        _time.UtcNow = _time.UtcNow.AddMinutes(1);
        _keys = _keys.Replace(TokenIssuer.Kid, "key-2", StringComparison.Ordinal);

        (await keys.FindAsync("key-2", Stop)).ShouldNotBeNull();
        (await keys.FindAsync(TokenIssuer.Kid, Stop)).ShouldBeNull();
        _reads.ShouldBe(2);
    }

    [Fact]
    public async Task Keeps_what_it_has_for_a_day_while_the_issuer_is_away_and_takes_nothing_then()
    {
        using var keys = Keys();
        await keys.FindAsync(TokenIssuer.Kid, Stop);
        var readAt = _time.UtcNow;
        _keys = "";

        _time.UtcNow = readAt.AddHours(23);
        (await keys.FindAsync(TokenIssuer.Kid, Stop)).ShouldNotBeNull();
        _time.UtcNow = readAt.AddHours(24);
        (await Should.ThrowAsync<Api.Http.ProblemException>(() => keys.FindAsync(TokenIssuer.Kid, Stop))).Problem.Status.ShouldBe(503);
        _keys = _issuer.Jwks;
        _time.UtcNow = readAt.AddHours(25);

        (await keys.FindAsync(TokenIssuer.Kid, Stop)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("""{ "issuer": "https://login.example/other", "jwks_uri": "{0}/keys" }""")]
    [InlineData("""{ "issuer": "https://login.example/realm", "jwks_uri": "http://keys.example/keys" }""")]
    [InlineData("""{ "issuer": "https://login.example/realm", "jwks_uri": "file:///etc/passwd" }""")]
    [InlineData("""{ "issuer": "https://login.example/realm", "jwks_uri": "{0}/moved" }""")]
    [InlineData("""{ "issuer": "https://login.example/realm" }""")]
    [InlineData("no JSON")]
    public async Task Takes_no_keys_that_the_metadata_does_not_vouch_for(string metadata)
    {
        _metadata = metadata.Replace("{0}", _address, StringComparison.Ordinal);
        using var keys = Keys();

        (await Should.ThrowAsync<Api.Http.ProblemException>(() => keys.FindAsync(TokenIssuer.Kid, Stop))).Problem.Slug.ShouldBe("issuer-unavailable");
    }

    [Theory]
    [InlineData("""{ "kty": "oct", "kid": "k", "k": "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA" }""")]
    [InlineData("""{ "kty": "EC", "crv": "P-256", "kid": "k", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0" }""")]
    [InlineData("""{ "kty": "RSA", "kid": "k", "n": "sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri", "e": "AQAB" }""")]
    public async Task Uses_no_key_of_another_kind_or_too_short(string key)
    {
        _keys = $$"""{ "keys": [{{key}}] }""";
        using var keys = Keys();

        (await keys.FindAsync("k", Stop)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Issuer", "", "Issuer is missing")]
    [InlineData("Audience", "", "Audience is missing")]
    [InlineData("Algorithm", "HS256", "Algorithm 'HS256' is not taken")]
    [InlineData("Algorithm", "none", "Algorithm 'none' is not taken")]
    [InlineData("JwksFile", "/nowhere/keys.json", "does not exist")]
    [InlineData("MetadataAddress", "https://login.example/metadata", "Set either MetadataAddress or JwksFile")]
    [InlineData("ClockSkewSeconds", "61", "ClockSkewSeconds is 0 to 60")]
    [InlineData("MaxLifetimeMinutes", "0", "MaxLifetimeMinutes is 1 to 10080")]
    [InlineData("RoleMap:Owner:0", "x", "'Owner', which is no role")]
    public void Does_not_start_with_settings_that_are_unsafe(string name, string value, string expected)
    {
        var settings = new Dictionary<string, string?>(_issuer.Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))) { ["Access:Tokens:" + name] = value };

        Should.Throw<InvalidOperationException>(() => TokenOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())).Message.ShouldContain(expected);
    }

    [Theory]
    [InlineData("http://login.example/metadata")]
    [InlineData("ftp://login.example/metadata")]
    [InlineData("metadata")]
    public void Does_not_read_metadata_without_https(string address)
    {
        var settings = new Dictionary<string, string?>(_issuer.Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))) { ["Access:Tokens:JwksFile"] = "", ["Access:Tokens:MetadataAddress"] = address };

        Should.Throw<InvalidOperationException>(() => TokenOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())).Message.ShouldContain("is not an https address");
    }

    [Fact]
    public void Takes_no_token_unless_it_is_configured() =>
        TokenOptions.Read(new ConfigurationBuilder().Build()).IsConfigured.ShouldBeFalse();

    public async ValueTask InitializeAsync()
    {
        _server.MapGet("/metadata", () => Results.Text(_metadata));
        _server.MapGet("/moved", () => Results.Redirect("/keys"));
        _server.MapGet("/keys", () =>
        {
            Interlocked.Increment(ref _reads);
            return _keys.Length == 0 ? Results.StatusCode((int)HttpStatusCode.BadGateway) : Results.Text(_keys);
        });
        await _server.StartAsync();
        _address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>().ShouldNotBeNull().Addresses.Single();
        _metadata = JsonSerializer.Serialize(new { issuer = TokenIssuer.Issuer, jwks_uri = _address + "/keys" });
        _keys = _issuer.Jwks;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _issuer.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static WebApplication Server()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    private TokenKeys Keys() =>
        new(new TokenOptions { Issuer = TokenIssuer.Issuer, MetadataAddress = _address + "/metadata" }, _time, NullLogger<TokenKeys>.Instance);
}
