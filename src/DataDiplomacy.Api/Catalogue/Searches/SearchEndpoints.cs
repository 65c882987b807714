using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Catalogue.Searches;

public static class SearchEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/search", SearchAsync).WithTags("Search").WithSummary("Finds data sets, indicators, series and areas by code or words")
            .WithDescription("All words must fit. Exact codes come first, then titles that begin so, then words; each with the reason. At most 50 items and no further page.")
            .Lists<SearchHitView>().OpenToAll();

    private static async Task<IResult> SearchAsync([AsParameters] SearchAll request, SearchQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.SearchAsync(request, cancellationToken));
}
