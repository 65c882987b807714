using System.Diagnostics;
using System.Globalization;
using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Operations;

/// <summary>The server is killed (SIGKILL) at random moments of imports: a version is whole or not there, and the import is taken up again.</summary>
public abstract class KillTests(DatabaseProvider provider, PostgresServer postgres, ITestOutputHelper output)
{
    private const int Rows = 20_000;
    private const int LongestRunMs = 900;

    /// <summary>Three by default; KILL_ROUNDS asks for more.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("KILL_ROUNDS") is { Length: > 0 } rounds ? rounds : "3", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_version_is_whole_or_not_there_whenever_the_server_is_killed()
    {
        using var database = await TestDatabase.CreateAsync(provider, postgres);
        var moments = new Random(20201019);
        var restarts = new List<long>();
        var found = new List<string>();
        string dataset;
        await using (var first = await ServerProcess.StartAsync(database))
        {
            dataset = await new Given(first.Admin).DatasetAsync();
        }

        for (var round = 1; round <= Rounds; round++)
        {
            var starting = Stopwatch.StartNew();
            await using (var server = await ServerProcess.StartAsync(database))
            {
                restarts.Add(starting.ElapsedMilliseconds);
                (await new Given(server.Admin).StartAsync(dataset, File(round))).EnsureSuccessStatusCode();
                await Task.Delay(moments.Next(LongestRunMs), TestContext.Current.CancellationToken);
            }

            found.Add(await WhatIsThereAsync(database, dataset));
        }

        found.ShouldAllBe(state => state == "whole" || state == "nothing");
        await using var last = await ServerProcess.StartAsync(database);
        await new Given(last.Admin).ImportAsync(dataset, File(Rounds + 1)); // Waits behind what was taken up.
        (await WhatIsThereAsync(database, dataset)).ShouldBe("whole");
        output.WriteLine($"{provider}: {Rounds} kills, {found.Count(f => f == "whole")} after and {found.Count(f => f == "nothing")} before the first version; ready after {restarts.Order().ElementAt(restarts.Count / 2)} ms (median), {restarts.Max()} ms at most");
    }

    private static string File(int round)
    {
        var file = new StringBuilder("SeriesCode,GeoAreaCode,TimePeriod,Value\n");
        for (var i = 0; i < Rows; i++)
        {
            file.Append(CultureInfo.InvariantCulture, $"S{i % 100:D3},404,{1800 + i / 100},{round}.{i}\n");
        }

        return file.ToString();
    }

    /// <summary>Each version has all rows of its file, no row belongs to a version that is not there.</summary>
    private static async Task<string> WhatIsThereAsync(TestDatabase database, string dataset)
    {
        await using var context = Open(database);
        var versions = await context.DatasetVersions.Where(v => v.DatasetId == dataset).Select(v => v.Number).OrderBy(n => n).ToListAsync();
        foreach (var version in versions)
        {
            var rows = await context.Observations.CountAsync(o => o.FromVersion <= version && o.ToVersion > version);
            if (rows != Rows)
            {
                return $"version {version} has {rows} rows";
            }
        }

        var last = versions.LastOrDefault();
        var stray = await context.Observations.CountAsync(o => o.FromVersion > last || (o.ToVersion > last && o.ToVersion != Core.Observations.Observation.Current));
        return stray > 0 ? $"{stray} rows of no version" : versions.Count > 0 ? "whole" : "nothing";
    }

    private static DataContext Open(TestDatabase database)
    {
        if (database.Provider is DatabaseProvider.Postgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresContext>();
            DataModule.UsePostgres(postgres, database.ConnectionString);
            return new PostgresContext(postgres.Options);
        }

        var sqlite = new DbContextOptionsBuilder<SqliteContext>();
        DataModule.UseSqlite(sqlite, database.ConnectionString);
        return new SqliteContext(sqlite.Options);
    }

    public sealed class OnSqlite(PostgresServer postgres, ITestOutputHelper output) : KillTests(DatabaseProvider.Sqlite, postgres, output);

    public sealed class OnPostgres(PostgresServer postgres, ITestOutputHelper output) : KillTests(DatabaseProvider.Postgres, postgres, output);
}
