namespace DataDiplomacy.Api.Http;

/// <summary>
/// Has answers name their lineage in a Link header (PROV-AQ: Provenance Access and Query, W3C Working Group Note, 2013, section 3.1). Nothing is read
/// for it, so that tags and bytes stay as they are.
/// </summary>
public static class LineageLinks
{
    /// <summary>The relation from a thing to its provenance (PROV-AQ, section 3.1).</summary>
    public const string HasProvenance = "http://www.w3.org/ns/prov#has_provenance";

    /// <summary>The answers of the route are computed of data, and name their lineage where the request names the data.</summary>
    public static RouteHandlerBuilder LinksLineage(this RouteHandlerBuilder route, ComputedAnswer answer) => route.WithMetadata(answer).AddEndpointFilter((context, next) =>
    {
        var http = context.HttpContext;
        var values = http.Request.Query.Select(q => KeyValuePair.Create(q.Key, q.Value.ToString()));
        var request = new ComputedRequest(answer, http.Request.Path.Value?.Trim('/') ?? "", ComputedRequest.Telling(values));
        // Without asOf the answer rests on the newest state: that of now, so that the link means the same later.
        var now = Instants.Truncate(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        if (request.NamesData) http.LinkLineage(request.Pinned(Instants.TryParse(request.AsOf, out var asOf) ? asOf : now));
        return next(context);
    });

    /// <summary>Names the lineage of an answer.</summary>
    /// <param name="http">The answer.</param>
    /// <param name="id">What it is: an IRI without the base, or an id that has a lineage.</param>
    public static void LinkLineage(this HttpContext http, string id) =>
        http.Response.Headers.Append("Link", $"</v1/provenance/{Uri.EscapeDataString(id)}>; rel=\"{HasProvenance}\"");
}
