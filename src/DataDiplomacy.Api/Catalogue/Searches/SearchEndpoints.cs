using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Catalogue.Searches;

public static class SearchEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/search", SearchAsync).WithTags("Search").WithSummary("Finds data sets, indicators, series, areas and public evidence by code or words")
            .WithDescription("All words must fit. Exact codes come first, then titles that begin so, then words; each with the reason. At most 50 items and no further page. Of evidence, only what is public is found, whatever the caller may read: finding a record by what was written about it would be a reading of it, which is an event of its custody. What was erased or is public no longer is not found from the next search on.")
            .Produces<SearchHitPageView>().TaggedAlsoBy<PublicRecordQueries>(evidence => evidence.NewestAsync).OpenToAll();

    private static async Task<IResult> SearchAsync([AsParameters] SearchAll request, SearchQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.SearchAsync(request, cancellationToken));
}
