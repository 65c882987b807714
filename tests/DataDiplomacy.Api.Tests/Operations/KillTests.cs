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

    /// <summary>What a busy machine may need; KILL_READY_MS sets the bar where nothing else runs.</summary>
    private static readonly double LongestStartMs = Setting("KILL_READY_MS", 60_000);

    /// <summary>Three by default; KILL_ROUNDS asks for more.</summary>
    private static readonly int Rounds = Setting("KILL_ROUNDS", 3);

    [Fact]
    public async Task A_version_is_whole_or_not_there_whenever_the_server_is_killed()
    {
        using var database = await TestDatabase.CreateAsync(provider, postgres);
        var moments = new Random(20201019);
        var restarts = new List<double>();
        var found = new List<string>();
        string dataset;
        await using (var first = await ServerProcess.StartAsync(database))
        {
            dataset = await new Given(first.Admin).DatasetAsync();
        }

        for (var round = 1; round <= Rounds; round++)
        {
            await using (var server = await ServerProcess.StartAsync(database))
            {
                restarts.Add(server.ReadyAfter.TotalMilliseconds);
                (await new Given(server.Admin).StartAsync(dataset, File(round))).EnsureSuccessStatusCode();
                await Task.Delay(moments.Next(LongestRunMs), TestContext.Current.CancellationToken);
            }

            found.Add(await WhatIsThereAsync(database, dataset));
        }

        await using var last = await ServerProcess.StartAsync(database);
        await new Given(last.Admin).ImportAsync(dataset, File(Rounds + 1)); // Waits behind what was taken up.

        found.ShouldAllBe(state => state.EndsWith("whole", StringComparison.Ordinal));
        (await WhatIsThereAsync(database, dataset)).ShouldBe($"{Rounds + 1} whole"); // Each acknowledged file became one version.
        restarts.Max().ShouldBeLessThanOrEqualTo(LongestStartMs);
        output.WriteLine($"{provider}: {Rounds} kills, {found.Distinct().Count()} different states found, all of whole versions; "
            + string.Create(CultureInfo.InvariantCulture, $"ready after {restarts.Order().ElementAt(restarts.Count / 2):F0} ms (median), {restarts.Max():F0} ms at most"));
    }

    internal static int Setting(string name, int fallback) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : fallback;

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
        await using var context = database.Open();
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
        return stray > 0 ? $"{stray} rows of no version" : $"{versions.Count} whole";
    }

    [Collection(AloneCollection.Name)]
    public sealed class OnSqlite(PostgresServer postgres, ITestOutputHelper output) : KillTests(DatabaseProvider.Sqlite, postgres, output);

    [Collection(AloneCollection.Name)]
    public sealed class OnPostgres(PostgresServer postgres, ITestOutputHelper output) : KillTests(DatabaseProvider.Postgres, postgres, output);
}
