using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Access;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Http;

/// <summary>Strong entity tags (RFC 9110, section 8.8.3, 2022) that are known before the first byte of an answer, so that streams have one too.</summary>
public static class EntityTag
{
    // What most answers vary by, without making it anew.
    private const string OfMost = "Accept, Authorization, Accept-Encoding";

    // Another build may answer differently.
    private static readonly string Build = typeof(EntityTag).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>The tag, without quotes, of the answer to this request in this state: by build, caller, address, representation and coding.</summary>
    /// <exception cref="ProblemException">The format that the request asks for is not offered.</exception>
    public static string Of(HttpContext http, string state)
    {
        var representation = http.GetEndpoint()?.Metadata.GetMetadata<OfferedFormats>() is null && !http.Request.Path.StartsWithSegments("/v1")
            ? http.Request.Headers.Accept.ToString()
            : Negotiated.Choose(http).MediaType;
        var services = http.RequestServices;
        var coding = services.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(http)?.EncodingName;
        var caller = services.GetRequiredService<CurrentCaller>().Caller;
        var all = string.Join('\n', Build, state, caller.Identity, caller.Rights, http.Request.Path, http.Request.QueryString, representation, coding);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 16));
    }

    /// <summary>
    /// True when If-None-Match names the tag; the comparison is the weak one (section 13.1.2). <c>*</c> asks whether there is any answer at all,
    /// which is not known before it is made, and is taken as no match.
    /// </summary>
    public static bool IsKnown(HttpRequest request, string tag) => KnownTag(request, tag) is not null;

    /// <summary>The tag as If-None-Match wrote it; a revision may stand before it (<c>"r2-…"</c>). Null when it is not there.</summary>
    public static string? KnownTag(HttpRequest request, string tag) =>
        !EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known) ? null
            : known.Select(k => k.Tag.ToString()).FirstOrDefault(k => k == $"\"{tag}\"" || k.EndsWith($"-{tag}\"", StringComparison.Ordinal));

    /// <summary>
    /// For a thing that changes no more, read by a route that has no tag of its own: sets its tag, and says whether the caller has it already.
    /// </summary>
    public static bool IsUnchanged(HttpContext http, string thing)
    {
        var tag = Of(http, thing);
        SetHeaders(http, $"\"{tag}\"");
        return IsKnown(http.Request, tag);
    }

    /// <summary>Whoever keeps the answer asks each time whether it still holds; what a key gave is kept by nobody else.</summary>
    public static void SetHeaders(HttpContext http, string tag)
    {
        var headers = http.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = http.Request.Headers.Authorization.Count > 0 ? "private, no-cache" : "no-cache";
        headers.Vary = headers.Vary == HeaderNames.Accept ? OfMost : string.Join(", ", headers.GetCommaSeparatedValues(HeaderNames.Vary)
            .Union([HeaderNames.Accept, HeaderNames.Authorization, HeaderNames.AcceptEncoding], StringComparer.OrdinalIgnoreCase));
    }
}
