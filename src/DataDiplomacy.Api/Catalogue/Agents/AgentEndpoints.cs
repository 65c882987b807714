using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Catalogue.Agents;

public static class AgentEndpoints
{
    private const string ForDays = "Facts have two clocks: `validAt` asks what held on a day, `asOf` what was recorded by an instant; the same pair gives the same answer.";

    public static void Map(RouteGroupBuilder api)
    {
        var agents = api.MapGroup("/agents").WithTags("Agents")
            .Takes("id", "national-statistics-office", "The agent, by its id.").Takes("fact", "3", "Number of the fact, as lists have it.")
            .Takes(HeaderNames.IfMatch, "\"r1\"", "The ETag of the description that you read, so that nobody's change is lost.");
        agents.MapGet("", ListAsync).WithSummary("Agents, by id")
            .WithDescription("Persons, states, organisations and programs with their roles on data. An agent exists for those who may read its label (`handling`) alone: a person must have one, so that callers without a key see no person by default.")
            .Lists<AgentView>().TaggedAlsoBy<AgentQueries>(queries => queries.StateAsync).OpenToAll();
        agents.MapPost("", RegisterAsync).WithSummary("Registers an agent")
            .WithDescription("A person needs `handling`. Choose an id that names nobody: it stands in addresses and in the lineage.")
            .Accepts<RegisterAgent>("application/json").Creates<AgentView>().Refuses(400, 401, 403, 409, 415).Needs(Role.Editor);
        agents.MapGet("/{id}", FindAsync).WithSummary("An agent, and for whom it acts").WithDescription(ForDays)
            .Gives<AgentView>().TaggedAlsoBy<AgentQueries>(queries => queries.StateAsync).OpenToAll();
        agents.MapPut("/{id}", DescribeAsync).WithSummary("Replaces the description of an agent")
            .Accepts<DescribeAgent>("application/json").Gives<AgentView>().Refuses(400, 401, 403, 412, 415, 428).Needs(Role.Editor);
        agents.MapGet("/{id}/roles", RolesAsync).WithSummary("What an agent is to data sets, by the order of entry").WithDescription(ForDays)
            .Lists<AgentRoleView>().Refuses(404).TaggedAlsoBy<AgentQueries>(queries => queries.StateAsync).OpenToAll();
        agents.MapPost("/{id}/acts-for", AddDelegationAsync).WithSummary("States that an agent acts for another")
            .Accepts<AddDelegation>("application/json").Creates<DelegationView>().Refuses(400, 401, 403, 404, 415).Needs(Role.Editor);
        agents.MapPost("/{id}/acts-for/{fact:long}/end", EndDelegationAsync).WithSummary("States that an agent no longer acts for another, or never did")
            .WithDescription("A new fact that replaces the one before, which stays for reads as of earlier.")
            .Accepts<EndRelation>("application/json").Creates<DelegationView>().Refuses(400, 401, 403, 404, 415, 422).Needs(Role.Editor);
        MapRoles(api);
    }

    /// <summary>The ETag of a description.</summary>
    public static string TagOf(int revision) => $"\"r{revision.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>True for the tag that a change answered, <c>"r2"</c>, and for that of any GET of the same revision, <c>"r2-…"</c>.</summary>
    public static bool IsTagOf(int revision, string tag) =>
        tag == TagOf(revision) || tag.StartsWith(TagOf(revision).TrimEnd('"') + "-", StringComparison.Ordinal) && tag.EndsWith('"');

    private static void MapRoles(RouteGroupBuilder api)
    {
        var roles = api.MapGroup("/datasets/{id}/roles").WithTags("Agents").Takes("id", "sdg-demo", "The data set, by its id.").Takes("fact", "3", "Number of the fact, as lists have it.");
        roles.MapGet("", DatasetRolesAsync).WithSummary("Who is what to a data set and its versions, by the order of entry")
            .WithDescription("Generator, subject, manager, owner, funder, processor, publisher. Roles of agents of which the caller may not know are left out. " + ForDays)
            .Lists<AgentRoleView>().Refuses(404).TaggedAlsoBy<AgentQueries>(queries => queries.StateAsync).OpenToAll();
        roles.MapPost("", AddRoleAsync).WithSummary("States what an agent is to a data set or to one of its versions")
            .WithDescription("It is stated in the lineage too, as an attribution with its role.")
            .Accepts<AddRole>("application/json").Creates<AgentRoleView>().Refuses(400, 401, 403, 404, 409, 415).Needs(Role.Editor);
        roles.MapPost("/{fact:long}/end", EndRoleAsync).WithSummary("States that a role ended, or never was")
            .WithDescription("A new fact that replaces the one before, which stays for reads as of earlier.")
            .Accepts<EndRelation>("application/json").Creates<AgentRoleView>().Refuses(400, 401, 403, 404, 415, 422).Needs(Role.Editor);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListAgents request, AgentQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(request, cancellationToken));

    private static async Task<IResult> RegisterAsync(RegisterAgent request, AgentCommands commands, HttpContext http, CancellationToken cancellationToken)
    {
        var agent = await commands.RegisterAsync(request, cancellationToken);
        http.Response.Headers.ETag = TagOf(agent.Revision);
        return TypedResults.Created($"/v1/agents/{agent.Id}", agent);
    }

    private static async Task<IResult> FindAsync(string id, [AsParameters] GetAgent request, AgentQueries queries, HttpContext http, CancellationToken cancellationToken)
    {
        var agent = await queries.FindAsync(id, request, cancellationToken) ?? throw Missing(id);
        http.Response.Headers.ETag = TagOf(agent.Revision);
        return TypedResults.Ok(agent);
    }

    private static async Task<IResult> DescribeAsync(string id, DescribeAgent request, [FromHeader(Name = "If-Match")] string? ifMatch,
        AgentCommands commands, AgentQueries queries, HttpContext http, CancellationToken cancellationToken)
    {
        if (!await commands.DescribeAsync(id, request, ifMatch, cancellationToken)) throw Missing(id);
        return await FindAsync(id, new GetAgent(), queries, http, cancellationToken);
    }

    private static async Task<IResult> RolesAsync(string id, [AsParameters] ListRoles request, RoleQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListOfAgentAsync(id, request, cancellationToken) ?? throw Missing(id));

    private static async Task<IResult> AddDelegationAsync(string id, AddDelegation request, DelegationCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.AddAsync(id, request, cancellationToken) ?? throw Missing(id));

    private static async Task<IResult> EndDelegationAsync(string id, long fact, EndRelation request, DelegationCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.EndAsync(id, fact, request, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no fact {fact} for whom an agent '{id}' acts that you may see. GET /v1/agents/{{id}} lists them."));

    private static async Task<IResult> DatasetRolesAsync(string id, [AsParameters] ListRoles request, RoleQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListOfDatasetAsync(id, request, cancellationToken) ?? throw NoDataset(id));

    private static async Task<IResult> AddRoleAsync(string id, AddRole request, RoleCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.AddAsync(id, request, cancellationToken) ?? throw NoDataset(id));

    private static async Task<IResult> EndRoleAsync(string id, long fact, EndRelation request, RoleCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await commands.EndAsync(id, fact, request, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no role {fact} on a data set '{id}' that you may see. GET /v1/datasets/{{id}}/roles lists them."));

    private static ProblemException Missing(string id) =>
        new(Problems.NotFound, $"There is no agent '{id}' that you may see. GET /v1/agents lists them.");

    private static ProblemException NoDataset(string id) =>
        new(Problems.NotFound, $"There is no data set '{id}' that you may see. GET /v1/datasets lists them.");
}
