using System.Diagnostics;
using System.Net;

namespace DataDiplomacy.Benchmarks;

/// <summary>What one sample measured.</summary>
/// <param name="RequestsPerSecond">Answers read to their end, per second.</param>
/// <param name="P50">Median latency, milliseconds.</param>
/// <param name="P95">95th percentile, milliseconds.</param>
/// <param name="P99">99th percentile, milliseconds.</param>
public sealed record Sample(double RequestsPerSecond, double P50, double P95, double P99);

/// <summary>What is asked of a server.</summary>
/// <param name="Client">The server.</param>
/// <param name="PathOf">Path of the n-th request.</param>
/// <param name="TagOf">The tag that the n-th request has already.</param>
public sealed record Load(HttpClient Client, Func<int, string> PathOf, Func<int, string?>? TagOf = null);

/// <summary>Asks a server as fast as it answers over a fixed number of connections.</summary>
public static class LoadGenerator
{
    public const int Connections = 16;

    public static async Task<Sample> RunAsync(Load load, double seconds)
    {
        var clock = Stopwatch.StartNew();
        var number = 0;
        var workers = Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            var (latencies, buffer) = (new List<double>(10_000), new byte[64 * 1024]);
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                var start = Stopwatch.GetTimestamp();
                var n = Interlocked.Increment(ref number);
                await GetAsync(load.Client, load.PathOf(n), load.TagOf?.Invoke(n), buffer);
                latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return latencies;
        }));
        var all = (await Task.WhenAll(workers)).SelectMany(l => l).Order().ToList();
        return new Sample(all.Count / clock.Elapsed.TotalSeconds, Percentile(all, 0.5), Percentile(all, 0.95), Percentile(all, 0.99));
    }

    /// <summary>Reads an answer to its end and gives its length; anything but success, or 304 when a tag was sent, ends the run.</summary>
    public static async Task<long> GetAsync(HttpClient client, string path, string? tag, byte[] buffer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (tag is null ? !response.IsSuccessStatusCode : response.StatusCode != HttpStatusCode.NotModified)
        {
            throw new HttpRequestException($"{path} answered {response.StatusCode}.");
        }

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
