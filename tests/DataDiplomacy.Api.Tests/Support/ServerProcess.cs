using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>The server as a process of its own, as users start it: for what only a process shows, such as its memory.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>The program under test; TEST_SERVER names another build of it, such as a published one.</summary>
    private static readonly string Program = Environment.GetEnvironmentVariable("TEST_SERVER") is { Length: > 0 } given ? given : typeof(Program).Assembly.Location;

    private readonly Process _process;

    private ServerProcess(Process process, HttpClient admin) => (_process, Admin) = (process, admin);

    public HttpClient Admin { get; }

    /// <summary>From the start of the process to the first 200 of /health/ready.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>A server that is ready.</summary>
    public static async Task<ServerProcess> StartAsync(TestDatabase database)
    {
        var starting = Stopwatch.StartNew();
        var url = $"http://localhost:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        var process = Start(database, url);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var client = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", ApiFactory.AdminKey);
        var server = new ServerProcess(process, client);
        await server.UntilReadyAsync();
        server.ReadyAfter = starting.Elapsed;
        return server;
    }

    /// <summary>Runs a verb of the program to its end.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(TestDatabase database, params string[] arguments)
    {
        using var process = Start(database, "http://localhost:0", arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Resident memory now, bytes (proc(5), /proc/pid/status, VmRSS).</summary>
    public long ResidentBytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.AsSpan("VmRSS:".Length, line.Length - "VmRSS:".Length - " kB".Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }

    /// <summary>Ends it at once (SIGKILL); requests that run see their connections break.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end (SIGTERM); its exit code when it has.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await KillAsync();
        _process.Dispose();
    }

    private static Process Start(TestDatabase database, string url, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = database.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = url,
                ["Database__Provider"] = database.Provider.ToString(),
                ["Database__ConnectionString"] = database.ConnectionString,
                ["Storage__Path"] = database.Storage,
                ["Access__BootstrapKey"] = ApiFactory.AdminKey,
                ["Demo__Load"] = "false",
                // A server that is killed in a second has no use for what the compiler would learn about it.
                ["DOTNET_TieredPGO"] = "0",
            },
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    private async Task UntilReadyAsync()
    {
        var waiting = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            if (_process.HasExited || waiting.Elapsed > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException("The server did not become ready.");
            await Task.Delay(10);
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await Admin.GetAsync("/health/ready");
            return response.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // It does not listen yet.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
