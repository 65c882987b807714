using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Trends;

public static class TrendEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/trends", FindAsync).WithTags("Trends")
            .WithSummary("The trend of a series: whether it changes, how much, and how far to believe it")
            .WithDescription("With exactly one area the answer is one trend; with several areas, a group, or without an area (all areas of the series) it is "
                + "{ items, familySize, asOf }, and q adjusts the p that decides over all areas looked at together (Benjamini-Hochberg). "
                + "Direction and q rest on pDeciding: where neighbours are correlated the largest p of the plain and the corrected tests, and from two years of halves, quarters or months on the seasonal test. "
                + "format=svg draws one area. Where several observations share area and period, choose by dim.ID= or headline=true.")
            .Produces<TrendView>(200, "application/json", "text/csv", "image/svg+xml").Refuses(400, 403, 404, 406, 409, 413, 422)
            .OrGives<TrendListView>("One trend for exactly one area, otherwise the trends of all areas that were looked at together.")
            .Offers(WireFormat.Json, WireFormat.Csv, WireFormat.Svg).LinksLineage(new("Trend", "Assessment of trends", $"Mann-Kendall test with its corrections, Theil-Sen slope, q by Benjamini-Hochberg; assessment {Trend.Version}")).OpenToAll();

    private static async Task<IResult> FindAsync(
        [AsParameters] GetTrends request, HttpContext http, TrendQueries queries, SeriesQueries series, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        if (format == WireFormat.Svg)
        {
            var picture = await queries.DrawAsync(request, cancellationToken) ?? throw await MissingAsync(request, series, cancellationToken);
            return TypedResults.Text(picture, format.MediaType, Encoding.UTF8);
        }

        var found = await queries.FindAsync(request, format, cancellationToken) ?? throw await MissingAsync(request, series, cancellationToken);
        if (format == WireFormat.Csv)
        {
            await TrendFormats.WriteCsvAsync(http.Response, found.Items, cancellationToken);
            return TypedResults.Empty;
        }

        return found.One is { } one ? TypedResults.Ok(one) : TypedResults.Ok(found);
    }

    private static async Task<ProblemException> MissingAsync(GetTrends request, SeriesQueries series, CancellationToken cancellationToken)
    {
        var code = Paging.Codes(request.Series)[0];
        return new ProblemException(Problems.NotFound,
            $"There is no series '{code}'{(request.Dataset is { } dataset ? $" in a data set '{dataset}'" : "")} in that state that you may see. GET /v1/series lists them.")
        {
            Suggestions = [.. (await series.SuggestAsync(code, cancellationToken)).Where(near => near != code)],
        };
    }
}
