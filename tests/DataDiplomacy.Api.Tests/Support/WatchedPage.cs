using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>A page, and what a reader of it would not see: errors of its scripts, what its policy stopped, requests that failed or left the server.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _faults = new();

    private WatchedPage(IPage page) => Page = page;

    public IPage Page { get; }

    public IReadOnlyList<string> Faults => [.. _faults];

    public static async Task<WatchedPage> OpenAsync(IPage page, Uri address)
    {
        var watched = new WatchedPage(page);
        watched.Watch(address.GetLeftPart(UriPartial.Authority));
        // A page can hide an error from the console, but not that its policy was violated (CSP 3, section 5.1).
        await page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))");
        await page.GotoAsync(address.ToString());
        return watched;
    }

    /// <summary>Waits for a fault that a reader could still miss: the page tells of it after what caused it is over.</summary>
    public async Task UntilFaultAsync(string part)
    {
        for (var tries = 0; tries < 100 && !Faults.Any(f => f.Contains(part, StringComparison.Ordinal)); tries++)
            await Task.Delay(50);
        Faults.ShouldContain(f => f.Contains(part, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private void Watch(string origin)
    {
        Page.Console += (_, message) => Note(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        Page.PageError += (_, error) => Note(true, $"script: {error}");
        Page.RequestFailed += (_, request) => Note(true, $"failed: {request.Url} {request.Failure}");
        Page.Response += (_, response) => Note(response.Status >= 400, $"{response.Status}: {response.Url}");
        Page.Request += (_, request) => Note(!IsOfServer(request.Url, origin), $"elsewhere: {request.Url}");
    }

    private static bool IsOfServer(string url, string origin) =>
        url.StartsWith(origin + "/", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal);

    private void Note(bool isFault, string fault)
    {
        if (isFault)
            _faults.Enqueue(fault);
    }
}
