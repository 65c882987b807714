using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Catalogue.Jurisdictions;

public static class JurisdictionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var facts = api.MapGroup("/datasets/{id}/jurisdictions").WithTags("Jurisdictions").Takes("id", "sdg-demo", "The data set, by its id.")
            .Takes("fact", "3", "Number of the fact, as lists have it.").Takes("dispute", "1", "Number of the dispute, as its fact has it.");
        facts.MapGet("", ListAsync).WithSummary("Under which law data are created, stored, accessed and used, since when, and contested by whom")
            .WithDescription("Each fact is stated by an agent; this server takes no side. Facts have two clocks: `validAt` asks what held on a day, `asOf` what was recorded by an instant, disputes too; the same pair gives the same answer.")
            .Lists<JurisdictionView>().Refuses(404).TaggedAlsoBy<JurisdictionQueries>(queries => queries.StateAsync).OpenToAll();
        facts.MapPost("", StateAsync).WithSummary("States under which law something happens to data at a place")
            .WithDescription("Nothing is overwritten: send `replaces` for what the agent says now instead. It is stated in the lineage too.")
            .Accepts<StateJurisdiction>("application/json").Creates<JurisdictionView>().Refuses(400, 404, 415, 422).Needs(Role.Editor);
        facts.MapPost("/{fact:long}/end", EndAsync).WithSummary("States that it ended, or never was so")
            .WithDescription("A new fact that replaces the one before, which stays for reads as of earlier.")
            .Accepts<EndRelation>("application/json").Creates<JurisdictionView>().Refuses(400, 404, 415, 422).Needs(Role.Editor);
        facts.MapPost("/{fact:long}/disputes", AddDisputeAsync).WithSummary("States that another agent disputes it")
            .Accepts<AddDispute>("application/json").Creates<JurisdictionDisputeView>().Refuses(400, 404, 415, 422).Needs(Role.Editor);
        facts.MapPost("/disputes/{dispute:long}/end", EndDisputeAsync).WithSummary("States that a dispute was settled or withdrawn")
            .WithDescription("A new entry that replaces the one before, which stays for reads as of earlier.")
            .Accepts<EndDispute>("application/json").Creates<JurisdictionDisputeView>().Refuses(400, 404, 415, 422).Needs(Role.Editor);
    }

    private static async Task<IResult> ListAsync(string id, [AsParameters] ListJurisdictions request, JurisdictionQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(id, request, cancellationToken) ?? throw NoDataset(id));

    private static async Task<IResult> StateAsync(string id, StateJurisdiction request, JurisdictionCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.StateAsync(id, request, cancellationToken) ?? throw NoDataset(id));

    private static async Task<IResult> EndAsync(string id, long fact, EndRelation request, JurisdictionCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.EndAsync(id, fact, request, cancellationToken) ?? throw NoFact(id, fact));

    private static async Task<IResult> AddDisputeAsync(string id, long fact, AddDispute request, DisputeCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.AddAsync(id, fact, request, cancellationToken) ?? throw NoFact(id, fact));

    private static async Task<IResult> EndDisputeAsync(string id, long dispute, EndDispute request, DisputeCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.EndAsync(id, dispute, request, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no dispute {dispute} on a data set '{id}' that you may see. GET /v1/datasets/{{id}}/jurisdictions has them."));

    private static ProblemException NoFact(string id, long fact) =>
        new(Problems.NotFound, $"There is no fact of jurisdiction {fact} on a data set '{id}' that you may see. GET /v1/datasets/{{id}}/jurisdictions lists them.");

    private static ProblemException NoDataset(string id) =>
        new(Problems.NotFound, $"There is no data set '{id}' that you may see. GET /v1/datasets lists them.");
}
