using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agents;

/// <summary>Reads agents, each with those for whom it acts.</summary>
public sealed class AgentQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, TimeProvider time, IValidator<ListAgents> listValidator, IValidator<GetAgent> getValidator)
{
    public async Task<PageView<AgentView>> ListAsync(ListAgents request, CancellationToken cancellationToken)
    {
        listValidator.Check(request);
        var query = Cursor.Fingerprint("agents", request.Q, request.Kind);
        var after = Cursor.Decode(request.Cursor, query, keyParts: 1)?.After[0];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var filtered = Filter(visibility.Agents(context), request);
        var limit = request.Limit ?? Paging.DefaultLimit;
        var agents = await filtered.Where(a => after == null || string.Compare(a.Id, after) > 0).OrderBy(a => a.Id).Take(limit + 1).AsNoTracking().ToListAsync(cancellationToken);
        var page = agents.Take(limit).ToList();
        var delegations = await DelegationsAsync(context, [.. page.Select(a => a.Id)], new GetAgent(), cancellationToken);
        var cursors = page.Select(a => new Snapshot(default, 0, null).CursorAfter(query, a.Id)).ToList();
        return new PageView<AgentView>
        {
            Items = [.. page.Select(a => ToView(a, delegations[a.Id]))],
            Next = agents.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            Total = request.Count is null ? null : await filtered.LongCountAsync(cancellationToken),
        };
    }

    /// <summary>The agent, or null when there is none of which the caller may know.</summary>
    public async Task<AgentView?> FindAsync(string id, GetAgent request, CancellationToken cancellationToken)
    {
        getValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var agent = await visibility.Agents(context).AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
        return agent is null ? null : ToView(agent, (await DelegationsAsync(context, [id], request, cancellationToken))[id]);
    }

    /// <summary>A number that rises with each change of an agent, a role or a delegation.</summary>
    public async Task<long> StateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var revisions = await context.Agents.SumAsync(a => (long?)a.Revision, cancellationToken) ?? 0;
        var roles = await context.AgentRoles.MaxAsync(r => (long?)r.Id, cancellationToken) ?? 0;
        return revisions + roles + (await context.AgentDelegations.MaxAsync(d => (long?)d.Id, cancellationToken) ?? 0);
    }

    /// <summary>Names of agents that the caller may know of, by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(DataContext context, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        return await visibility.Agents(context).Where(a => wanted.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, StringComparer.Ordinal, cancellationToken);
    }

    public static AgentView ToView(Agent agent, IEnumerable<DelegationView> actsFor) => new()
    {
        Id = agent.Id,
        Kind = agent.Kind,
        Name = agent.Name,
        Country = agent.Country,
        Track = agent.Track,
        ScienceDiplomacy = agent.ScienceDiplomacy,
        Handling = agent.Handling,
        ActsFor = [.. actsFor],
        CreatedAt = agent.CreatedAt,
        UpdatedAt = agent.UpdatedAt,
        Revision = agent.Revision,
    };

    public static DelegationView ToView(AgentDelegation delegation, string name) => new()
    {
        Id = delegation.Id,
        Agent = delegation.ResponsibleId,
        AgentName = name,
        From = delegation.ValidFrom,
        To = delegation.ValidTo,
        Note = delegation.Note,
        RecordedAt = delegation.RecordedAt,
        Replaces = delegation.Replaces,
    };

    private static IQueryable<Agent> Filter(IQueryable<Agent> agents, ListAgents request)
    {
#pragma warning disable CA1862 // Translated to SQL lower(): the overload with a comparison is not.
        foreach (var word in (request.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => w.ToLowerInvariant()))
        {
            agents = agents.Where(a => a.Id.Contains(word) || a.Name.ToLower().Contains(word));
        }
#pragma warning restore CA1862

        return request.Kind is { } kind && WireNames.TryParse<AgentKind>(kind, out var wanted) ? agents.Where(a => a.Kind == wanted) : agents;
    }

    private async Task<ILookup<string, DelegationView>> DelegationsAsync(DataContext context, IReadOnlyList<string> agents, GetAgent request, CancellationToken cancellationToken)
    {
        var (at, day) = (request.AsOf is null ? DateTime.MaxValue : Snapshot.InstantOf(request.AsOf, time), Instants.DayOf(request.ValidAt));
        var held = await (
            from d in context.AgentDelegations
            join a in visibility.Agents(context) on d.ResponsibleId equals a.Id
            where agents.Contains(d.AgentId) && d.RecordedAt <= at && !d.IsWithdrawn
                && !context.AgentDelegations.Any(l => l.Replaces == d.Id && l.RecordedAt <= at)
                && (day == null || (d.ValidFrom == null || d.ValidFrom <= day) && (d.ValidTo == null || d.ValidTo >= day))
            orderby d.Id
            select new { Delegation = d, a.Name }).AsNoTracking().ToListAsync(cancellationToken);
        return held.ToLookup(h => h.Delegation.AgentId, h => ToView(h.Delegation, h.Name), StringComparer.Ordinal);
    }
}
