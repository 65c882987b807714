using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Catalogue.Impacts;

public static class ImpactEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var impacts = api.MapGroup("/datasets/{id}/impacts").WithTags("Impacts").Takes("id", "sdg-demo", "The data set, by its id.").Takes("number", "1", "Number of the statement, as lists have it.");
        impacts.MapGet("", ListAsync).WithSummary("What data did to whom, as agents state it, by the order of entry")
            .WithDescription("Each says how it stands: `claimed`, `supported` or `contested` by what other agents say of it (POST /v1/interpretations with the target kind `impact`), or `withdrawn`. That is computed, with why and since when, and never typed in. "
                + "Severity and likelihood are scales of five levels of the Data Privacy Vocabulary (Risk extension 2.0, W3C DPVCG, 2024). `validAt` asks what agents had said by a day, `asOf` what was recorded by an instant.")
            .Lists<ImpactView>().Refuses(404).TaggedAlsoBy<ImpactQueries>(queries => queries.StateAsync).OpenToAll();
        impacts.MapGet("/summary", SummaryAsync).WithSummary("How many statements of impact there are, by direction and level, and how they stand")
            .Gives<ImpactSummaryView>().TaggedAlsoBy<ImpactQueries>(queries => queries.StateAsync).OpenToAll();
        impacts.MapPost("", StateAsync).WithSummary("States what data did to whom")
            .WithDescription("Nothing is overwritten: send `replaces` for what the agent says now instead. It is stated in the lineage too, attributed to the agent and derived from the data; its text is not.")
            .Accepts<StateImpact>("application/json").Creates<ImpactView>().Refuses(400, 404, 415, 422).Needs(Role.Editor);
        impacts.MapPost("/{number:long}/withdrawal", WithdrawAsync).WithSummary("States that the agent no longer says it")
            .WithDescription("A new fact that replaces the one before, which stays for reads as of earlier. The answer has the reason as its text.")
            .Accepts<WithdrawImpact>("application/json").Creates<ImpactView>().Refuses(400, 404, 415, 422).Needs(Role.Editor);
    }

    private static async Task<IResult> ListAsync(string id, [AsParameters] ListImpacts request, ImpactQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(id, request, cancellationToken) ?? throw NoDataset(id));

    private static async Task<IResult> SummaryAsync(string id, [AsParameters] GetImpactSummary request, ImpactQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.SummaryAsync(id, request, cancellationToken) ?? throw NoDataset(id));

    private static async Task<IResult> StateAsync(string id, StateImpact request, ImpactCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.StateAsync(id, request, cancellationToken) ?? throw NoDataset(id));

    private static async Task<IResult> WithdrawAsync(string id, long number, WithdrawImpact request, ImpactCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.WithdrawAsync(id, number, request, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no statement of impact {number} of a data set '{id}' that you may see. GET /v1/datasets/{{id}}/impacts lists them."));

    private static ProblemException NoDataset(string id) =>
        new(Problems.NotFound, $"There is no data set '{id}' that you may see. GET /v1/datasets lists them.");
}
