using DataDiplomacy.Api.Access;

namespace DataDiplomacy.Api.Http;

/// <summary>Swagger UI, with a page and a start of our own: what Swashbuckle writes makes functions from strings, which no policy should allow.</summary>
public static class SwaggerPage
{
    public static void UseSwaggerPage(this WebApplication app)
    {
        app.MapGet("/swagger/start.js", (HttpContext http) => File(http, "start.js", "text/javascript; charset=utf-8")).ExcludeFromDescription().OpenToAll();
        app.MapGet("/swagger/start.css", (HttpContext http) => File(http, "start.css", "text/css; charset=utf-8")).ExcludeFromDescription().OpenToAll();
        app.UseSwaggerUI(o => o.IndexStream = () => Open("index.html"));
    }

    private static IResult File(HttpContext http, string name, string type)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Stream(Open(name), type);
    }

    private static Stream Open(string name) =>
        typeof(SwaggerPage).Assembly.GetManifestResourceStream($"swagger/{name}") ?? throw new InvalidOperationException($"The program lacks its file swagger/{name}.");
}
