using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>Keys and tokens that are not to be taken, at both doors, each by its name.</summary>
public abstract class RefusedCredentialTests(ApiFixture api) : ApiTests(api)
{
    public static TheoryData<string> Names => [.. RefusedCredential.All.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Takes_none_of(string name)
    {
        var refused = RefusedCredential.All.Single(r => r.Name == name);
        var hidden = await HiddenAsync();
        var sent = await refused.Make(Api, ((ITokenApi)Api).Issuer);

        var rest = await sent.ToAsync(Anonymous, "/v1/keys");
        var graph = await sent.ToAsync(Anonymous, $"/graphql?query={{dataset(id:\"{hidden}\"){{id}}}}");

        await rest.RefusedAsync(refused.Status);
        if (sent.Query is null)
        {
            await graph.RefusedAsync(refused.Status);
            rest.Headers.WwwAuthenticate.ToString().ShouldStartWith($"Bearer error=\"{(refused.Status == 403 ? "insufficient_scope" : "invalid_token")}\"");
        }

        (await graph.Content.ReadAsStringAsync(Stop)).ShouldNotContain($"\"id\":\"{hidden}\"");
        (await (await sent.ToAsync(Anonymous, $"/v1/datasets/{hidden}")).Content.ReadAsStringAsync(Stop)).ShouldNotContain($"\"id\":\"{hidden}\"");
    }

    [Fact]
    public async Task Takes_what_they_are_made_from()
    {
        var hidden = await HiddenAsync();
        var sent = new Sent([RefusedCredential.Bearer(((ITokenApi)Api).Issuer.Token(Api.Time.UtcNow))]);

        ((int)(await sent.ToAsync(Anonymous, "/v1/keys")).StatusCode).ShouldBe(200);
        (await (await sent.ToAsync(Anonymous, $"/graphql?query={{dataset(id:\"{hidden}\"){{id}}}}")).Content.ReadAsStringAsync(Stop)).ShouldContain($"\"id\":\"{hidden}\"");
    }

    private Task<string> HiddenAsync() => Given.DatasetAsync("confidential");

    public sealed class OnSqlite(TokenSqliteApi api) : RefusedCredentialTests(api), IClassFixture<TokenSqliteApi>;

    public sealed class OnPostgres(TokenPostgresApi api) : RefusedCredentialTests(api), IClassFixture<TokenPostgresApi>;
}
