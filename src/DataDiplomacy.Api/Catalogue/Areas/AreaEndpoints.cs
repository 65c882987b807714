using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataDiplomacy.Api.Catalogue.Areas;

public static class AreaEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var areas = api.MapGroup("/areas").WithTags("Areas");
        areas.MapGet("", ListAsync).WithSummary("Areas by M49 code, then those that only data files name")
            .WithDescription("Countries, regions, former countries and aggregates of the reference list (UN M49, ISO 3166), and provisional areas of visible data.")
            .Lists<AreaView>().OpenToAll();
        areas.MapGet("/resolve", ResolveAsync).WithSummary("Which areas may a code or a name mean, and why?")
            .WithDescription("Names are not keys: spellings, former names and clashing code lists are told apart, and the reason is given for every candidate, or for none.")
            .Produces<AreaResolutionView>().Refuses(400).OpenToAll();
        areas.MapGet("/{code}", FindAsync).Takes("code", "404", "M49 code, padded or not, or ISO 3166-1 alpha-2 or alpha-3.")
            .WithSummary("An area with its other names and codes")
            .WithDescription("M49 code, padded or not, ISO 3166 alpha-2 or alpha-3; the M49 code without leading zeros comes back.")
            .Gives<AreaView>().OpenToAll();
        var groups = api.MapGroup("/area-groups").WithTags("Areas");
        groups.MapGet("", ListGroups).WithSummary("Groups of areas with their members")
            .WithDescription("Regions of M49 and of SDG reporting, least developed and landlocked developing countries, small island developing States.")
            .Lists<AreaGroupView>().OpenToAll();
        groups.MapGet("/{code}", FindGroup).Takes("code", "LDC", "M49 code of a region, or LDC, LLDC, SIDS.")
            .WithSummary("A group of areas with its members")
            .WithDescription("M49 code of a region, padded or not, or LDC, LLDC, SIDS.").Gives<AreaGroupView>().OpenToAll();
    }

    private static async Task<IResult> ListAsync([AsParameters] ListAreas request, AreaQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(request, cancellationToken));

    private static async Task<IResult> ResolveAsync([AsParameters] ResolveArea request, AreaQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ResolveAsync(request, cancellationToken));

    private static async Task<IResult> FindAsync(string code, AreaQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(code, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no area '{code}'. GET /v1/areas/resolve?q= finds codes by name.")
            {
                Suggestions = await queries.NearAsync(code, cancellationToken),
            });

    private static Ok<PageView<AreaGroupView>> ListGroups([AsParameters] ListAreaGroups request, AreaGroupQueries queries) => TypedResults.Ok(queries.List(request));

    private static Ok<AreaGroupView> FindGroup(string code, AreaGroupQueries queries) =>
        TypedResults.Ok(queries.Find(code)
            ?? throw new ProblemException(Problems.NotFound, $"There is no group '{code}'. GET /v1/area-groups lists them.") { Suggestions = queries.Near(code) });
}
