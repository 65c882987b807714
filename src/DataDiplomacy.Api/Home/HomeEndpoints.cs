using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Home;

/// <summary><c>GET /</c>: the first questions with their live answers, for whoever opens the server in a browser.</summary>
public static class HomeEndpoints
{
    // Scripts and styles come from this server only; the trend picture is an image of it.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["index.html"] = "text/html; charset=utf-8",
        ["home.css"] = "text/css; charset=utf-8",
        ["home.js"] = "text/javascript; charset=utf-8",
        ["mark.svg"] = "image/svg+xml",
    };

    public static void Map(WebApplication app)
    {
        app.MapGet("/", (HttpContext http) => Page(http, "index.html")).ExcludeFromDescription().OpenToAll();
        app.MapGet("/home/{file}", (HttpContext http, string file) => Page(http, file)).ExcludeFromDescription().OpenToAll();
    }

    private static IResult Page(HttpContext http, string file)
    {
        if (!Types.TryGetValue(file, out var type) || typeof(HomeEndpoints).Assembly.GetManifestResourceStream($"home/{file}") is not { } stream)
        {
            throw new ProblemException(Problems.NotFound, $"There is no page {http.Request.Path}.");
        }

        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Stream(stream, type);
    }
}
