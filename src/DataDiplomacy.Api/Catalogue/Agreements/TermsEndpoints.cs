using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Catalogue.Agreements;

public static class TermsEndpoints
{
    // Terms begin and end by time: such an answer has no tag.
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/datasets/{id}/terms", FindAsync).WithTags("Datasets").Takes("id", "sdg-demo", "The data set, by its id.").WithSummary("Under which terms a data set is held, and whether you may read it now")
            .WithDescription("Its own terms, and those it took over from data that were shared under agreements and of which it was made, as far as the lineage tells: obligations, prohibitions and limits, each with its policy of ODRL 2.2. "
                + "While one of the agreements is not in force, or its terms do not permit what you read the data for (header `Data-Purpose`), observations are refused with `terms-not-in-force` or `terms-not-met`; each entry says why, since when, and what would make them readable again.")
            .Gives<DatasetTermsView>().WithMetadata(new OwnTag()).OpenToAll();

    private static async Task<IResult> FindAsync(string id, TermsQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(id, cancellationToken) ?? throw new ProblemException(Problems.NotFound, $"There is no data set '{id}' that you may see. GET /v1/datasets lists them."));
}
