using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Graph;

/// <summary>Chooses the media type of the answer. GraphQL over HTTP (working draft 2025), section "Accept".</summary>
public static class GraphNegotiation
{
    public const string Response = "application/graphql-response+json";
    public const string Legacy = MediaTypeNames.Application.Json;

    public static IReadOnlyList<string> Offered { get; } = [Response, Legacy];

    /// <summary>
    /// The type with the higher quality; at equal quality the new type if it was named, else the legacy type,
    /// which is what a caller without any wish must get. Null when neither is acceptable.
    /// </summary>
    public static string? Choose(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0) return Legacy;
        var ranges = request.GetTypedHeaders().Accept;
        var (response, named) = QualityOf(Response, ranges);
        var (legacy, _) = QualityOf(Legacy, ranges);
        if (response == 0 && legacy == 0) return null;
        return response > legacy || (response == legacy && named) ? Response : Legacy;
    }

    /// <summary>The quality given by the most specific range that matches (RFC 9110, section 12.5.1).</summary>
    private static (double Quality, bool Named) QualityOf(string type, IList<MediaTypeHeaderValue> ranges)
    {
        var best = (Quality: 0d, Specificity: 0);
        foreach (var range in ranges)
        {
            var specificity = SpecificityFor(type, range);
            if (specificity > best.Specificity) best = (range.Quality ?? 1, specificity);
        }

        return (best.Quality, best.Specificity == 3);
    }

    private static int SpecificityFor(string type, MediaTypeHeaderValue range)
    {
        if (range.Charset.HasValue && !range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return 0;
        if (range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)) return 3;
        if (range.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase)) return 2;
        return range.MatchesAllTypes ? 1 : 0;
    }
}
