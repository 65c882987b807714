using System.Text.Json;

namespace DataDiplomacy.Benchmarks;

/// <summary>Measures the server against the floor: the same bytes by the least code, on the same machine, in turns.</summary>
public static class BenchmarkProgram
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["floor"]:
                await Floor.RunAsync();
                return 0;
            case ["bare"]:
                await BareServer.RunAsync();
                return 0;
            case ["ledger", .. var rest]:
                await LedgerBenchmark.RunAsync(BenchmarkOptions.Parse(rest));
                return 0;
            case ["provenance", .. var rest]:
                await ProvenanceBenchmark.RunAsync(BenchmarkOptions.Parse(rest));
                return 0;
            case ["trends", .. var rest]:
                TrendBenchmark.Run();
                await TrendScanBenchmark.RunAsync(BenchmarkOptions.Parse(rest));
                return 0;
            default:
                await MeasureAsync(BenchmarkOptions.Parse(args));
                return 0;
        }
    }

    private static async Task MeasureAsync(BenchmarkOptions options)
    {
        Directory.CreateDirectory(options.Folder);
        if (options.Scale == BenchmarkData.FullScale && BenchmarkData.Sha256(options.Scale) != BenchmarkData.FullSha256)
        {
            throw new InvalidOperationException("The rows are not those of the published set.");
        }

        await ImportBenchmark.RunAsync(options);
        await using var server = await MeasuredProcess.StartServerAsync(options);
        await using var floor = await MeasuredProcess.StartFloorAsync(options);
        await CheckSameBytesAsync(server, floor);
        await RouteBenchmark.RunAsync(options, server, floor);
        await ExportBenchmark.RunAsync(options, server, floor);
        if ("pipeline".Contains(options.Only, StringComparison.Ordinal))
        {
            await using var bare = await MeasuredProcess.StartBareAsync(options);
            await RouteBenchmark.RunPipelineAsync(options, server, bare);
        }
    }

    /// <summary>The floor must do the same work: items and rows of both are compared before anything is timed.</summary>
    private static async Task CheckSameBytesAsync(MeasuredProcess server, MeasuredProcess floor)
    {
        foreach (var route in BenchmarkRoute.All.Where(r => r.HasSameItems))
        {
            var (ours, least) = (await server.Client.GetStringAsync(route.Ours(1, 1)), await floor.Client.GetStringAsync(route.Floor(1, 1)));
            if (ItemsOf(ours) != ItemsOf(least))
            {
                throw new InvalidOperationException($"{route.Name}: the floor answers other items.\n{Begin(ItemsOf(ours))}\n{Begin(ItemsOf(least))}");
            }
        }

        var (csv, leastCsv) = (await server.Client.GetStringAsync(BenchmarkRoute.OurExport(1, 1)), await floor.Client.GetStringAsync(BenchmarkRoute.FloorExport(1, 1)));
        if (csv != leastCsv)
        {
            throw new InvalidOperationException($"export: the floor answers other rows.\n{Begin(csv)}\n{Begin(leastCsv)}");
        }
    }

    private static string Begin(string text) => text[..Math.Min(text.Length, 900)];

    private static string ItemsOf(string page)
    {
        using var document = JsonDocument.Parse(page);
        return document.RootElement.GetProperty("items").GetRawText();
    }
}
