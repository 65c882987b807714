using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Dataspace;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Agreements;

public static class TransferEndpoints
{
    private const int MaxBodyBytes = 2 * PolicyTerms.MaxBytes;

    public static void Map(RouteGroupBuilder api)
    {
        var agreements = api.MapGroup("/agreements").WithTags("Agreements");
        agreements.MapPost("/dsp", TakeAsync).WithSummary("Takes a message of the Dataspace Protocol 2025-1 about a transfer as the move that it is")
            .WithDescription("The Transfer Process Protocol. A TransferRequestMessage names the agreement and begins a transfer; all others name it by providerPid and consumerPid. What the protocol has no member for, such as the purpose and the digest of what was transferred, "
                + "stands beside it. The answer is a TransferProcess. A message that is refused is answered by a TransferError where `Accept` says `application/ld+json`, else by a problem. This server sends no messages by itself.")
            .Accepts<TransferMessageDocument>("application/json", DataspaceFormats.Dsp.MediaType).WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<string>(200, DataspaceFormats.Dsp.MediaType).Produces<string>(201, DataspaceFormats.Dsp.MediaType).Refuses(400, 404, 409, 413, 415, 422).Needs(Role.Reader);
        var transfers = agreements.MapGroup("/{id}/transfers").Takes("id", "agr-0198f2b1c0e57d4a8936b1f0c2d4e6a8", "The agreement.")
            .Takes("number", "1", "Number of the transfer, from 1.").Takes("move", "1", "Number of the move, from 1.");
        transfers.MapGet("", ListAsync).WithSummary("Transfers under an agreement, oldest first").Lists<TransferView>().Refuses(404).Needs(Role.Reader);
        transfers.MapPost("", RequestAsync).WithSummary("Asks for data under an agreement, for the consumer")
            .WithDescription("The agreement must be in force, and its terms must permit what is asked; what cannot be said is denied.").Accepts<RequestTransfer>("application/json").Creates<TransferView>().Refuses(400, 404, 415, 422).Needs(Role.Reader);
        transfers.MapGet("/{number:int}", FindAsync).WithSummary("A transfer with its moves").WithDescription("As `application/ld+json` the TransferProcess of the Dataspace Protocol 2025-1.")
            .Produces<TransferView>(200, "application/json", DataspaceFormats.Dsp.MediaType).Refuses(404).Offers(WireFormat.Json, DataspaceFormats.Dsp).Needs(Role.Reader);
        transfers.MapPost("/{number:int}/moves", MoveAsync).WithSummary("Starts, suspends, completes or ends a transfer")
            .WithDescription("By the state diagram of the Dataspace Protocol 2025-1. Before a start the terms are evaluated again; `complete` keeps the SHA-256 of what was transferred.")
            .Accepts<MoveTransfer>("application/json").Gives<TransferView>().Refuses(400, 415, 422).Needs(Role.Reader);
        transfers.MapGet("/{number:int}/moves/{move:int}", FindMoveAsync).WithSummary("A move of a transfer").WithDescription("As `application/ld+json` the message of the Dataspace Protocol 2025-1 that it is.")
            .Produces<TransferMoveView>(200, "application/json", DataspaceFormats.Dsp.MediaType).Refuses(404).Offers(WireFormat.Json, DataspaceFormats.Dsp).Needs(Role.Reader);
    }

    private static Task<IResult> TakeAsync([AsParameters] ReceiveTransferMessage request, HttpContext http, TransferMessageCommands commands, CancellationToken cancellationToken) =>
        DataspaceErrorFormats.AnswerAsync(
            http,
            async body =>
            {
                var (transfer, isNew) = await commands.TakeAsync(body, request, cancellationToken)
                    ?? throw new ProblemException(Problems.NotFound, "The message names an agreement or a transfer that is not here, or that you may not see.");
                if (isNew) http.Response.Headers.Location = $"/v1/agreements/{transfer.Agreement}/transfers/{transfer.Number}";
                return TransferFormats.State(transfer, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
            },
            (provider, consumer, problem) => new TransferError { ProviderPid = provider, ConsumerPid = consumer, Code = problem.Problem.Slug, Reason = DataspaceErrorFormats.ReasonsOf(problem) });

    private static async Task<IResult> ListAsync(string id, TransferQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(id, cancellationToken) ?? throw Missing(id));

    private static async Task<IResult> RequestAsync(string id, [FromBody] RequestTransfer request, TransferCommands commands, CancellationToken cancellationToken)
    {
        var begun = await commands.RequestAsync(id, request, cancellationToken) ?? throw Missing(id);
        return TypedResults.Created($"/v1/agreements/{id}/transfers/{begun.Number}", begun);
    }

    private static async Task<IResult> FindAsync(string id, int number, HttpContext http, TransferQueries queries, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        var (transfer, _) = await queries.FindAsync(id, number, cancellationToken) ?? throw Missing(id, number);
        return format == DataspaceFormats.Dsp ? TransferFormats.State(transfer) : TypedResults.Ok(transfer);
    }

    private static async Task<IResult> MoveAsync(string id, int number, [FromBody] MoveTransfer request, TransferCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Ok(await commands.MoveAsync(id, number, request, cancellationToken) ?? throw Missing(id, number));

    private static async Task<IResult> FindMoveAsync(string id, int number, int move, HttpContext http, TransferQueries queries, AgreementIris iris, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        var (transfer, address) = await queries.FindAsync(id, number, cancellationToken) ?? throw Missing(id, number);
        var made = transfer.Moves.FirstOrDefault(m => m.Number == move)
            ?? throw new ProblemException(Problems.NotFound, $"Transfer {number} under the agreement '{id}' has no move {move}; it has {transfer.Moves.Count}.");
        return format == DataspaceFormats.Dsp ? TransferFormats.Message(transfer, made, address, iris) : TypedResults.Ok(made);
    }

    private static ProblemException Missing(string id) => new(Problems.NotFound, $"There is no agreement '{id}' that you may see. GET /v1/agreements lists them.");

    private static ProblemException Missing(string id, int number) => new(Problems.NotFound, $"There is no transfer {number} under an agreement '{id}' that you may see.");
}
