using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Catalogue.Interpretations;

public static class InterpretationEndpoints
{
    private static readonly string[] Linked = ["dataset", "series", "area"];

    public static void Map(RouteGroupBuilder api)
    {
        var interpretations = api.MapGroup("/interpretations").WithTags("Interpretations").Takes("number", "3", "Number of the interpretation, as lists have it.");
        interpretations.MapGet("", ListAsync).WithSummary("What named agents say of data, computed answers and evidence, by the order of entry")
            .WithDescription("They stand beside what programs say and never in its place. `validAt` asks what agents had said by a day, `asOf` what was recorded by an instant; the same pair gives the same answer. "
                + "Confidence and likelihood are those of the IPCC's guidance note on uncertainties (2010): the first is no probability, the second is a range of them. "
                + "Values, and what programs had said, are null where the terms of a data set do not let you read it now: `withheld` names it and says why.")
            .Lists<InterpretationView>().Refuses(404).TaggedAlsoBy<InterpretationQueries>(queries => queries.StateAsync).OpenToAll();
        interpretations.MapGet("/{number:long}", FindAsync).WithSummary("An interpretation as it was stated, also when it was replaced since")
            .Gives<InterpretationView>().TaggedAlsoBy<InterpretationQueries>(queries => queries.StateAsync).OpenToAll();
        interpretations.MapPost("", StateAsync).WithSummary("States what an agent says of something")
            .WithDescription("A computed answer is named by its own request; it is asked for again, and what it says is recorded with the statement, so that nobody can say later that it said otherwise. "
                + "Nothing is overwritten: send `replaces` for what the agent says now instead. It is stated in the lineage too, attributed to the agent and derived from what it speaks of; its text is not.")
            .Accepts<StateInterpretation>("application/json").Creates<InterpretationView>().Refuses(400, 404, 409, 413, 415, 422).Needs(Role.Editor);
        interpretations.MapPost("/{number:long}/withdrawal", WithdrawAsync).WithSummary("States that the agent no longer says it")
            .WithDescription("A new fact that replaces the one before, which stays for reads as of earlier. The answer has the reason as its text.")
            .Accepts<WithdrawInterpretation>("application/json").Creates<InterpretationView>().Refuses(400, 404, 415, 422).Needs(Role.Editor);
    }

    /// <summary>A group whose answers name the interpretations of what was asked for, in a Link header (RFC 8288): nothing is read for it, so that tags and bytes stay as they are.</summary>
    public static RouteGroupBuilder LinkingInterpretations(this RouteGroupBuilder api, InterpretationTargetKind kind)
    {
        var group = api.MapGroup("");
        group.AddEndpointFilter((context, next) =>
        {
            var asked = Linked.SelectMany(name => context.HttpContext.Request.Query[name].OfType<string>().Select(value => $"&{name}={Uri.EscapeDataString(value)}"));
            context.HttpContext.Response.Headers.Append("Link", $"</v1/interpretations?kind={WireNames.Of(kind)}{string.Concat(asked)}>; rel=\"related\"; title=\"interpretations\"");
            return next(context);
        });
        return group;
    }

    private static async Task<IResult> ListAsync([AsParameters] ListInterpretations request, InterpretationQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(request, cancellationToken));

    private static async Task<IResult> FindAsync(long number, InterpretationQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(number, cancellationToken) ?? throw Missing(number));

    private static async Task<IResult> StateAsync(StateInterpretation request, InterpretationCommands commands, CancellationToken cancellationToken)
    {
        var said = await commands.StateAsync(request, cancellationToken);
        return TypedResults.Created($"/v1/interpretations/{said.Id}", said);
    }

    private static async Task<IResult> WithdrawAsync(long number, WithdrawInterpretation request, InterpretationCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.WithdrawAsync(number, request, cancellationToken) ?? throw Missing(number));

    private static ProblemException Missing(long number) =>
        new(Problems.NotFound, $"There is no interpretation {number} that you may see. GET /v1/interpretations lists them.");
}
