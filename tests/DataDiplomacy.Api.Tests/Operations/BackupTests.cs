using System.Globalization;
using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Operations;

/// <summary>The rehearsal: a backup is taken while an import runs, restored elsewhere, and gives the same export to the byte.</summary>
public abstract class BackupTests(DatabaseProvider provider, PostgresServer postgres)
{
    [Fact]
    public async Task A_backup_taken_under_load_restores_to_the_same_export()
    {
        using var database = await TestDatabase.CreateAsync(provider, postgres);
        await using var server = await ServerProcess.StartAsync(database);
        var given = new Given(server.Admin);
        var dataset = await given.DatasetAsync();
        await given.ImportAsync(dataset, File(1));

        var running = await given.StartAsync(dataset, File(2));
        var restored = await RestoreAsync(database);
        await given.FinishAsync(running);

        using (restored)
        await using (var copy = await ServerProcess.StartAsync(restored))
        {
            var version = (await copy.Admin.GetJsonAsync($"/v1/datasets/{dataset}")).GetProperty("latestVersion");
            var then = version.GetProperty("recordedAt").GetString();
            var url = $"/v1/observations?dataset={dataset}&format=ndjson&asOf={then}";
            (await copy.Admin.GetStringAsync(url, Stop)).ShouldBe(await server.Admin.GetStringAsync(url, Stop));
            version.GetProperty("rows").GetInt64().ShouldBe(5_000);
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Backs the database up as the README says, and puts the copy in a place of its own.</summary>
    private async Task<TestDatabase> RestoreAsync(TestDatabase database)
    {
        if (provider is DatabaseProvider.Postgres)
        {
            return TestDatabase.At(provider, await postgres.RestoreDumpAsync(database.ConnectionString));
        }

        var file = Path.Combine(database.Folder, "backup.db");
        var (exit, output, error) = await ServerProcess.RunAsync(database, "backup", file);
        exit.ShouldBe(0, error);
        output.ShouldContain("bytes");
        (await ServerProcess.RunAsync(database, "backup", file)).Exit.ShouldBe(2, "a backup never replaces another");
        return TestDatabase.At(provider, $"Data Source={file}");
    }

    private static string File(int vintage)
    {
        var file = new StringBuilder("SeriesCode,GeoAreaCode,TimePeriod,Value\n");
        for (var i = 0; i < 5_000; i++)
        {
            file.Append(CultureInfo.InvariantCulture, $"S{i % 50:D2},404,{1900 + (i / 50)},{vintage}.{i}\n");
        }

        return file.ToString();
    }

    public sealed class OnSqlite(PostgresServer postgres) : BackupTests(DatabaseProvider.Sqlite, postgres);

    public sealed class OnPostgres(PostgresServer postgres) : BackupTests(DatabaseProvider.Postgres, postgres);
}
