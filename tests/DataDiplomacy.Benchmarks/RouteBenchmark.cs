namespace DataDiplomacy.Benchmarks;

/// <summary>Requests per second of the routes, ours and the peer's in turns.</summary>
internal static class RouteBenchmark
{
    public static async Task RunAsync(BenchmarkOptions options, MeasuredProcess server, MeasuredProcess floor)
    {
        Report.Header("floor");
        foreach (var route in BenchmarkRoute.All.Where(r => r.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            await CompareAsync(route.Name, options, new Load(server.Client, n => route.Ours(IndicatorOf(n, options), AreaOf(n, options))),
                new Load(floor.Client, n => route.Floor(IndicatorOf(n, options), AreaOf(n, options))));
        }

        if ("304".Contains(options.Only, StringComparison.Ordinal))
        {
            var known = new KnownPages(server.Client, Math.Min(options.Scale, 100));
            await known.ReadAsync();
            await CompareAsync("304 by tag", options, new Load(server.Client, known.PathOf, known.TagOf), new Load(floor.Client, _ => "/plaintext"));
        }
    }

    /// <summary>The same routes of the same program, with and without what stands before them.</summary>
    public static async Task RunPipelineAsync(BenchmarkOptions options, MeasuredProcess server, MeasuredProcess bare)
    {
        Report.Header("bare");
        foreach (var route in BenchmarkRoute.All.Where(r => r.HasSameItems))
        {
            string PathOf(int n) => route.Ours(IndicatorOf(n, options), AreaOf(n, options));
            await CompareAsync(route.Name, options, new Load(server.Client, PathOf), new Load(bare.Client, PathOf));
        }
    }

    private static async Task CompareAsync(string name, BenchmarkOptions options, Load ours, Load peer)
    {
        var (mine, others) = (new List<Sample>(), new List<Sample>());
        for (var i = 0; i <= Report.Samples; i++)
        {
            mine.Add(await LoadGenerator.RunAsync(ours, options.Seconds));
            others.Add(await LoadGenerator.RunAsync(peer, options.Seconds));
        }

        // The first of each only warmed up.
        Report.Print(name, Report.Median(mine[1..]), Report.Median(others[1..]));
    }

    private static int IndicatorOf(int n, BenchmarkOptions options) => 1 + (n * 37 % options.Scale);

    private static int AreaOf(int n, BenchmarkOptions options) => 1 + (n / options.Scale % BenchmarkData.Areas);

    /// <summary>Pages that the client has already, with their tags.</summary>
    private sealed class KnownPages(HttpClient client, int count)
    {
        private readonly string[] _tags = new string[count];

        public async Task ReadAsync()
        {
            for (var i = 0; i < count; i++)
            {
                using var response = await client.GetAsync(PathOf(i));
                _tags[i] = response.Headers.ETag?.ToString() ?? throw new InvalidOperationException("The answer has no tag.");
            }
        }

        public string PathOf(int n) => $"/v1/observations?series={BenchmarkData.Series(1 + (n % count))}&limit=1000";

        public string? TagOf(int n) => _tags[n % count];
    }
}
