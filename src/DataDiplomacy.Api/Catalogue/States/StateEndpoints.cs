using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Catalogue.States;

public static class StateEndpoints
{
    // What was read and how long ago changes with every read and every day: such an answer has no tag.
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/datasets/{id}/states", FindAsync).WithTags("Datasets").Takes("id", "sdg-demo", "The data set, by its id.").WithSummary("In which states a data set is, derived from what this server holds")
            .WithDescription("Public or private from label and terms; shared or unshared from agreements and transfers; used or unused from sums of reads of its data by channel, never by whom; "
                + "copied and modified from the derivations that were stated of its versions: `prov:Quotation` or a type that ends in `#Copy`, and `prov:Revision`. Each says since when, and because of what.")
            .Gives<DatasetStatesView>().WithMetadata(new OwnTag()).OpenToAll();

    private static async Task<IResult> FindAsync(string id, StateQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(id, cancellationToken) ?? throw new ProblemException(Problems.NotFound, $"There is no data set '{id}' that you may see. GET /v1/datasets lists them."));
}
