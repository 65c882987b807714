using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DataDiplomacy.Benchmarks;

/// <summary>A server under measurement: ours, or the floor.</summary>
public sealed class MeasuredProcess : IAsyncDisposable
{
    public const string AdminKey = "benchmark-admin-key";

    private readonly Process _process;

    private MeasuredProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = LoadGenerator.Connections }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
    }

    public HttpClient Client { get; }

    /// <summary>Our server as users start it, with its whole pipeline.</summary>
    public static Task<MeasuredProcess> StartServerAsync(BenchmarkOptions options) =>
        StartAsync("DataDiplomacy.Api.dll", [], options, "/health/live");

    public static Task<MeasuredProcess> StartFloorAsync(BenchmarkOptions options) =>
        StartAsync("DataDiplomacy.Benchmarks.dll", ["floor"], options, "/plaintext");

    /// <summary>Our routes without what stands before them.</summary>
    public static Task<MeasuredProcess> StartBareAsync(BenchmarkOptions options) =>
        StartAsync("DataDiplomacy.Benchmarks.dll", ["bare"], options, "/health/live");

    /// <summary>Runs a verb of our program to its end.</summary>
    public static async Task RunVerbAsync(BenchmarkOptions options, params IReadOnlyList<string> arguments)
    {
        using var process = Start("DataDiplomacy.Api.dll", arguments, options, "http://localhost:0");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
        }
    }

    /// <summary>Resident memory now, bytes (proc(5), /proc/pid/status, VmRSS).</summary>
    public long ResidentBytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.AsSpan("VmRSS:".Length, line.Length - "VmRSS:".Length - " kB".Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }

    /// <summary>Time that all its threads have had on processors, seconds: other programs on the machine lengthen it little.</summary>
    public double ProcessorSeconds()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<MeasuredProcess> StartAsync(string program, IReadOnlyList<string> arguments, BenchmarkOptions options, string ready)
    {
        var address = $"http://localhost:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        var process = Start(program, arguments, options, address);
        var server = new MeasuredProcess(process, new Uri(address));
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var response = await server.Client.GetAsync(ready);
                return server;
            }
            catch (HttpRequestException) when (!process.HasExited && waited.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(50);
            }
        }
    }

    private static Process Start(string program, IReadOnlyList<string> arguments, BenchmarkOptions options, string address)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            WorkingDirectory = options.Folder,
            Environment =
            {
                ["ASPNETCORE_URLS"] = address,
                ["Database__Provider"] = options.IsPostgres ? "Postgres" : "Sqlite",
                ["Database__ConnectionString"] = options.ConnectionString,
                ["Storage__Path"] = Path.Combine(options.Folder, "storage"),
                ["Access__BootstrapKey"] = AdminKey,
                ["Demo__Load"] = "false",
                // One address sends all requests: the limit is counted, and never reached.
                ["RateLimits__AnonymousPerMinute"] = "100000000",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
