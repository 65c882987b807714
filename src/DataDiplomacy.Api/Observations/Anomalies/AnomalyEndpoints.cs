using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Statistics.Alarms;

namespace DataDiplomacy.Api.Observations.Anomalies;

public static class AnomalyEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/anomalies", FindAsync).WithTags("Anomalies")
            .WithSummary("Periods whose value differs from those before them, by several published methods")
            .WithDescription("Scans series area by area with EARS, Farrington, negative-binomial thresholds, CUSUM, EWMA and robust z. The answer says how many tests were made and how many "
                + "alarms chance alone would give; q adjusts p over all tests, also those without an alarm. cusum and ewma have no p and do not enter q. "
                + "Alarms rank what a person should look at. format=svg draws one series in one area; format=csv has a row for each alarm, or for each test with onlyAlarms=false.")
            .Produces<AnomalyListView>(200, "application/json", "text/csv", "image/svg+xml").Refuses(400, 403, 404, 406, 409, 413, 422)
            .Offers(WireFormat.Json, WireFormat.Csv, WireFormat.Svg).LinksLineage(new("AnomalyScan", "Search for anomalies", $"EARS, Farrington, negative-binomial thresholds, CUSUM, EWMA and robust z, q over all tests; assessment {AlarmScan.Version}")).OpenToAll();

    private static async Task<IResult> FindAsync([AsParameters] GetAnomalies request, HttpContext http, AnomalyQueries queries, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        if (format == WireFormat.Svg)
        {
            return TypedResults.Text(await queries.DrawAsync(request, cancellationToken), format.MediaType, Encoding.UTF8);
        }

        var found = await queries.FindAsync(request, format, cancellationToken);
        if (format == WireFormat.Csv)
        {
            await AnomalyFormats.WriteCsvAsync(http.Response, found, cancellationToken);
            return TypedResults.Empty;
        }

        return TypedResults.Ok(found);
    }
}
