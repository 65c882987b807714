using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace DataDiplomacy.Benchmarks;

/// <summary>
/// Walks of a graph of a million edges through a server, one request at a time: 25 layers of 16,000 things, each derived from some of the layer
/// before, one in ten of them from one of a few hubs. The graph is stated through the door, so that taking in is measured too.
/// </summary>
internal static class ProvenanceBenchmark
{
    private const int Layers = 25;
    private const int Width = 16_000;
    private const int Hubs = 40;
    private const int Walks = 300;
    private const int StatementsOfDocument = 10_000;
    private const string Place = "https://bench.example/";

    public static async Task RunAsync(BenchmarkOptions options)
    {
        Directory.CreateDirectory(options.Folder);
        await using var server = await MeasuredProcess.StartServerAsync(options);
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", MeasuredProcess.AdminKey);
        if (!await IsThereAsync(server.Client))
        {
            await LoadAsync(server.Client);
            // What was stated last must be older than the instant that walks are asked as of.
            await Task.Delay(TimeSpan.FromSeconds(3));
        }

        var random = new Random(7);
        var asOf = TimeProvider.System.GetUtcNow().AddSeconds(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        for (var round = 0; round < 2; round++)
        {
            Report.Print($"{(round == 0 ? "first pass" : "second pass, warm")}");
            await MeasureAsync("depth 5, both ways", Walks, () => WalkAsync(server.Client, Thing(random.Next(6, Layers - 6), random.Next(Hubs, Width)), "direction=both&depth=5"));
            await MeasureAsync("depth 5, as of", Walks, () => WalkAsync(server.Client, Thing(random.Next(6, Layers - 6), random.Next(Hubs, Width)), $"direction=both&depth=5&asOf={asOf}"));
            await MeasureAsync("depth 20, 1,000 nodes", Walks, () => WalkAsync(server.Client, Thing(Layers - 1, random.Next(Hubs, Width)), "depth=20"));
            await MeasureAsync("the same, as of", Walks, () => WalkAsync(server.Client, Thing(Layers - 1, random.Next(Hubs, Width)), $"depth=20&asOf={asOf}"));
            await MeasureAsync("biggest hub, down", 30, () => WalkAsync(server.Client, Thing(0, 0), "direction=downstream&depth=20"));
            await MeasureAsync("page 2 of the hub", 30, () => SecondPageAsync(server.Client));
            await MeasureAsync("unknown id", 100, async () => { using var answer = await server.Client.GetAsync($"/v1/provenance/{Uri.EscapeDataString(Place + Guid.NewGuid())}"); return (0, false); });
            await MeasureAsync("derivation, new thing", 100, () => StateAsync(server.Client, [($"{Place}new/{Guid.NewGuid()}", Thing(Layers - 1, random.Next(Width)))]));
            await MeasureAsync("derivation, circle check", 100, () => StateAsync(server.Client, [(Thing(Layers - 2, random.Next(Hubs, Width)), Thing(Layers - 4, random.Next(Hubs, Width)))]));
            await MeasureAsync("the same, far apart", 100, () => StateAsync(server.Client, [(Thing(Layers / 2, random.Next(Hubs, Width)), Thing(Layers / 2 - 1, random.Next(Hubs, Width)))]));
            await MeasureAsync("the same, against layers", 100, () => StateAsync(server.Client, [(Thing(Layers / 2 - 1, random.Next(Hubs, Width)), Thing(Layers / 2, random.Next(Hubs, Width)))]));
        }
    }

    private static string Thing(int layer, int number) => string.Create(CultureInfo.InvariantCulture, $"{Place}{layer}/{number}");

    private static async Task<bool> IsThereAsync(HttpClient client) =>
        (await client.GetAsync($"/v1/provenance/{Uri.EscapeDataString(Thing(Layers - 1, Width - 1))}?depth=1")).IsSuccessStatusCode;

    private static async Task LoadAsync(HttpClient client)
    {
        var (random, clock, edges) = (new Random(1), Stopwatch.StartNew(), 0);
        var batch = new List<(string, string)>();
        for (var layer = 1; layer < Layers; layer++)
        {
            for (var number = 0; number < Width; number++)
            {
                foreach (var parent in Parents(random))
                {
                    batch.Add((Thing(layer, number), Thing(layer - 1, parent)));
                }

                if (batch.Count < StatementsOfDocument && number + 1 < Width) continue;
                edges += batch.Count;
                await StateAsync(client, batch);
                batch.Clear();
            }
        }

        Report.Print($"taken in through the door: {edges:N0} derivations in documents of {StatementsOfDocument:N0}, {clock.Elapsed.TotalSeconds:F0} s, {edges / clock.Elapsed.TotalSeconds:N0}/s");
    }

    private static IEnumerable<int> Parents(Random random)
    {
        var parents = new HashSet<int>();
        var count = random.Next(10) < 6 ? 3 : 2;
        while (parents.Count < count)
        {
            parents.Add(random.Next(10) == 0 ? random.Next(Hubs) : random.Next(Width));
        }

        return parents;
    }

    private static async Task<(int Nodes, bool Partial)> StateAsync(HttpClient client, IReadOnlyList<(string Result, string Source)> derivations)
    {
        var records = derivations.Select((d, i) => $"\"_:d{i}\":{{\"prov:generatedEntity\":\"{d.Result}\",\"prov:usedEntity\":\"{d.Source}\"}}");
        using var body = new StringContent("{\"wasDerivedFrom\":{" + string.Join(",", records) + "}}", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/v1/provenance?handling=public", body);
        return answer.IsSuccessStatusCode ? (0, false) : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(int Nodes, bool Partial)> WalkAsync(HttpClient client, string thing, string query)
    {
        var graph = await GetAsync(client, thing, query);
        return (graph.GetProperty("nodes").GetArrayLength(), graph.GetProperty("partial").GetBoolean());
    }

    private static async Task<(int Nodes, bool Partial)> SecondPageAsync(HttpClient client)
    {
        const string Query = "direction=downstream&depth=20";
        var next = (await GetAsync(client, Thing(0, 0), Query)).GetProperty("next").GetString();
        return await WalkAsync(client, Thing(0, 0), $"{Query}&cursor={next}");
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string thing, string query)
    {
        using var answer = await client.GetAsync($"/v1/provenance/{Uri.EscapeDataString(thing)}?{query}");
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        return (await JsonDocument.ParseAsync(body)).RootElement;
    }

    private static async Task MeasureAsync(string name, int times, Func<Task<(int Nodes, bool Partial)>> act)
    {
        var (spent, nodes, partial) = (new List<double>(), new List<int>(), 0);
        for (var i = 0; i < times; i++)
        {
            var clock = Stopwatch.GetTimestamp();
            var (count, isPartial) = await act();
            spent.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            nodes.Add(count);
            partial += isPartial ? 1 : 0;
        }

        spent.Sort();
        Report.Print($"{name,-26} p50 {spent[times / 2],7:F1} ms  p95 {spent[times * 95 / 100],7:F1} ms  worst {spent[^1],7:F1} ms  nodes, median {nodes.Order().ElementAt(times / 2):N0}, most {nodes.Max():N0}; partial {partial}");
    }
}
