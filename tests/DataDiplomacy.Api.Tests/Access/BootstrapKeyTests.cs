using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>The first admin key as secrets reach a server: from files and environments, with what editors add to them.</summary>
public abstract class BootstrapKeyTests(ApiFixture api) : ApiTests(api)
{
    [Theory]
    [InlineData("from-a-file\n", "from-a-file")]
    [InlineData(" quoted-with-blanks ", "quoted-with-blanks")]
    public async Task Takes_the_key_without_the_blanks_around_it(string configured, string key)
    {
        await using var server = new ApiFactory(Api.Database, Api.Time, new Dictionary<string, string> { ["Access:BootstrapKey"] = configured });

        var me = await server.ClientWith(key).GetJsonAsync("/v1/me");

        me.GetProperty("role").GetString().ShouldBe("admin");
    }

    public sealed class OnSqlite(SqliteApi api) : BootstrapKeyTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : BootstrapKeyTests(api), IClassFixture<PostgresApi>;
}
