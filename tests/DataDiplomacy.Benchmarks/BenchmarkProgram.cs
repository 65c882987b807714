using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace DataDiplomacy.Benchmarks;

/// <summary>Measures the server against the floor: the same bytes by the least code, on the same machine, in turns.</summary>
public static class BenchmarkProgram
{
    private const int Samples = 5;
    private const int ExportedSeries = 100;
    private const string Dataset = "benchmark";
    private const string Mapping = """{"series":"series","area":"area","period":"year","value":"value","status":"status"}""";

    public static async Task<int> Main(string[] args)
    {
        if (args is ["floor"])
        {
            await Floor.RunAsync();
            return 0;
        }

        var options = BenchmarkOptions.Parse(args);
        Directory.CreateDirectory(options.Folder);
        if (options.Scale == BenchmarkData.FullScale && BenchmarkData.Sha256(options.Scale) != BenchmarkData.FullSha256)
        {
            throw new InvalidOperationException("The rows are not those of the published set.");
        }

        await using var server = await MeasuredProcess.StartServerAsync(options);
        await using var floor = await MeasuredProcess.StartFloorAsync(options);
        await ImportAsync(options, server);
        await CheckSameBytesAsync(server, floor);
        await MeasureRoutesAsync(options, server, floor);
        await MeasureExportAsync(options, server, floor);
        return 0;
    }

    /// <summary>Imports once; the same folder or database is measured again.</summary>
    private static async Task ImportAsync(BenchmarkOptions options, MeasuredProcess server)
    {
        using var admin = new HttpClient { BaseAddress = server.Client.BaseAddress };
        admin.DefaultRequestHeaders.Authorization = new("Bearer", MeasuredProcess.AdminKey);
        using var registered = await admin.PostAsJsonAsync("/v1/datasets", new
        {
            id = Dataset,
            title = "Benchmark",
            sourceKind = "officialStatistics",
            licence = "CC0-1.0",
            redistribution = "open",
            handling = "public",
        });
        if (!registered.IsSuccessStatusCode)
        {
            return;
        }

        var file = Path.Combine(options.Folder, "observations.csv");
        await BenchmarkData.WriteAsync(file, options.Scale);
        var clock = Stopwatch.StartNew();
        await MeasuredProcess.RunVerbAsync(options, "import", "--dataset", Dataset, "--format", "csv", "--mapping", Mapping, file);
        var rows = options.Scale * BenchmarkData.Areas * BenchmarkData.Years;
        Print($"import of {rows:N0} rows by the command line, start of the program included: {clock.Elapsed.TotalSeconds:F1} s, {rows / clock.Elapsed.TotalSeconds:N0} rows/s");
    }

    /// <summary>The floor must do the same work: items and rows of both are compared before anything is timed.</summary>
    private static async Task CheckSameBytesAsync(MeasuredProcess server, MeasuredProcess floor)
    {
        foreach (var route in BenchmarkRoute.All)
        {
            var (ours, least) = (await server.Client.GetStringAsync(route.Ours(1, 1)), await floor.Client.GetStringAsync(route.Floor(1, 1)));
            if (route.Name is "cross-section" or "single series" or "page" && ItemsOf(ours) != ItemsOf(least))
            {
                throw new InvalidOperationException($"{route.Name}: the floor answers other items.\n{ItemsOf(ours)[..900]}\n{ItemsOf(least)[..900]}");
            }
        }

        var (csv, leastCsv) = (await server.Client.GetStringAsync(BenchmarkRoute.OurExport(1, 1)), await floor.Client.GetStringAsync(BenchmarkRoute.FloorExport(1, 1)));
        if (csv != leastCsv)
        {
            throw new InvalidOperationException($"export: the floor answers other rows.\n{csv[..900]}\n{leastCsv[..900]}");
        }
    }

    private static string ItemsOf(string page)
    {
        using var document = JsonDocument.Parse(page);
        return document.RootElement.GetProperty("items").GetRawText();
    }

    private static async Task MeasureRoutesAsync(BenchmarkOptions options, MeasuredProcess server, MeasuredProcess floor)
    {
        Print($"{"route",-16} {"ours rps",10} {"floor rps",10} {"ratio",6} {"ours p50/p95/p99 ms",22} {"floor p50/p99 ms",18}");
        foreach (var route in BenchmarkRoute.All.Where(r => r.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            string Ours(int n) => route.Ours(1 + (n * 37 % options.Scale), 1 + (n / options.Scale % BenchmarkData.Areas));
            string Least(int n) => route.Floor(1 + (n * 37 % options.Scale), 1 + (n / options.Scale % BenchmarkData.Areas));
            var (ours, least) = (new List<Sample>(), new List<Sample>());
            for (var i = 0; i <= Samples; i++)
            {
                ours.Add(await LoadGenerator.RunAsync(server.Client, Ours, options.Seconds));
                least.Add(await LoadGenerator.RunAsync(floor.Client, Least, options.Seconds));
            }

            // The first of each only warmed up.
            Print(route.Name, Median(ours[1..]), Median(least[1..]));
        }
    }

    private static async Task MeasureExportAsync(BenchmarkOptions options, MeasuredProcess server, MeasuredProcess floor)
    {
        if (!"export".Contains(options.Only, StringComparison.Ordinal))
        {
            return;
        }

        var count = Math.Min(ExportedSeries, options.Scale);
        var (ours, least) = (new List<(double Rate, long Growth)>(), new List<(double Rate, long Growth)>());
        for (var i = 0; i <= Samples; i++)
        {
            ours.Add(await ExportAsync(server, BenchmarkRoute.OurExport(1, count), count));
            least.Add(await ExportAsync(floor, BenchmarkRoute.FloorExport(1, count), count));
        }

        var (rate, floorRate) = (Median([.. ours[1..].Select(o => o.Rate)]), Median([.. least[1..].Select(o => o.Rate)]));
        Print($"export, rows/s   {rate,10:N0} {floorRate,10:N0} {rate / floorRate,6:F2} memory +{ours.Max(o => o.Growth) / 1048576.0:F0} MiB, floor +{least.Max(o => o.Growth) / 1048576.0:F0} MiB");
    }

    private static async Task<(double Rate, long Growth)> ExportAsync(MeasuredProcess process, string path, int series)
    {
        var (before, peak) = (process.ResidentBytes(), 0L);
        using var timer = new Timer(_ => peak = Math.Max(peak, process.ResidentBytes()), null, 0, 25);
        var clock = Stopwatch.StartNew();
        await LoadGenerator.GetAsync(process.Client, path, new byte[1 << 16]);
        return (series * BenchmarkData.Areas * BenchmarkData.Years / clock.Elapsed.TotalSeconds, Math.Max(0, peak - before));
    }

    private static Sample Median(IReadOnlyList<Sample> samples) => samples.OrderBy(s => s.RequestsPerSecond).ElementAt(samples.Count / 2);

    private static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Print(string route, Sample ours, Sample floor) => Print(
        $"{route,-16} {ours.RequestsPerSecond,10:N0} {floor.RequestsPerSecond,10:N0} {ours.RequestsPerSecond / floor.RequestsPerSecond,6:F2} {$"{ours.P50:F1}/{ours.P95:F1}/{ours.P99:F1}",22} {$"{floor.P50:F1}/{floor.P99:F1}",18}");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
