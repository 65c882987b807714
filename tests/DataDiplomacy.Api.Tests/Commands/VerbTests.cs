using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Commands;

/// <summary>The verbs of the program, as processes beside a running server.</summary>
public abstract class VerbTests(ApiFixture api) : ApiTests(api)
{
    private const string Header = "SeriesCode,GeoAreaCode,TimePeriod,Value\n";

    [Fact]
    public async Task Imports_files_that_the_running_server_then_serves()
    {
        var dataset = await Given.DatasetAsync("confidential");
        var (first, second) = (await FileAsync("SI_POV,404,2010,1\nSI_POV,404,2011,?"), await FileAsync("SI_POV,404,2010,2"));

        var (exit, output, error) = await ServerProcess.RunAsync(Api.Database, "import", "--dataset", dataset, "--format", "unsd-csv", first, second);

        exit.ShouldBe(0, error);
        output.ShouldContain($"version 1 of {dataset}. Rows: 2 read, 1 accepted, 1 rejected, 0 repeated.");
        output.ShouldContain($"version 2 of {dataset}.");
        error.ShouldContain("line 3, Value: value.invalid");
        Api.Time.UtcNow = TimeProvider.System.GetUtcNow().UtcDateTime; // The verb recorded the versions by the real clock.
        var versions = await Admin.GetJsonAsync($"/v1/datasets/{dataset}/versions");
        versions.GetProperty("items").GetArrayLength().ShouldBe(2);
        (await AuditAsync()).Count(r => r == $"import [{dataset}] 0").ShouldBe(2);
    }

    [Fact]
    public async Task Fails_when_no_row_is_accepted()
    {
        var dataset = await Given.DatasetAsync();

        var (exit, output, _) = await ServerProcess.RunAsync(Api.Database, "import", "--dataset", dataset, "--format", "unsd-csv", await FileAsync("SI_POV,404,2010,?"));

        (exit, output.Contains("failed (nothing-accepted)", StringComparison.Ordinal)).ShouldBe((1, true), output);
    }

    [Theory]
    [InlineData("no-such-set", "unsd-csv", "2019-03-31", "There is no data set 'no-such-set'")]
    [InlineData(null, "xlsx", "2019-03-31", "'xlsx' is none of them")]
    [InlineData(null, "unsd-csv", "2099-01-01", "is in the future")]
    public async Task Says_what_is_wrong_with_a_request(string? dataset, string format, string recordedAt, string why)
    {
        var (exit, _, error) = await ServerProcess.RunAsync(Api.Database, "import", "--dataset", dataset ?? await Given.DatasetAsync(), "--format", format,
            "--recorded-at", recordedAt, await FileAsync("SI_POV,404,2010,1"));

        (exit, error.Contains(why, StringComparison.Ordinal)).ShouldBe((1, true), error);
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Issues_a_key_that_works_at_once_and_prints_nothing_else()
    {
        var (exit, output, _) = await ServerProcess.RunAsync(Api.Database, "key", "create", "--role", "editor", "--name", "by a test", "--expires", "2099-01-01");

        exit.ShouldBe(0);
        var me = await Api.Factory.ClientWith(output.Trim()).GetJsonAsync("/v1/me");
        (me.GetProperty("name").GetString(), me.GetProperty("role").GetString(), me.GetProperty("expiresAt").GetString())
            .ShouldBe(("by a test", "editor", "2099-01-01T00:00:00Z"));
        (await AuditAsync()).ShouldContain("key create [] 0");
    }

    [Fact]
    public async Task Revokes_a_key_by_its_id()
    {
        var (_, created, _) = await ServerProcess.RunAsync(Api.Database, "key", "create", "--role", "reader", "--name", "to be revoked", "--origins", "https://a.example", "https://b.example");
        var keys = (await Admin.GetJsonAsync("/v1/keys?limit=1000")).GetProperty("items").EnumerateArray();
        var key = keys.Single(k => k.GetProperty("name").GetString() == "to be revoked");
        key.GetProperty("origins").EnumerateArray().Select(o => o.GetString()).ShouldBe(["https://a.example", "https://b.example"]);

        var (exit, output, error) = await ServerProcess.RunAsync(Api.Database, "key", "revoke", key.GetProperty("id").GetString() ?? "");

        (exit, output.Contains("is revoked", StringComparison.Ordinal)).ShouldBe((0, true), error);
        Api.Time.UtcNow = TimeProvider.System.GetUtcNow().UtcDateTime; // The verb revoked it by the real clock.
        await (await Api.Factory.ClientWith(created.Trim()).GetAsync("/v1/me", Stop)).RefusedAsync(401);
        (await ServerProcess.RunAsync(Api.Database, "key", "revoke", "key-none")).Exit.ShouldBe(1);
        (await AuditAsync()).ShouldContain("key revoke [] 0");
    }

    [Theory]
    [InlineData("key", "create", "--role", "king", "--name", "x")]
    [InlineData("key", "create", "--role", "reader", "--name", "x", "--expires", "soon")]
    [InlineData("import", "--dataset", "x", "--format", "csv", "not-there.csv")]
    public async Task Ends_with_2_when_it_cannot_read_what_it_was_told(params string[] arguments)
    {
        var (exit, _, error) = await ServerProcess.RunAsync(Api.Database, arguments);

        (exit, error.Length > 0).ShouldBe((2, true), error);
    }

    [Fact]
    public async Task Starts_no_server_for_a_mistyped_verb()
    {
        var (exit, output, error) = await ServerProcess.RunAsync(Api.Database, "keys", "create");

        (exit, error.Contains("'keys'"), output.Contains("Did you mean")).ShouldBe((1, true, true), output + error);
    }

    private async Task<IReadOnlyList<string>> AuditAsync() =>
    [
        .. (await Admin.GetJsonAsync("/v1/audit?caller=command%20line&limit=1000")).GetProperty("items").EnumerateArray()
            .Select(r => $"{r.GetProperty("route").GetString()} [{string.Join(',', r.GetProperty("datasets").EnumerateArray().Select(d => d.GetString()))}] {r.GetProperty("status").GetInt32()}"),
    ];

    private async Task<string> FileAsync(string rows)
    {
        var path = Path.Combine(Api.Database.Folder, Guid.NewGuid().ToString("N") + ".csv");
        await File.WriteAllTextAsync(path, Header + rows);
        return path;
    }

    public sealed class OnSqlite(SqliteApi api) : VerbTests(api), IClassFixture<SqliteApi>
    {
        [Fact]
        public async Task Leaves_a_record_of_a_backup_which_holds_all_data()
        {
            var (exit, _, error) = await ServerProcess.RunAsync(Api.Database, "backup", Path.Combine(Api.Database.Folder, Guid.NewGuid().ToString("N") + ".db"));

            exit.ShouldBe(0, error);
            (await AuditAsync()).ShouldContain("backup [] 0");
        }
    }

    public sealed class OnPostgres(PostgresApi api) : VerbTests(api), IClassFixture<PostgresApi>;
}
