using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using DataDiplomacy.Api;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataDiplomacy.Benchmarks;

/// <summary>
/// The ledger: durable appends by many clients that share transactions against one transaction each, in turns in one run, and the time of a proof out of a
/// long log. Both appends sign, encrypt, link and log the same events by the same code; only how many share a commit differs.
/// </summary>
public static class LedgerBenchmark
{
    private const int Clients = 64;
    private const int Samples = 5;
    private const int LongLog = 1_000_000;
    private const int Proofs = 500;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        Directory.CreateDirectory(options.Folder);
        await using var app = Build(options);
        await app.Services.GetRequiredService<DataSetup>().RunAsync(CancellationToken.None);
        await AppendAsync(app.Services, options);
        await ProveAsync(app.Services);
    }

    private static WebApplication Build(BenchmarkOptions options)
    {
        var builder = ApiHost.CreateBuilder([
            $"--Database:Provider={(options.IsPostgres ? "Postgres" : "Sqlite")}", $"--Database:ConnectionString={options.ConnectionString}",
            $"--Storage:Path={Path.Combine(options.Folder, "storage")}", "--Demo:Load=false"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        return builder.Build();
    }

    private static async Task AppendAsync(IServiceProvider services, BenchmarkOptions options)
    {
        var keys = services.GetRequiredService<RecordKeys>();
        var records = Enumerable.Range(0, Clients).Select(_ => "ev-" + Guid.CreateVersion7().ToString("N")).ToDictionary(id => id, keys.Create);
        var shared = Commands(services, new LedgerOptions());
        var alone = Commands(services, new LedgerOptions { MostInOneCommit = 1 });
        var (together, single) = (new List<double>(), new List<double>());
        for (var sample = 0; sample <= Samples; sample++)
        {
            together.Add(await RateAsync(shared, records, options.Seconds));
            single.Add(await RateAsync(alone, records, options.Seconds));
        }

        // The first of each warms up.
        var (ours, floor) = (Median(together.Skip(1)), Median(single.Skip(1)));
        Write($"durable appends, {Clients} clients: {ours:F0}/s together, {floor:F0}/s with one commit each, ratio {ours / floor:F1}");
    }

    private static LedgerCommands Commands(IServiceProvider services, LedgerOptions options) => ActivatorUtilities.CreateInstance<LedgerCommands>(services, options);

    private static async Task<double> RateAsync(LedgerCommands ledger, Dictionary<string, byte[]> records, double seconds)
    {
        var (clock, count) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(records.Select(record => Task.Run(async () =>
        {
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                await ledger.AppendAsync(new LedgerAppend
                {
                    RecordId = record.Key,
                    RecordKey = record.Value,
                    Actor = "actor-benchmark",
                    Events = [new(CustodyEventType.Copied, new Dictionary<string, JsonNode?> { ["reason"] = "benchmark" })],
                });
                Interlocked.Increment(ref count);
            }
        })));
        return count / clock.Elapsed.TotalSeconds;
    }

    private static async Task ProveAsync(IServiceProvider services)
    {
        var size = await FillAsync(services);
        await services.GetRequiredService<SealCommands>().SealAsync(CancellationToken.None);
        var queries = services.GetRequiredService<LedgerQueries>();
        var random = new Random(7);
        var times = new List<double>();
        for (var i = 0; i < Proofs; i++)
        {
            var clock = Stopwatch.StartNew();
            var proof = await queries.ProofAsync(random.NextInt64(size), CancellationToken.None) ?? throw new InvalidOperationException("There is no proof.");
            _ = proof.ToString();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        var sorted = times.Skip(10).Order().ToList();
        Write($"proof of a leaf of {size} entries: {Median(sorted):F2} ms median, {sorted[(int)(sorted.Count * 0.99)]:F2} ms at the 99th of 100, {sorted[^1]:F2} ms at most");
    }

    /// <summary>Leaves of the kind that events have; what is behind them does not matter to a proof.</summary>
    private static async Task<long> FillAsync(IServiceProvider services)
    {
        var contexts = services.GetRequiredService<IDbContextFactory<DataContext>>();
        await using var first = await contexts.CreateDbContextAsync();
        var next = await first.LogEntries.LongCountAsync();
        while (next < LongLog)
        {
            await using var context = await contexts.CreateDbContextAsync();
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = 0; i < 10_000; i++)
            {
                var commitment = System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(next));
                context.LogEntries.Add(LogEntry.Of(next++, LogEntry.OfCustody, commitment, DateTime.UnixEpoch.AddYears(60)));
            }

            await context.SaveChangesAsync();
        }

        return next;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
