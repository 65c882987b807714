using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DataDiplomacy.Api.Access;

namespace DataDiplomacy.Api.Http;

/// <summary>Section <c>RateLimits</c> of the settings; 0 means no limit.</summary>
public sealed record RateLimitOptions
{
    /// <summary>Requests of one address without a valid key, per minute.</summary>
    public int AnonymousPerMinute { get; init; } = 600;

    /// <summary>Requests of one key, or of one subject of tokens, per minute.</summary>
    public int KeyPerMinute { get; init; } = 6_000;
}

/// <summary>
/// Counts requests per minute, by key or by address, and says on each answer what is left (draft-ietf-httpapi-ratelimit-headers, version 10, 2025).
/// Who sends a key or token that does not work counts by address.
/// </summary>
public sealed class RateLimits(RequestDelegate next, RateLimitOptions options, RateWindows windows, TimeProvider time, Credentials credentials)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path;
        if (!path.StartsWithSegments("/v1") && !path.StartsWithSegments("/graphql"))
        {
            await next(http);
            return;
        }

        var (who, quota) = await WhoAsync(http);
        if (quota <= 0)
        {
            await next(http);
            return;
        }

        var window = new RateWindow(windows, who, quota, time.GetUtcNow());
        http.Features.Set(window);
        var isWithin = window.TryEnter();
        http.Response.OnStarting(() => Tell(http.Response, window));
        if (!isWithin)
        {
            throw window.Refusal();
        }

        await next(http);
    }

    private async Task<(string Who, int Quota)> WhoAsync(HttpContext http)
    {
        var caller = (await credentials.ReadAsync(http)).Caller;
        return caller.Role is not null
            ? (caller.Identity, options.KeyPerMinute)
            : (NetworkOf(http.Connection.RemoteIpAddress), options.AnonymousPerMinute);
    }

    /// <summary>An IPv4 address, or the /64 network of an IPv6 address, which as a rule is one subscriber's.</summary>
    private static string NetworkOf(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, 8)) : plain?.ToString() ?? "";
    }

    private static Task Tell(HttpResponse response, RateWindow window)
    {
        response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"default\";q={window.Quota};w={RateWindow.Seconds}");
        response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"default\";r={window.Left};t={window.SecondsLeft}");
        if (response.StatusCode == StatusCodes.Status429TooManyRequests)
        {
            response.Headers.RetryAfter = window.SecondsLeft.ToString(CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    }
}
