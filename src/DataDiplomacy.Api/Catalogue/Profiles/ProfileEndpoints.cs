using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Catalogue.Profiles;

public static class ProfileEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/datasets/{id}/profile", FindAsync).WithTags("Datasets").Takes("id", "sdg-demo", "The data set, by its id.").WithSummary("The four Vs of a version, measured")
            .WithDescription("Volume, velocity, variety and veracity from the data themselves, who is not heard in them, and what the publisher declared beside. "
                + "Measured once for each version, when it is first asked for, which takes seconds for millions of observations; then kept, since a version never changes. What cannot be measured is null.")
            .Gives<ProfileView>().OpenToAll();

    private static async Task<IResult> FindAsync(string id, [AsParameters] GetProfile request, ProfileQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(id, request, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no data set '{id}' with such a version that you may see. GET /v1/datasets/{id}/versions lists them."));
}
