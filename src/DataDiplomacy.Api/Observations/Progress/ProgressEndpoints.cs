using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Targets;

namespace DataDiplomacy.Api.Observations.Progress;

public static class ProgressEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var progress = api.MapGroup("/sdg/progress").WithTags("Progress");
        progress.MapGet("", FindAsync)
            .WithSummary("Progress of series in one area by six published methods, side by side")
            .WithDescription("For each series and method: the class, the score, every number that went in, the thresholds, and which other choices would give another class "
                + "(base year, latest year, an error of 1 % in the latest value, what stands for a zero, the wanted direction). Beside it whether the change can be told from chance, which no method of progress asks. "
                + "Without series, indicator and goal: every series of the area. format=svg draws the board. Targets that were entered are those of asOf; each names its document.")
            .Produces<ProgressListView>(200, "application/json", "text/csv", "image/svg+xml").Refuses(400, 403, 404, 406, 409, 413, 422)
            .TaggedAlsoBy<TargetQueries>(queries => queries.StateAsync)
            .Offers(WireFormat.Json, WireFormat.Csv, WireFormat.Svg).LinksLineage(new("Progress", "Assessment of progress", "Six published methods of progress towards the Sustainable Development Goals, side by side")).OpenToAll();
        progress.MapGet("/goals", FindGoalsAsync)
            .WithSummary("Progress of an area goal by goal, by six published methods")
            .WithDescription("Counts the series of each goal by standing, and gives the class of the goal where the publisher has a rule for it: Open SDG by the mean score, SDSN where three quarters of the series have a trend.")
            .Produces<GoalProgressListView>(200, "application/json", "text/csv").Refuses(400, 403, 404, 406, 413)
            .TaggedAlsoBy<TargetQueries>(queries => queries.StateAsync)
            .Offers(WireFormat.Json, WireFormat.Csv).LinksLineage(new("GoalProgress", "Assessment of progress by goals", "Six published methods of progress towards the Sustainable Development Goals, counted by goal")).OpenToAll();
    }

    private static async Task<IResult> FindAsync([AsParameters] GetProgress request, HttpContext http, ProgressQueries queries, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        var found = await queries.FindAsync(request, format, cancellationToken);
        if (format == WireFormat.Svg)
        {
            return TypedResults.Text(ProgressFormats.Draw(found), format.MediaType, Encoding.UTF8);
        }

        if (format == WireFormat.Csv)
        {
            await ProgressFormats.WriteCsvAsync(http.Response, found, cancellationToken);
            return TypedResults.Empty;
        }

        return TypedResults.Ok(found);
    }

    private static async Task<IResult> FindGoalsAsync([AsParameters] GetGoalProgress request, HttpContext http, GoalQueries queries, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        var found = await queries.FindAsync(request, format, cancellationToken);
        if (format == WireFormat.Csv)
        {
            await ProgressFormats.WriteCsvAsync(http.Response, found, cancellationToken);
            return TypedResults.Empty;
        }

        return TypedResults.Ok(found);
    }
}
