using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Agreements;

public static class PolicyEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/policies/evaluate", Evaluate).WithTags("Agreements").WithSummary("What follows from a policy for a request, and why")
            .WithDescription("ODRL Information Model 2.2 (W3C Recommendation, 2018). What the request does not say is not known; what cannot be said is `unknown`, and is denied. "
                + "A policy that cannot be read is refused with the place in it, as a JSON pointer. Nothing is stored.")
            .Accepts<EvaluatePolicy>("application/json").WithMetadata(new RequestSizeLimitAttribute(2 * PolicyTerms.MaxBytes))
            .Produces<PolicyDecisionView>().Refuses(400, 413, 415).OpenToAll();
        var offers = api.MapGroup("/datasets/{id}/offers").WithTags("Agreements").Takes("id", "sdg-demo", "The data set, by its id.");
        offers.MapGet("", ListAsync).WithSummary("The terms under which a data set is offered, oldest first")
            .Lists<OfferView>().Refuses(404).TaggedAlsoBy<PolicyQueries>(queries => queries.StateAsync).OpenToAll();
        offers.MapPost("", OfferAsync).WithSummary("Offers a data set under a policy")
            .WithDescription("A policy never changes and is known by the SHA-256 of what it says; the same terms again are the same offer. Terms whose time is over are refused.")
            .Accepts<AddOffer>("application/json").WithMetadata(new RequestSizeLimitAttribute(2 * PolicyTerms.MaxBytes))
            .Creates<OfferView>().Produces<OfferView>().Refuses(400, 404, 413, 415, 422).Needs(Role.Editor);
    }

    private static IResult Evaluate([FromBody] EvaluatePolicy request, PolicyQueries queries) => TypedResults.Ok(queries.Evaluate(request));

    private static async Task<IResult> ListAsync(string id, [AsParameters] ListOffers request, PolicyQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(id, request, cancellationToken) ?? throw Missing(id));

    private static async Task<IResult> OfferAsync(string id, [FromBody] AddOffer request, PolicyCommands commands, CancellationToken cancellationToken)
    {
        var (offer, isNew) = await commands.OfferAsync(id, request, cancellationToken) ?? throw Missing(id);
        return isNew ? TypedResults.Created($"/v1/datasets/{id}/offers", offer) : TypedResults.Ok(offer);
    }

    private static ProblemException Missing(string id) => new(Problems.NotFound, $"There is no data set '{id}' that you may see. GET /v1/datasets lists them.");
}
