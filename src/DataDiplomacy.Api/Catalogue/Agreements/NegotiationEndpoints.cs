using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Dataspace;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Agreements;

public static class NegotiationEndpoints
{
    private const int MaxBodyBytes = 2 * PolicyTerms.MaxBytes;

    public static void Map(RouteGroupBuilder api)
    {
        var negotiations = api.MapGroup("/data-negotiations").WithTags("Agreements").Takes("id", "neg-0198f2b1c0e57d4a8936b1f0c2d4e6a8", "The negotiation.")
            .Takes("number", "1", "Number of the move or the approval, from 1.");
        negotiations.MapGet("", ListAsync).WithSummary("Negotiations, oldest first")
            .WithDescription("Editors see those on all data sets that they see; other keys those that they are bound to.").Lists<DataNegotiationView>().Needs(Role.Reader);
        negotiations.MapPost("", StartAsync).WithSummary("Asks for a data set under terms, and so begins a negotiation")
            .WithDescription("The key that begins it acts for the consumer, with the approvers that it names; nobody but them and editors can see it. Terms whose time is over are refused, here and at each move.")
            .Accepts<StartNegotiation>("application/json").WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes)).Creates<DataNegotiationView>().Refuses(400, 404, 413, 415, 422).Needs(Role.Reader);
        negotiations.MapGet("/statistics", StatisticsAsync).WithSummary("How requests for data are answered: a public account without names")
            .WithDescription("With nothing decided there is no rate, and without any answer there are no times: `notAssessable`, not 0.")
            .Gives<NegotiationStatisticsView>().WithMetadata(new OwnTag()).OpenToAll();
        negotiations.MapPost("/dsp", TakeAsync).WithSummary("Takes a message of the Dataspace Protocol 2025-1 as the move that it is")
            .WithDescription("The Contract Negotiation Protocol. The first message, a ContractRequestMessage with a callback address, begins a negotiation and needs `name`, `kind` and `track` beside it; all others name it by providerPid and consumerPid. "
                + "The answer is a ContractNegotiation; 202 says that the move waits for approval. A message that is refused is answered by a ContractNegotiationError where `Accept` says `application/ld+json`, else by a problem. This server sends no messages by itself: read the state, and each move as its message.")
            .Accepts<ContractMessageDocument>("application/json", DataspaceFormats.Dsp.MediaType).WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<string>(200, DataspaceFormats.Dsp.MediaType).Produces<string>(201, DataspaceFormats.Dsp.MediaType).Produces<string>(202, DataspaceFormats.Dsp.MediaType)
            .Refuses(400, 404, 409, 413, 415, 422).Needs(Role.Reader);
        MapOne(negotiations.MapGroup("/{id}"));
    }

    private static void MapOne(RouteGroupBuilder one)
    {
        one.MapGet("", FindAsync).WithSummary("A negotiation with its moves").WithDescription("As `application/ld+json` the ContractNegotiation of the Dataspace Protocol 2025-1.")
            .Produces<DataNegotiationView>(200, "application/json", DataspaceFormats.Dsp.MediaType).Refuses(404).Offers(WireFormat.Json, DataspaceFormats.Dsp).Needs(Role.Reader);
        one.MapPost("/moves", MoveAsync).WithSummary("Makes a move, or asks for its approval")
            .WithDescription("Editors move for the provider, the keys of the consumer for the consumer. `offer`, `accept` and `agree` bind a side: they are answered by 202 and made when a second key approves. "
                + "What the state diagram of the Dataspace Protocol 2025-1 forbids is refused, and the text says who may do what now.")
            .Accepts<MakeMove>("application/json").WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes)).Produces<DataNegotiationView>().Produces<DataNegotiationView>(202).Refuses(400, 404, 413, 415, 422).Needs(Role.Reader);
        one.MapGet("/moves/{number:int}", FindMoveAsync).WithSummary("A move").WithDescription("As `application/ld+json` the message of the Dataspace Protocol 2025-1 that it is.")
            .Produces<NegotiationMoveView>(200, "application/json", DataspaceFormats.Dsp.MediaType).Refuses(404).Offers(WireFormat.Json, DataspaceFormats.Dsp).Needs(Role.Reader);
        one.MapGet("/diff", CompareAsync).WithSummary("How the terms of two moves differ, term by term").Gives<TermsDiffView>().Refuses(400).Needs(Role.Reader);
        one.MapGet("/verification", VerifyAsync).WithSummary("Whether the moves are those that were made").Gives<MoveChainView>().Refuses(400).Needs(Role.Reader);
        one.MapPost("/approvals/{number:int}", DecideAsync).WithSummary("Approves or refuses a move that waits")
            .WithDescription("Decides another key than the one that asked: for the provider an editor, for the consumer another key of theirs, or an admin where they named none. An approved move is made at once.")
            .Accepts<DecideApproval>("application/json").Produces<DataNegotiationView>().Refuses(400, 404, 415, 422).Needs(Role.Reader);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListNegotiations request, NegotiationQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(request, cancellationToken));

    private static async Task<IResult> StartAsync([FromBody] StartNegotiation request, NegotiationCommands commands, CancellationToken cancellationToken)
    {
        var begun = await commands.StartAsync(request, null, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no data set '{request.Dataset}' that you may see. GET /v1/datasets lists them.");
        return TypedResults.Created($"/v1/data-negotiations/{begun.Id}", begun);
    }

    private static async Task<IResult> StatisticsAsync([AsParameters] GetNegotiationStatistics request, StatisticsQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ReadAsync(request, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no data set '{request.Dataset}' that you may see. GET /v1/datasets lists them."));

    private static Task<IResult> TakeAsync([AsParameters] ReceiveMessage request, HttpContext http, DataspaceCommands commands, CancellationToken cancellationToken) =>
        DataspaceErrorFormats.AnswerAsync(
            http,
            async body =>
            {
                var taken = await commands.TakeAsync(body, request, cancellationToken)
                    ?? throw new ProblemException(Problems.NotFound, "The message names a data set or a negotiation that is not here, or that you may not see.");
                if (taken.IsNew) http.Response.Headers.Location = $"/v1/data-negotiations/{taken.Negotiation.Id}";
                return DataspaceFormats.State(taken.Negotiation, taken.IsNew ? 201 : taken.IsPending ? 202 : 200);
            },
            (provider, consumer, problem) => new ContractNegotiationError { ProviderPid = provider, ConsumerPid = consumer, Code = problem.Problem.Slug, Reason = DataspaceErrorFormats.ReasonsOf(problem) });

    private static async Task<IResult> FindAsync(string id, HttpContext http, NegotiationQueries queries, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        var negotiation = await queries.FindAsync(id, cancellationToken) ?? throw Missing(id);
        return format == DataspaceFormats.Dsp ? DataspaceFormats.State(negotiation) : TypedResults.Ok(negotiation);
    }

    private static async Task<IResult> MoveAsync(string id, [FromBody] MakeMove request, NegotiationCommands commands, CancellationToken cancellationToken)
    {
        var (negotiation, isPending) = await commands.MoveAsync(id, request, cancellationToken) ?? throw Missing(id);
        return isPending ? TypedResults.Accepted($"/v1/data-negotiations/{id}", negotiation) : TypedResults.Ok(negotiation);
    }

    private static async Task<IResult> FindMoveAsync(string id, int number, HttpContext http, NegotiationQueries queries, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        var negotiation = await queries.FindAsync(id, cancellationToken) ?? throw Missing(id);
        var move = negotiation.Moves.FirstOrDefault(m => m.Number == number)
            ?? throw new ProblemException(Problems.NotFound, $"The negotiation '{id}' has no move {number}; it has {negotiation.Moves.Count}.");
        return format == DataspaceFormats.Dsp ? DataspaceFormats.Message(negotiation, move) : TypedResults.Ok(move);
    }

    private static async Task<IResult> CompareAsync(string id, [AsParameters] CompareMoves request, NegotiationQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.CompareAsync(id, request, cancellationToken) ?? throw Missing(id));

    private static async Task<IResult> VerifyAsync(string id, [AsParameters] VerifyMoves request, NegotiationQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.VerifyAsync(id, request, cancellationToken) ?? throw Missing(id));

    private static async Task<IResult> DecideAsync(string id, int number, [FromBody] DecideApproval request, NegotiationCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Ok(await commands.DecideAsync(id, number, request, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no approval {number} of a negotiation '{id}' that you may see."));

    private static ProblemException Missing(string id) => new(Problems.NotFound, $"There is no negotiation '{id}' that you may see. GET /v1/data-negotiations lists them.");
}
