using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Targets;

public static class TargetEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var targets = api.MapGroup("/sdg/targets").WithTags("Progress");
        targets.MapGet("", (TargetQueries queries, [AsParameters] ListSeriesTargets request, CancellationToken cancellationToken) => queries.ListAsync(request, cancellationToken))
            .WithSummary("What series are measured against, by series code, with the document that says so")
            .WithDescription("The newest entry of a series counts; where there is none, what ships with the program: figures and directions as the resolution words them.")
            .Lists<SeriesTargetView>().TaggedAlsoBy<TargetQueries>(queries => queries.StateAsync).OpenToAll();
        targets.MapGet("/{series}", FindAsync).Takes("series", "SH_DYN_MORT", "Code of the series, in whichever data set.").WithSummary("What a series is measured against")
            .Gives<SeriesTargetView>().TaggedAlsoBy<TargetQueries>(queries => queries.StateAsync).OpenToAll();
        targets.MapPut("/{series}", SetAsync).Takes("series", "SH_DYN_MORT", "Code of the series, in whichever data set.").WithSummary("Enters what a series is measured against")
            .WithDescription("Nothing is overwritten: the entry before stays in the database, and the newest counts from now on. The series need not exist yet.")
            .Accepts<SetSeriesTarget>("application/json").Produces<SeriesTargetView>().Refuses(400, 401, 403, 415).Needs(Role.Editor);
    }

    private static async Task<IResult> FindAsync(string series, TargetQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(series, cancellationToken) ?? throw new ProblemException(Problems.NotFound,
            $"Nobody has said what a series '{series}' is measured against, as far as you may see. PUT /v1/sdg/targets/{series} enters it."));

    private static async Task<IResult> SetAsync(string series, [FromBody] SetSeriesTarget request, TargetCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Ok(await commands.SetAsync(series, request, cancellationToken));
}
