using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agents;

/// <summary>Registers and describes agents; the graph of provenance names them by their newest description.</summary>
public sealed class AgentCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AreaQueries areas, TimeProvider time,
    IValidator<RegisterAgent> registerValidator, IValidator<DescribeAgent> describeValidator)
{
    public async Task<AgentView> RegisterAsync(RegisterAgent request, CancellationToken cancellationToken)
    {
        registerValidator.Check(request);
        var description = await DescriptionOfAsync(request, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (await context.Agents.AnyAsync(a => a.Id == request.Id, cancellationToken))
        {
            throw new ProblemException(Problems.AlreadyExists, $"There is an agent '{request.Id}' already. Choose another id.");
        }

        var agent = Agent.Register(request.Id, description, Now());
        context.Agents.Add(agent);
        await ProvenanceCommands.StateAsync(context, agent, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AgentQueries.ToView(agent, []);
    }

    /// <summary>Replaces the description; false when there is no such agent.</summary>
    public async Task<bool> DescribeAsync(string id, DescribeAgent request, string? ifMatch, CancellationToken cancellationToken)
    {
        describeValidator.Check(request);
        var description = await DescriptionOfAsync(request, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        var agent = await visibility.Agents(context).FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (agent is null) return false;

        RequireMatch(agent, ifMatch);
        agent.Describe(description, Now());
        await ProvenanceCommands.StateAsync(context, agent, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static void RequireMatch(Agent agent, string? ifMatch)
    {
        var current = AgentEndpoints.TagOf(agent.Revision);
        if (string.IsNullOrEmpty(ifMatch))
        {
            throw new ProblemException(Problems.PreconditionRequired, $"Send If-Match with the ETag of the agent, now {current}.");
        }

        if (ifMatch != "*" && !ifMatch.Split(',', StringSplitOptions.TrimEntries).Any(t => AgentEndpoints.IsTagOf(agent.Revision, t)))
        {
            throw new ProblemException(Problems.PreconditionFailed, $"The agent is no longer at {ifMatch}. Read it again and repeat the change on what you find.");
        }
    }

    private async Task<AgentDescription> DescriptionOfAsync(DescribeAgent r, CancellationToken cancellationToken) => new()
    {
        Kind = r.Kind,
        Name = r.Name,
        Country = r.Country is { } code ? await CountryOfAsync(code, cancellationToken) : null,
        Track = r.Track ?? Track.None,
        ScienceDiplomacy = r.ScienceDiplomacy ?? ScienceDiplomacy.None,
        Handling = r.Handling ?? Handling.Public,
    };

    private async Task<string> CountryOfAsync(string code, CancellationToken cancellationToken) =>
        await areas.FindAsync(code, cancellationToken) is { Type: AreaType.Country or AreaType.Former } area
            ? area.Code
            : throw ProblemException.Invalid("country", $"'{code}' is no code of a country. GET /v1/areas?type=country lists them.");

    private DateTime Now() => Instants.Truncate(time.GetUtcNow().UtcDateTime);
}
