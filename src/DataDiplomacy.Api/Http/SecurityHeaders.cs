namespace DataDiplomacy.Api.Http;

/// <summary>Tells browsers to take answers for what they say they are, and to run nothing from them; pages have policies of their own.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    // A picture carries its styles in itself.
    private const string PicturePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    // No script and no style but our own files, no other host, no frame. Icons of Swagger UI are data addresses in its styles.
    private const string SwaggerPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() => Set(http));
        return next(http);
    }

    private static Task Set(HttpContext http)
    {
        var (headers, path) = (http.Response.Headers, http.Request.Path);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = IsData(path) ? "cross-origin" : "same-origin";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = path.StartsWithSegments("/swagger") ? SwaggerPolicy
                : headers.ContentType.ToString().StartsWith(WireFormat.Svg.MediaType, StringComparison.Ordinal) ? PicturePolicy
                : DataPolicy;
        }

        return Task.CompletedTask;
    }

    private static bool IsData(PathString path) =>
        path.StartsWithSegments("/v1") || path.StartsWithSegments("/graphql") || path.StartsWithSegments("/openapi") || path.StartsWithSegments("/health");
}
