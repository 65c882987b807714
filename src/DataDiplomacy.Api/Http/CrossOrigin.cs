using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Http;

/// <summary>Section <c>Cors</c> of the settings.</summary>
public sealed record CorsOptions
{
    /// <summary>Origins whose pages may write here, such as <c>https://desk.example.org</c>.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];
}

/// <summary>
/// Lets pages of any origin read, and ask by POST where nothing is stored (Fetch standard, "CORS protocol"); other methods are for the configured
/// origins. Errors are readable too. There are no cookies here, so that a page can only use a key that it was given.
/// </summary>
public sealed class CrossOrigin(RequestDelegate next, CorsOptions options)
{
    private const string Reads = "GET, HEAD, OPTIONS";
    private const string Asks = "GET, HEAD, OPTIONS, POST";
    private const string Writes = "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE";
    private const string Sent = "Accept, Authorization, Content-Type, Data-Purpose, Idempotency-Key, If-Match, If-None-Match";
    private const string Exposed = "ETag, Location, Link, RateLimit, RateLimit-Policy, Retry-After, Idempotency-Replayed";

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Headers.Origin is not [{ Length: > 0 } origin])
        {
            return next(http);
        }

        var methods = MethodsFor(http.Request.Path, origin);
        if (HttpMethods.IsOptions(http.Request.Method) && http.Request.Headers.AccessControlRequestMethod.Count > 0)
        {
            Allow(http.Response.Headers);
            http.Response.Headers.AccessControlAllowMethods = methods;
            http.Response.Headers.AccessControlAllowHeaders = Sent;
            http.Response.Headers.AccessControlMaxAge = "7200";
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        if (methods.Split(", ").Contains(http.Request.Method, StringComparer.OrdinalIgnoreCase))
        {
            // When an error is written, what was set before is gone.
            http.Response.OnStarting(() =>
            {
                Allow(http.Response.Headers);
                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    private static void Allow(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = Exposed;
    }

    private string MethodsFor(PathString path, string origin) =>
        options.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase) ? Writes
            : path.StartsWithSegments("/graphql") || path.StartsWithSegments("/v1/statistics") ? Asks
            : Reads;
}
