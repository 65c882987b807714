using System.Diagnostics;

namespace DataDiplomacy.Benchmarks;

/// <summary>What one sample measured.</summary>
/// <param name="RequestsPerSecond">Answers read to their end, per second.</param>
/// <param name="P50">Median latency, milliseconds.</param>
/// <param name="P95">95th percentile, milliseconds.</param>
/// <param name="P99">99th percentile, milliseconds.</param>
public sealed record Sample(double RequestsPerSecond, double P50, double P95, double P99);

/// <summary>Asks a server as fast as it answers over a fixed number of connections.</summary>
public static class LoadGenerator
{
    public const int Connections = 16;

    /// <param name="client">The server.</param>
    /// <param name="pathOf">Path of the n-th request.</param>
    /// <param name="seconds">How long.</param>
    public static async Task<Sample> RunAsync(HttpClient client, Func<int, string> pathOf, double seconds)
    {
        var clock = Stopwatch.StartNew();
        var number = 0;
        var workers = Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            var (latencies, buffer) = (new List<double>(10_000), new byte[64 * 1024]);
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                var start = Stopwatch.GetTimestamp();
                await GetAsync(client, pathOf(Interlocked.Increment(ref number)), buffer);
                latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return latencies;
        }));
        var all = (await Task.WhenAll(workers)).SelectMany(l => l).Order().ToList();
        return new Sample(all.Count / clock.Elapsed.TotalSeconds, Percentile(all, 0.5), Percentile(all, 0.95), Percentile(all, 0.99));
    }

    /// <summary>Reads an answer to its end and gives its length; anything but success ends the run.</summary>
    public static async Task<long> GetAsync(HttpClient client, string path, byte[] buffer)
    {
        using var response = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var length = 0L;
        for (int read; (read = await body.ReadAsync(buffer)) > 0;)
        {
            length += read;
        }

        return length;
    }

    private static double Percentile(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[(int)(share * (sorted.Count - 1))];
}
