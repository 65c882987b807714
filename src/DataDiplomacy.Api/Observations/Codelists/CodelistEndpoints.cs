using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataDiplomacy.Api.Observations.Codelists;

public static class CodelistEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var lists = api.MapGroup("/codelists").WithTags("Code lists");
        lists.MapGet("", List).WithSummary("Code lists that ship with the server, by id")
            .WithDescription("Codes: UNSD files and SDMX CL_OBS_STATUS. Dimensions that only data sets have are listed by GET /v1/series/{code}/facets.")
            .Lists<CodelistSummaryView>().OpenToAll();
        lists.MapGet("/{id}", FindAsync).Takes("id", "SEX", "Id of the code list, as GET /v1/codelists lists it, or of a dimension.")
            .WithSummary("A code list with labels and totals")
            .WithDescription("UNIT or UNITS, NATURE, OBS_STATUS, or a dimension id such as SEX; codes that only visible data sets use follow without a label.")
            .Produces<CodelistView>().Refuses(404).OpenToAll();
    }

    private static Ok<PageView<CodelistSummaryView>> List([AsParameters] ListCodelists request, CodelistQueries queries) =>
        TypedResults.Ok(queries.List(request));

    private static async Task<IResult> FindAsync(string id, CodelistQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(id, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no code list '{id}'. GET /v1/codelists lists them.") { Suggestions = queries.Near(id) });
}
