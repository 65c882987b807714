using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Statistics;

public static class StatisticsEndpoints
{
    /// <summary>Largest body, bytes: room for the longest input of any method, 100,000 numbers with all their digits.</summary>
    public const int MaxBodyBytes = 8 * 1024 * 1024;

    public static void Map(RouteGroupBuilder api)
    {
        var statistics = api.MapGroup("/statistics").WithTags("Statistics").Takes("method", "mann_kendall", "The method, by its id.");
        statistics.MapGet("", List).WithSummary("Statistical methods, with formula, source and limits").Lists<StatisticalMethodView>().OpenToAll();
        statistics.MapGet("/{method}", Find).WithSummary("A statistical method").Gives<StatisticalMethodView>().OpenToAll();
        statistics.MapPost("/{method}", Run).WithSummary("Runs a statistical method on numbers of your own")
            .WithDescription("Nothing is stored. The figures stand at the top level under the names that the method lists as outputs; "
                + "where they are undefined the answer is 200 with defined false and the reason. The body has at most 8 MiB.")
            .Accepts<RunStatistic>("application/json").Gives<StatisticView>().Refuses(413, 415)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes)).OpenToAll();
    }

    private static PageView<StatisticalMethodView> List([AsParameters] ListStatistics request, StatisticsQueries queries) => queries.List(request);

    private static StatisticalMethodView Find(string method) => StatisticsQueries.Find(method) ?? throw Missing(method);

    private static StatisticView Run(string method, RunStatistic? request, StatisticsQueries queries) =>
        queries.Run(method, request ?? throw NoBody) ?? throw Missing(method);

    private static ProblemException NoBody =>
        ProblemException.Invalid("body", "The body is missing. Send a JSON object such as { \"inputs\": { \"values\": [1, 2, null, 4] } }.");

    private static ProblemException Missing(string method) =>
        new(Problems.NotFound, $"There is no statistical method '{method}'. GET /v1/statistics lists them.") { Suggestions = StatisticsQueries.Near(method) };
}
