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
        var (code, output, error) = await EndAsync(script, arguments);
        code.ShouldBe(0, $"{script}: {output}{error}");
        return output;
    }

    /// <summary>What a script wrote that must find something wrong, and say so by its exit code.</summary>
    public async Task<string> RefusedAsync(string script, params string[] arguments)
    {
        var (code, output, error) = await EndAsync(script, arguments);
        code.ShouldBe(1, $"{script}: {output}{error}");
        return output;
    }

    private async Task<(int Code, string Output, string Error)> EndAsync(string script, string[] arguments)
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
        return (process.ExitCode, (await output).Trim(), await error);
    }

    private async Task<string> GenerateAsync()
    {
        await RunAsync("generate");
        var lines = Directory.GetFiles(Path.Combine(_folder, "generated"), "*.ts").Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} has {File.ReadLines(file).Count()} lines");
        return string.Join(", ", lines) + ", no error under strict";
    }
}
