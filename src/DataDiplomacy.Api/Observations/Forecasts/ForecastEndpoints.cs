using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Targets;
using DataDiplomacy.Core.Statistics.Forecasts;

namespace DataDiplomacy.Api.Observations.Forecasts;

public static class ForecastEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/forecasts", FindAsync).WithTags("Forecasts")
            .WithSummary("Series forecast by several models at once: the range they span, the chance of a target, and how they did on values held back")
            .WithDescription("The same series can give one model a chance of 0.00000002 and another one of 0.86, so that there is never an answer by one model. "
                + "Values must stand at equal steps: where some are missing the reason is gaps, and nothing is filled in. Each model is fitted anew from several earlier origins and scored against the naive forecast; "
                + "one that does not beat it says so. format=svg draws one series in one area. Targets that were entered are those of asOf; each names its document.")
            .Produces<ForecastListView>(200, "application/json", "text/csv", "image/svg+xml").Refuses(400, 403, 404, 406, 409, 413, 422)
            .TaggedAlsoBy<TargetQueries>(queries => queries.StateAsync)
            .Offers(WireFormat.Json, WireFormat.Csv, WireFormat.Svg).LinksLineage(new("Forecast", "Forecast by several models", $"{ForecastBundle.Method}; assessment {ForecastBundle.Version}")).OpenToAll();

    private static async Task<IResult> FindAsync([AsParameters] GetForecasts request, HttpContext http, ForecastQueries queries, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        if (format == WireFormat.Svg)
        {
            return TypedResults.Text(await queries.DrawAsync(request, cancellationToken), format.MediaType, Encoding.UTF8);
        }

        var found = await queries.FindAsync(request, format, cancellationToken);
        if (format == WireFormat.Csv)
        {
            await ForecastFormats.WriteCsvAsync(http.Response, found, cancellationToken);
            return TypedResults.Empty;
        }

        return TypedResults.Ok(found);
    }
}
