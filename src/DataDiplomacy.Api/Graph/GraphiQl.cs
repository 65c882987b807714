using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Graph;

/// <summary>The page for trying queries by hand. Its files are in the assembly: it works offline, published or hosted by a test.</summary>
public static class GraphiQl
{
    // No script and no style but our own files, no other host, no frame. The hash is the one style its dialogs add to the page.
    private const string Policy = "default-src 'none'; script-src 'self'; img-src 'self' data:; "
        + "style-src 'self' 'sha256-nzTgYzXYDNe6BAHiiI7NNlfK8n/auuOAhh2t92YvuXo='; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Page = "index.html";

    private static readonly Dictionary<string, string> TypeOfFile = new(StringComparer.Ordinal)
    {
        [Page] = "text/html; charset=utf-8",
        ["start.css"] = "text/css; charset=utf-8",
        ["start.js"] = "text/javascript; charset=utf-8",
        ["graphiql.min.css"] = "text/css; charset=utf-8",
        ["graphiql.min.js"] = "text/javascript; charset=utf-8",
        ["react.production.min.js"] = "text/javascript; charset=utf-8",
        ["react-dom.production.min.js"] = "text/javascript; charset=utf-8",
        ["LICENSE-graphiql.txt"] = "text/plain; charset=utf-8",
        ["LICENSE-react.txt"] = "text/plain; charset=utf-8",
    };

    // A deterministic build has the same id exactly when it has the same files.
    private static readonly string Build = typeof(GraphiQl).Module.ModuleVersionId.ToString("N");

    public static IEndpointConventionBuilder MapGraphiQl(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/graphiql");
        group.MapGet("", ServePage);
        group.MapGet("/{file}", ServeFile);
        return group.ExcludeFromDescription();
    }

    // The page names its files relative to the address without a slash at the end.
    private static Results<FileStreamHttpResult, NotFound, RedirectHttpResult> ServePage(HttpContext http)
    {
        var request = http.Request;
        if (request.Path.Value?.EndsWith('/') == true) return TypedResults.Redirect($"{request.PathBase}{request.Path.Value.TrimEnd('/')}", permanent: true);
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Open(http, Page) is { } page ? page : TypedResults.NotFound();
    }

    private static Results<FileStreamHttpResult, NotFound> ServeFile(HttpContext http, string file) =>
        Open(http, file) is { } found ? found : TypedResults.NotFound();

    private static FileStreamHttpResult? Open(HttpContext http, string file)
    {
        if (!TypeOfFile.TryGetValue(file, out var type)) return null;
        if (typeof(GraphiQl).Assembly.GetManifestResourceStream($"graphiql/{file}") is not { } content) return null;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Stream(content, type, entityTag: new EntityTagHeaderValue($"\"{Build}\""));
    }
}
