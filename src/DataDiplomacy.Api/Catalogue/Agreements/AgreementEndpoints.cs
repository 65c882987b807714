using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Agreements;

public static class AgreementEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var agreements = api.MapGroup("/agreements").WithTags("Agreements").Takes("id", "agr-0198f2b1c0e57d4a8936b1f0c2d4e6a8", "The agreement.")
            .Takes("key", "5f70bf18a0860070", "Short key of the duty, as the agreement gives it.");
        agreements.MapGet("", ListAsync).WithSummary("Agreements, oldest first")
            .WithDescription("Editors see those on all data sets that they see; other keys those that they are bound to.").Lists<AgreementView>().Needs(Role.Reader);
        agreements.MapGet("/{id}", FindAsync).WithSummary("An agreement with its terms, duties and history").Gives<AgreementView>().Needs(Role.Reader);
        agreements.MapPost("/{id}/actions", ActAsync).WithSummary("Suspends, resumes, replaces, retires or revokes an agreement")
            .WithDescription("Either side suspends, with a reason, and that side resumes; the consumer retires, the provider revokes with a reason; both replace it by another that both made. Both are told each time.")
            .Accepts<ActOnAgreement>("application/json").Gives<AgreementView>().Refuses(400, 415, 422).Needs(Role.Reader);
        agreements.MapGet("/{id}/notifications", NotificationsAsync).WithSummary("What both parties were told about an agreement, oldest first").Lists<AgreementNotificationView>().Refuses(404).Needs(Role.Reader);
        agreements.MapGet("/{id}/proof", ProveAsync).WithSummary("The proof that an agreement was made as it stands")
            .WithDescription("The leaf commits to the parties, the hash of the terms and the last move of the negotiation; to who has not seen it opened it tells nothing. Save entry and proof as files and check them offline: the verifier's `proof`.")
            .Gives<LeafProofView>().Needs(Role.Reader);
        agreements.MapPost("/{id}/duties/{key}/fulfilments", FulfilAsync).WithSummary("Says that a duty was fulfilled")
            .WithDescription("What is said is kept with who said it; nobody checks that it is so.").Accepts<FulfilDuty>("application/json").Creates<AgreementView>().Refuses(400, 404, 415).Needs(Role.Reader);
        agreements.MapPost("/{id}/releases", ReleaseAsync).WithSummary("Releases a data set from an agreement, for the provider")
            .WithDescription("What was made of data that were shared under an agreement is held under it, as far as the lineage tells, and is not read while it is not in force. From its release on a data set is not; what was made of it before stays held, and so is whatever is made of the shared data again.")
            .Accepts<ReleaseDataset>("application/json").Gives<AgreementView>().Refuses(400, 415, 422).Needs(Role.Editor);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListAgreements request, AgreementQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(request, cancellationToken));

    private static async Task<IResult> FindAsync(string id, AgreementQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(id, cancellationToken) ?? throw Missing(id));

    private static async Task<IResult> ActAsync(string id, [FromBody] ActOnAgreement request, AgreementCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Ok(await commands.ActAsync(id, request, cancellationToken) ?? throw Missing(id));

    private static async Task<IResult> NotificationsAsync(string id, AgreementQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.NotificationsAsync(id, cancellationToken) ?? throw Missing(id));

    private static async Task<IResult> FulfilAsync(string id, string key, [FromBody] FulfilDuty request, AgreementCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created($"/v1/agreements/{id}", await commands.FulfilAsync(id, key, request, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no duty '{key}' of an agreement '{id}' that you may see. GET /v1/agreements/{id} lists its duties."));

    private static async Task<IResult> ProveAsync(string id, AgreementQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ProveAsync(id, cancellationToken) ?? throw Missing(id));

    private static async Task<IResult> ReleaseAsync(string id, [FromBody] ReleaseDataset request, AgreementCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Ok(await commands.ReleaseAsync(id, request, cancellationToken) ?? throw Missing(id));

    private static ProblemException Missing(string id) => new(Problems.NotFound, $"There is no agreement '{id}' that you may see. GET /v1/agreements lists them.");
}
