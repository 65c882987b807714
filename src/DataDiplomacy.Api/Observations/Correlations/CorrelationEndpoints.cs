using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations.Relations;

namespace DataDiplomacy.Api.Observations.Correlations;

public static class CorrelationEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/correlations", FindAsync).WithTags("Correlations")
            .WithSummary("Correlations of series in areas, without taking a common trend for a relation")
            .WithDescription("Each series in each area is a variable; all pairs of them are correlated: their changes (default), their pre-whitened values, or their levels. "
                + "Levels of two series that both trend are refused with the reason, unless force=true. lags= looks for the strongest lag, with= holds series fixed. "
                + "p counts autocorrelated values as fewer, and q adjusts it over all pairs and lags looked at. format=svg draws the matrix. "
                + "Where several observations share area and period, choose by dim.ID=; without it the undisaggregated ones are read.")
            .Produces<CorrelationListView>(200, "application/json", "text/csv", "image/svg+xml").Refuses(400, 403, 404, 406, 409, 413, 422)
            .Offers(WireFormat.Json, WireFormat.Csv, WireFormat.Svg).LinksLineage(new("Correlation", "Correlation of series", $"Pearson's r of changes, pre-whitened values or levels, q by Benjamini-Hochberg; assessment {SeriesPair.Version}")).OpenToAll();

    private static async Task<IResult> FindAsync([AsParameters] GetCorrelations request, HttpContext http, CorrelationQueries queries, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        var found = await queries.FindAsync(request, format, cancellationToken);
        if (format == WireFormat.Svg)
        {
            return TypedResults.Text(CorrelationFormats.Draw(found), format.MediaType, Encoding.UTF8);
        }

        if (format == WireFormat.Csv)
        {
            await CorrelationFormats.WriteCsvAsync(http.Response, found, cancellationToken);
            return TypedResults.Empty;
        }

        return TypedResults.Ok(found);
    }
}
