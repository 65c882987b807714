using System.IO.Compression;
using CsvHelper;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Imports;

/// <summary>Two vintages that UNSD published, through the server as a process, and the memory that it needs for the larger one.</summary>
public abstract class PublishedVintagesTests(DatabaseProvider provider, PostgresServer postgres, ITestOutputHelper output)
{
    private const int MostGrowthMiB = 64;

    [Fact]
    public async Task Imports_both_vintages_in_little_memory()
    {
        var (old, revised) = (SharedData.Require("sdg/raw_unsd_2019q1_long/7.2.1-EG_FEC_RNEW_long.csv"), SharedData.Require("sdg/unsd_2020q3_goals_1_2_3_6_7_13_17.csv.gz"));
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read from /proc.");
        using var database = await TestDatabase.CreateAsync(provider, postgres);
        await using var server = await ServerProcess.StartAsync(database);
        var given = new Given(server.Admin);
        var dataset = await given.DatasetAsync();
        await given.ImportAsync(await given.DatasetAsync(), "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1");

        var first = await ImportAsync(given, dataset, old, "format=unsd-long-csv&recordedAt=2019-03-31");
        var before = server.ResidentBytes();
        var (second, peak) = await PeakAsync(server, ImportAsync(given, dataset, revised, "format=unsd-csv&recordedAt=2020-10-19"));

        // 2,336 pairs of area and year have another text, 1,638 the same, 58 are gone; counted in the two files.
        (first.State, first.RowsAccepted, first.RowsRejected).ShouldBe((ImportState.Succeeded, 4_032, 0));
        (second.State, second.RowsRead, second.RowsAccepted, second.RowsRejected).ShouldBe((ImportState.Succeeded, 474_383, 474_383, 0));
        (second.Changed, second.Unchanged, second.Withdrawn, second.WithdrawalsHeld).ShouldBe((2_336, 1_638, 58, 0));
        second.Added.ShouldBe(474_383 - 2_336 - 1_638);
        // 36 codes of the second file are in no list of M49; the first file named some of them already.
        UnknownAreas(revised).Count.ShouldBe(36);
        var unknown = UnknownAreas(revised).Except(UnknownAreas(old, "GeoArea_Code")).ToList();
        second.Warnings.Select(w => w.Split(' ')[1]).ShouldBe(unknown, ignoreOrder: true);
        output.WriteLine($"{provider}: {second.FinishedAt - second.CreatedAt}, from {before >> 20} MiB to {peak >> 20} MiB, {first.Warnings.Count} + {unknown.Count} provisional areas");
        ((peak - before) >> 20).ShouldBeLessThan(MostGrowthMiB);
    }

    private static async Task<ImportView> ImportAsync(Given given, string dataset, string file, string query)
    {
        await using var stream = File.OpenRead(file);
        using var body = new StreamContent(stream);
        return await given.FinishAsync(await given.SendAsync(dataset, body, query));
    }

    private static async Task<(ImportView Import, long Peak)> PeakAsync(ServerProcess server, Task<ImportView> import)
    {
        var peak = server.ResidentBytes();
        while (!import.IsCompleted)
        {
            peak = Math.Max(peak, server.ResidentBytes());
            await Task.WhenAny(import, Task.Delay(20));
        }

        return (await import, peak);
    }

    /// <summary>Codes of areas in the file that M49 does not list.</summary>
    private static List<string> UnknownAreas(string path, string column = "GeoAreaCode")
    {
        var known = ReferenceData.Load().Areas.Where(a => a.Listed).Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        using Stream file = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
        using var csv = CsvReader.Create(file, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        while (csv.Read())
            unknown.Add(csv.GetString(column).TrimStart('0'));
        unknown.ExceptWith(known);
        return [.. unknown];
    }

    public sealed class OnSqlite(PostgresServer postgres, ITestOutputHelper output) : PublishedVintagesTests(DatabaseProvider.Sqlite, postgres, output);

    public sealed class OnPostgres(PostgresServer postgres, ITestOutputHelper output) : PublishedVintagesTests(DatabaseProvider.Postgres, postgres, output);
}
