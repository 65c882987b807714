using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Http;

/// <summary>A format that a route offers.</summary>
/// <param name="Name">Value of <c>format=</c>.</param>
/// <param name="MediaType">Value of Accept and Content-Type.</param>
public sealed record WireFormat(string Name, string MediaType)
{
    public static readonly WireFormat Json = new("json", "application/json");
    public static readonly WireFormat Csv = new("csv", "text/csv");
    public static readonly WireFormat Ndjson = new("ndjson", "application/x-ndjson");
    public static readonly WireFormat Svg = new("svg", "image/svg+xml");
    public static readonly WireFormat Text = new("text", "text/plain");
    public static readonly WireFormat Package = new("zip", "application/zip");
    public static readonly WireFormat AsKept = new("asKept", "*/*");
    public static readonly WireFormat Events = new("events", "text/event-stream");
}

/// <summary>Marks a route with the formats it offers, the default first; with none it gives what it keeps, in the type it has.</summary>
public sealed record OfferedFormats(IReadOnlyList<WireFormat> Formats);

public static class Negotiated
{
    public const string FormatParameter = "format";

    /// <summary>
    /// Refuses what no read of the group offers before its handler runs; a route that says nothing offers JSON.
    /// Writes are left alone: there <c>format</c> may name the layout of the body.
    /// </summary>
    public static RouteGroupBuilder RefuseUnknownFormats(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<HttpMethodMetadata>().Any(m => m.HttpMethods.Contains(HttpMethods.Get)) && endpoint.Metadata.OfType<OfferedFormats>().LastOrDefault() is not { Formats.Count: 0 })
            {
                endpoint.Metadata.Add(RouteDocs.Refusal(StatusCodes.Status406NotAcceptable));
            }
        });
        return group.AddEndpointFilter((context, next) =>
        {
            if (HttpMethods.IsGet(context.HttpContext.Request.Method) && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<OfferedFormats>() is not { Formats.Count: 0 })
            {
                Choose(context.HttpContext);
            }

            return next(context);
        });
    }

    public static TBuilder Offers<TBuilder>(this TBuilder builder, params WireFormat[] formats)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new OfferedFormats(formats));

    /// <summary>The format for this request: <c>format=</c> before Accept, the first offered when the caller has no wish.</summary>
    /// <exception cref="ProblemException">406 with the list of what is offered.</exception>
    public static WireFormat Choose(HttpContext http)
    {
        var offered = http.GetEndpoint()?.Metadata.GetMetadata<OfferedFormats>()?.Formats ?? [WireFormat.Json];
        if (offered.Count == 0)
        {
            return WireFormat.AsKept;
        }

        http.Response.Headers.Vary = HeaderNames.Accept;
        if (http.Request.Query[FormatParameter] is { Count: > 0 } wish)
        {
            return offered.FirstOrDefault(f => f.Name == wish.ToString()) ?? throw Refuse($"format={wish} is not offered here.", offered);
        }

        var accepted = http.Request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return http.Request.Headers.Accept.Count == 0 ? offered[0] : throw Refuse("The Accept header cannot be read.", offered);
        }

        foreach (var range in accepted.OrderByDescending(a => a.Quality ?? 1).Where(a => a.Quality != 0))
        {
            if (offered.FirstOrDefault(f => Matches(range, f)) is { } format)
            {
                return format;
            }
        }

        throw Refuse($"Accept: {http.Request.Headers.Accept} is not offered here.", offered);
    }

    private static bool Matches(MediaTypeHeaderValue range, WireFormat format) =>
        new MediaTypeHeaderValue(format.MediaType).IsSubsetOf(new MediaTypeHeaderValue(range.MediaType));

    private static ProblemException Refuse(string what, IReadOnlyList<WireFormat> offered) =>
        new(Problems.NotAcceptable, $"{what} Offered: {string.Join(", ", offered.Select(f => $"{f.MediaType} (format={f.Name})"))}.")
        {
            Suggestions = [.. offered.Select(f => f.MediaType)],
        };
}
