using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataDiplomacy.Api.Observations.Indicators;

public static class IndicatorEndpoints
{
    private const string Source = "Source: A/RES/71/313, annex, with its refinements; GET /v1/frameworks names the document of each edition.";

    public static void Map(RouteGroupBuilder api)
    {
        var frameworks = api.MapGroup("/frameworks").WithTags("Indicators").Takes("framework", "sdg", "The framework, by its code.");
        frameworks.MapGet("", ListFrameworks).WithSummary("Frameworks of indicators with the editions held here").Lists<FrameworkView>().OpenToAll();
        frameworks.MapGet("/{framework}/goals", ListGoals).WithSummary("Goals of a framework").WithDescription(Source)
            .Lists<GoalView>().Refuses(404).OpenToAll();
        frameworks.MapGet("/{framework}/targets", ListTargets).WithSummary("Targets of a framework, in natural order").WithDescription(Source)
            .Lists<TargetView>().Refuses(404).OpenToAll();
        frameworks.MapGet("/{framework}/indicators", ListOfFrameworkAsync).WithSummary("Indicators of a framework, each once, in natural order").WithDescription(Source)
            .Lists<IndicatorView>().Refuses(404).OpenToAll();
        var indicators = api.MapGroup("/indicators").WithTags("Indicators");
        indicators.MapGet("", ListAsync).WithSummary("Indicators with the series that serve them, in natural order").WithDescription(Source)
            .Lists<IndicatorView>().OpenToAll();
        indicators.MapGet("/{code}", FindAsync).Takes("code", "7.2.1", "Any code of the indicator, or its UNSD code.")
            .WithSummary("An indicator by any of its codes, with the series that serve it")
            .WithDescription("The code may be any code of the indicator (1.5.1, 11.5.1) or its UNSD code (C200303). " + Source)
            .Gives<IndicatorView>().OpenToAll();
    }

    private static Ok<PageView<FrameworkView>> ListFrameworks([AsParameters] ListFrameworks request, FrameworkQueries queries) =>
        TypedResults.Ok(queries.List(request));

    private static Ok<PageView<GoalView>> ListGoals(string framework, [AsParameters] ListGoals request, FrameworkQueries queries) =>
        TypedResults.Ok(queries.Goals(framework, request));

    private static Ok<PageView<TargetView>> ListTargets(string framework, [AsParameters] ListTargets request, FrameworkQueries queries) =>
        TypedResults.Ok(queries.Targets(framework, request));

    private static async Task<IResult> ListOfFrameworkAsync(string framework, [AsParameters] ListFrameworkIndicators request,
        IndicatorQueries queries, CancellationToken cancellationToken)
    {
        FrameworkQueries.Require(framework);
        return TypedResults.Ok(await queries.ListAsync(request.Of(framework), cancellationToken));
    }

    private static async Task<IResult> ListAsync([AsParameters] ListIndicators request, IndicatorQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(request, cancellationToken));

    private static async Task<IResult> FindAsync(string code, [AsParameters] FindIndicator request, IndicatorQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(code, request, cancellationToken) ?? throw queries.Missing(code, request));
}
