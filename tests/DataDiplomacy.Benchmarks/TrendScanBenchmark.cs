using System.Diagnostics;
using System.Globalization;
using DataDiplomacy.Api;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Trends;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataDiplomacy.Benchmarks;

/// <summary>The trends of all keys of the set through a server, as NDJSON; and its parts alone, in this process, on one thread.</summary>
internal static class TrendScanBenchmark
{
    private const string Path = "/v1/trends/scan?dataset=benchmark&format=ndjson";

    public static async Task RunAsync(BenchmarkOptions options)
    {
        Directory.CreateDirectory(options.Folder);
        await ImportBenchmark.RunAsync(options);
        await MeasurePartsAsync(options);
        await using var server = await MeasuredProcess.StartServerAsync(options);
        var scans = new List<Scan>();
        for (var i = 0; i <= Report.Samples; i++)
        {
            scans.Add(await ScanAsync(server, options.Scale * BenchmarkData.Areas));
        }

        Scan cold = scans[0], warm = scans[1..].OrderBy(s => s.Whole).ElementAt(Report.Samples / 2);
        Report.Print($"scan, warm       {warm.Whole,6:F2} s: reading and computing {warm.First:F2} s, writing {warm.Whole - warm.First:F2} s; processor time {warm.Processor:F2} s; {warm.Keys / warm.Whole:N0} keys/s, {warm.Bytes / 1048576.0:F0} MiB");
        Report.Print($"scan, first      {cold.Whole,6:F2} s: reading and computing {cold.First:F2} s, writing {cold.Whole - cold.First:F2} s; processor time {cold.Processor:F2} s");
        Report.Print($"memory           first +{cold.Growth / 1048576.0:F0} MiB, at most +{scans.Max(s => s.Growth) / 1048576.0:F0} MiB in one of {scans.Count} scans, +{scans.Max(s => s.Peak - cold.Before) / 1048576.0:F0} MiB over all");
    }

    private static async Task<Scan> ScanAsync(MeasuredProcess server, int keys)
    {
        var (before, peak, worked, buffer) = (server.ResidentBytes(), 0L, server.ProcessorSeconds(), new byte[1 << 16]);
        using var timer = new Timer(_ => peak = Math.Max(peak, server.ResidentBytes()), null, 0, 25);
        var clock = Stopwatch.StartNew();
        using var response = await server.Client.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var (first, lines, bytes) = (clock.Elapsed.TotalSeconds, 0, 0L);
        for (int read; (read = await body.ReadAsync(buffer)) > 0;)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            bytes += read;
        }

        return lines == keys
            ? new Scan(first, clock.Elapsed.TotalSeconds, server.ProcessorSeconds() - worked, keys, bytes, before, peak)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{lines} trends came, {keys} keys are there."));
    }

    /// <summary>What reading costs without computing, and computing without reading.</summary>
    private static async Task MeasurePartsAsync(BenchmarkOptions options)
    {
        await using var app = Build(options);
        await using var scope = app.Services.CreateAsyncScope();
        var ids = (await SeriesAsync(app.Services)).Order().ToList();
        var (reading, computing) = (new List<double>(), new List<double>());
        for (var sample = 0; sample <= Report.Samples; sample++)
        {
            var (times, values, ends) = (new List<double>(), new List<double>(), new List<int>());
            var clock = Stopwatch.StartNew();
            await using (var reader = await scope.ServiceProvider.GetRequiredService<ObservationReaders>().OpenAsync(["benchmark"], CancellationToken.None))
            {
                foreach (var id in ids)
                {
                    await reader.ReadKeysAsync(id, null, CancellationToken.None);
                    await foreach (var points in reader.ReadPointsAsync(new SeriesSlice(id, "benchmark", 1), new ObservationFilter(), CancellationToken.None))
                    {
                        Keep(points, times, values, ends);
                    }
                }
            }

            reading.Add(clock.Elapsed.TotalSeconds);
            clock.Restart();
            Assess([.. times], [.. values], ends);
            computing.Add(clock.Elapsed.TotalSeconds);
        }

        Report.Print($"parts alone, one thread: reading {Report.Median(reading[1..]):F2} s, computing {Report.Median(computing[1..]):F2} s");
    }

    private static void Keep(IReadOnlyList<StoredPoint> points, List<double> times, List<double> values, List<int> ends)
    {
        for (var i = 0; i < points.Count; i++)
        {
            times.Add(TimePeriod.FromCode(points[i].Period).Year);
            values.Add(points[i].Value.GetValueOrDefault());
            if (i + 1 == points.Count || points[i + 1].Key != points[i].Key)
            {
                ends.Add(values.Count);
            }
        }
    }

    private static void Assess(double[] times, double[] values, List<int> ends)
    {
        var (start, found) = (0, 0);
        foreach (var end in ends)
        {
            found += TrendScreen.Assess(times.AsSpan(start, end - start), values.AsSpan(start, end - start)).P is null ? 0 : 1;
            start = end;
        }

        if (found == 0)
        {
            throw new InvalidOperationException("No trend could be tested.");
        }
    }

    private static async Task<List<int>> SeriesAsync(IServiceProvider services)
    {
        await using var connection = await services.GetRequiredService<Api.Data.IReadConnections>().OpenAsync(CancellationToken.None);
        await using var reader = await connection.ReadAsync("SELECT id FROM series WHERE dataset_id = 'benchmark'", [], false, CancellationToken.None);
        var ids = new List<int>();
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetInt32(0));
        }

        return ids;
    }

    private static WebApplication Build(BenchmarkOptions options)
    {
        var builder = ApiHost.CreateBuilder([
            $"--Database:Provider={(options.IsPostgres ? "Postgres" : "Sqlite")}", $"--Database:ConnectionString={options.ConnectionString}",
            $"--Storage:Path={System.IO.Path.Combine(options.Folder, "storage")}", "--Demo:Load=false"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        return builder.Build();
    }

    /// <summary>A scan: seconds to the first byte and to the last, and on processors, keys, bytes, resident memory before and at its peak.</summary>
    private sealed record Scan(double First, double Whole, double Processor, int Keys, long Bytes, long Before, long Peak)
    {
        public long Growth => Math.Max(0, Peak - Before);
    }
}
