using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Trends;

public static class TrendScanEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/trends/scan", ScanAsync).WithTags("Trends")
            .WithSummary("The trends of a whole data set, tested together: which of all series, areas and breakdowns change")
            .WithDescription("Each key (series, area and combination of dimensions) is tested, and q adjusts p over all of them (Benjamini-Hochberg), so that among a hundred thousand tests "
                + "the trends that are found are not the chance of many. The whole family is read before the first item; JSON has the first items of it, CSV and NDJSON stream all unless limit is given. "
                + "It is a screen: the plain tests, not corrected for autocorrelation or seasons. GET /v1/trends looks at what is found again, corrected, with its verdict and with what must be known before it is believed. There is no GraphQL field: the answer is a stream of any length, and a GraphQL answer is one piece.")
            .Produces<TrendScanView>(200, "application/json", "text/csv", "application/x-ndjson").Refuses(400, 403, 404, 406, 413)
            .Offers(WireFormat.Json, WireFormat.Csv, WireFormat.Ndjson).LinksLineage(new("TrendScan", "Screening of trends", $"Mann-Kendall test and Theil-Sen slope without corrections, q by Benjamini-Hochberg; assessment {Trend.Version}")).OpenToAll();

    private static async Task<IResult> ScanAsync([AsParameters] ScanTrends request, HttpContext http, TrendScanQueries queries, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        var scan = await queries.ScanAsync(request, format, cancellationToken);
        if (format == WireFormat.Csv)
        {
            await TrendScanFormats.WriteCsvAsync(http.Response, scan.Items(request), cancellationToken);
            return TypedResults.Empty;
        }

        if (format == WireFormat.Ndjson)
        {
            await TrendScanFormats.WriteNdjsonAsync(http.Response, scan.Items(request), cancellationToken);
            return TypedResults.Empty;
        }

        return TypedResults.Ok(scan.ToView(request));
    }
}
