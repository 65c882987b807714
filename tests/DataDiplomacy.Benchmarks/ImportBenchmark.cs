using System.Diagnostics;
using System.Net.Http.Json;

namespace DataDiplomacy.Benchmarks;

/// <summary>Imports the rows by the command line, once for a folder, beside a floor that parses the same file.</summary>
internal static class ImportBenchmark
{
    private const string Dataset = "benchmark";
    private const string Mapping = """{"series":"series","area":"area","period":"year","value":"value","status":"status"}""";

    public static async Task RunAsync(BenchmarkOptions options)
    {
        if (!await RegisterAsync(options))
        {
            return;
        }

        var file = Path.Combine(options.Folder, "observations.csv");
        await BenchmarkData.WriteAsync(file, options.Scale);
        var floor = new List<double> { await FloorImport.RunAsync(options, file) };
        var clock = Stopwatch.StartNew();
        await MeasuredProcess.RunVerbAsync(options, "import", "--dataset", Dataset, "--format", "csv", "--mapping", Mapping, file);
        var ours = clock.Elapsed.TotalSeconds;
        floor.Add(await FloorImport.RunAsync(options, file));
        var (rows, least) = (options.Scale * BenchmarkData.Areas * BenchmarkData.Years, floor.Min());
        Report.Print($"import of {rows:N0} rows by the command line, start of the program included: {ours:F1} s, {rows / ours:N0} rows/s; floor {least:F1} s, {rows / least:N0} rows/s; ratio {least / ours:F2}");
    }

    /// <summary>False when the folder or database has the data set, and so its rows, already.</summary>
    private static async Task<bool> RegisterAsync(BenchmarkOptions options)
    {
        await using var server = await MeasuredProcess.StartServerAsync(options);
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
        return registered.IsSuccessStatusCode;
    }
}
