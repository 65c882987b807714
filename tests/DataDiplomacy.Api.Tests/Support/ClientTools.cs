using System.Diagnostics;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>The scripts of tests/clients/package.json.</summary>
public sealed class ClientTools
{
    private readonly string _folder = Path.Combine(Repository.Root, "tests", "clients");

    private readonly Lazy<Task<string>> _generated;

    public ClientTools() => _generated = new(GenerateAsync);

    /// <summary>How much was generated; made once, from nothing.</summary>
    public Task<string> Generated => _generated.Value;

    /// <summary>What a script wrote; it must end well.</summary>
    public async Task<string> RunAsync(string script, params string[] arguments)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(_folder, "node_modules")), "No tools for clients: run tests/clients/install, which needs Node and npm.");
        var start = new ProcessStartInfo("npm", ["run", "--silent", script, "--", .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Nothing about a run is told to anybody.
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("npm did not start.");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{script}: {await output}{await error}");
        return (await output).Trim();
    }

    private async Task<string> GenerateAsync()
    {
        await RunAsync("generate");
        var lines = Directory.GetFiles(Path.Combine(_folder, "generated"), "*.ts").Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} has {File.ReadLines(file).Count()} lines");
        return string.Join(", ", lines) + ", no error under strict";
    }
}
