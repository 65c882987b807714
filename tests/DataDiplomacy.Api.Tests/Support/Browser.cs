using Microsoft.Playwright;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>An installed chromium without a window, begun on first use. It is never fetched: Debian has it (apt-get install chromium), or TEST_BROWSER names one.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Missing = "No browser: install chromium (apt-get install chromium), or name a program in TEST_BROWSER.";

    // What a browser would do by itself is off: each request that is seen comes from the page.
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    // Ample, since all tests may run at once on few cores; nothing waits longer than it must.
    private const int PatienceMilliseconds = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A page in a profile of its own, that remembers what went wrong on it. Without a browser the test is skipped, under CI it fails.</summary>
    public async Task<WatchedPage> OpenAsync(Uri address, int width = 1280)
    {
        var program = FindProgram();
        if (program is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Missing);
            Assert.Fail(Missing);
        }

        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Quiet, Timeout = PatienceMilliseconds });
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        page.SetDefaultTimeout(PatienceMilliseconds);
        return await WatchedPage.OpenAsync(page, address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? FindProgram()
    {
        if (Environment.GetEnvironmentVariable("TEST_BROWSER") is { Length: > 0 } given) return given;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
