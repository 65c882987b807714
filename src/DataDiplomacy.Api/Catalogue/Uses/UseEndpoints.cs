using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Catalogue.Uses;

public static class UseEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var uses = api.MapGroup("/datasets/{id}/uses").WithTags("Uses").Takes("id", "sdg-demo", "The data set, by its id.").Takes("number", "2", "Number of the report, as lists have it.");
        // What was read changes with every read and every day: such an answer has no tag.
        uses.MapGet("", FindAsync).WithSummary("How often a data set was read, by which way and what for, and since when it is not")
            .WithDescription("Answers that have data in them are counted as sums by version, day, channel, purpose and kind of caller (with or without a key), and nothing finer is kept. "
                + "A caller may say what data are read for by the header `Data-Purpose`: `research`, `officialStatistics`, `policyMaking`, `diplomacy`, `journalism`, `education`, `humanitarian`, `judicial`, `commercial` or `personal`; whatever else it is, since terms may name any purpose, is counted as `other`. "
                + "Admins get exact numbers; all others get those of days that are over, rounded down to multiples of five, and `<5` below. A 304 is no new use, and neither is an answer at either door that only lists or describes a data set. "
                + "Sums are written every 30 seconds, or as `Uses__FlushSeconds` says: a crash loses at most what was counted since.")
            .Gives<DatasetUsesView>().WithMetadata(new OwnTag()).OpenToAll();
        uses.MapGet("/reports", ListAsync).WithSummary("Uses that were reported, by the order of entry")
            .WithDescription("Facts have two clocks: `validAt` asks what went on at a day, `asOf` what was recorded by an instant; the same pair gives the same answer.")
            .Lists<UseReportView>().Refuses(404).TaggedAlsoBy<UseReportQueries>(queries => queries.StateAsync).OpenToAll();
        uses.MapPost("", ReportAsync).WithSummary("Reports that an agent used a version, for what, and where it is cited")
            .WithDescription("It is stated in the lineage too, as an activity of the agent that used the version. Nothing is overwritten: send `replaces` for what is so instead.")
            .Accepts<ReportUse>("application/json").Creates<UseReportView>().Refuses(400, 404, 415, 422).Needs(Role.Editor);
        uses.MapPost("/{number:long}/withdrawal", WithdrawAsync).WithSummary("States that a reported use was not as reported")
            .WithDescription("A new fact that replaces the one before, which stays for reads as of earlier. The answer has the reason as its description.")
            .Accepts<WithdrawUse>("application/json").Creates<UseReportView>().Refuses(400, 404, 415, 422).Needs(Role.Editor);
    }

    private static async Task<IResult> FindAsync(string id, [AsParameters] GetUses request, UseQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(id, request, cancellationToken) ?? throw NoDataset(id));

    private static async Task<IResult> ListAsync(string id, [AsParameters] ListUseReports request, UseReportQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(id, request, cancellationToken) ?? throw NoDataset(id));

    private static async Task<IResult> ReportAsync(string id, ReportUse request, UseReportCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.ReportAsync(id, request, cancellationToken) ?? throw NoDataset(id));

    private static async Task<IResult> WithdrawAsync(string id, long number, WithdrawUse request, UseReportCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.WithdrawAsync(id, number, request, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no reported use {number} of a data set '{id}' that you may see. GET /v1/datasets/{{id}}/uses/reports lists them."));

    private static ProblemException NoDataset(string id) =>
        new(Problems.NotFound, $"There is no data set '{id}' that you may see. GET /v1/datasets lists them.");
}
