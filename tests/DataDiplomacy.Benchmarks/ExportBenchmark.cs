using System.Diagnostics;

namespace DataDiplomacy.Benchmarks;

/// <summary>Streams 400,000 rows as CSV and watches the memory.</summary>
internal static class ExportBenchmark
{
    private const int ExportedSeries = 100;

    public static async Task RunAsync(BenchmarkOptions options, MeasuredProcess server, MeasuredProcess floor)
    {
        if (!"export".Contains(options.Only, StringComparison.Ordinal))
        {
            return;
        }

        var count = Math.Min(ExportedSeries, options.Scale);
        var (ours, least) = (new List<(double Rate, long Growth)>(), new List<(double Rate, long Growth)>());
        for (var i = 0; i <= Report.Samples; i++)
        {
            ours.Add(await ExportAsync(server, BenchmarkRoute.OurExport(1, count), count));
            least.Add(await ExportAsync(floor, BenchmarkRoute.FloorExport(1, count), count));
        }

        var (rate, floorRate) = (Report.Median(ours[1..].Select(o => o.Rate)), Report.Median(least[1..].Select(o => o.Rate)));
        Report.Print($"export, rows/s   {rate,10:N0} {floorRate,10:N0} {rate / floorRate,6:F2} memory +{ours.Max(o => o.Growth) / 1048576.0:F0} MiB, floor +{least.Max(o => o.Growth) / 1048576.0:F0} MiB");
    }

    private static async Task<(double Rate, long Growth)> ExportAsync(MeasuredProcess process, string path, int series)
    {
        var (before, peak) = (process.ResidentBytes(), 0L);
        using var timer = new Timer(_ => peak = Math.Max(peak, process.ResidentBytes()), null, 0, 25);
        var clock = Stopwatch.StartNew();
        await LoadGenerator.GetAsync(process.Client, path, null, new byte[1 << 16]);
        return (series * BenchmarkData.Areas * BenchmarkData.Years / clock.Elapsed.TotalSeconds, Math.Max(0, peak - before));
    }
}
