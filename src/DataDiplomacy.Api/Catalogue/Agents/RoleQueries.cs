using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agents;

/// <summary>Reads what agents are to data sets. Roles of agents of which the caller may not know do not exist for them.</summary>
public sealed class RoleQueries(IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, IValidator<ListRoles> validator)
{
    /// <summary>Roles on a data set and its versions, by the order of entry; null when there is no such data set.</summary>
    public async Task<PageView<AgentRoleView>?> ListOfDatasetAsync(string dataset, ListRoles request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken)) return null;
        return await PageAsync(Visible(context).Where(r => r.Role.DatasetId == dataset), Cursor.Fingerprint("roles", dataset, request.ValidAt, Instants.Canonical(request.AsOf)), request, context, cancellationToken);
    }

    /// <summary>Roles of an agent on the data sets that the caller may see, by the order of entry; null when there is no such agent.</summary>
    public async Task<PageView<AgentRoleView>?> ListOfAgentAsync(string agent, ListRoles request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await visibility.Agents(context).AnyAsync(a => a.Id == agent, cancellationToken)) return null;
        return await PageAsync(Visible(context).Where(r => r.Role.AgentId == agent), Cursor.Fingerprint("agent-roles", agent, request.ValidAt, Instants.Canonical(request.AsOf)), request, context, cancellationToken);
    }

    /// <summary>The roles of each of several data sets that were found before, in one statement; at most 1,000 of each.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<AgentRoleView>>> OfDatasetsAsync(IReadOnlyList<string> datasets, ListRoles request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var at = request.AsOf is null ? DateTime.MaxValue : Snapshot.InstantOf(request.AsOf, time);
        var roles = await Held(context, Visible(context).Where(r => datasets.Contains(r.Role.DatasetId)), at, Instants.DayOf(request.ValidAt)).OrderBy(r => r.Role.Id).AsNoTracking().ToListAsync(cancellationToken);
        note.Add(datasets);
        var byDataset = roles.ToLookup(r => r.Role.DatasetId, ToView, StringComparer.Ordinal);
        return datasets.ToDictionary(d => d, d => (IReadOnlyList<AgentRoleView>)[.. byDataset[d].Take(Paging.MaxLimit)]);
    }

    public static AgentRoleView ToView(AgentRole role, string name, AgentKind kind) => new()
    {
        Id = role.Id,
        Dataset = role.DatasetId,
        Version = role.VersionNumber,
        Agent = role.AgentId,
        AgentName = name,
        AgentKind = kind,
        Role = role.Function,
        From = role.ValidFrom,
        To = role.ValidTo,
        Note = role.Note,
        RecordedAt = role.RecordedAt,
        Replaces = role.Replaces,
    };

    private static AgentRoleView ToView(SeenRole seen) => ToView(seen.Role, seen.Name, seen.Kind);

    private async Task<PageView<AgentRoleView>> PageAsync(IQueryable<SeenRole> seen, string query, ListRoles request, DataContext context, CancellationToken cancellationToken)
    {
        var cursor = Cursor.Decode(request.Cursor, query, keyParts: 1);
        // Without a wish it is the state of the newest fact: the same facts give the same bytes.
        var newest = await seen.MaxAsync(r => (DateTime?)r.Role.RecordedAt, cancellationToken) ?? DateTime.UnixEpoch;
        var at = cursor?.AsOf ?? (request.AsOf is null ? newest : Snapshot.InstantOf(request.AsOf, time));
        var held = Held(context, seen, at, Instants.DayOf(request.ValidAt));
        var (limit, after) = (request.Limit ?? Paging.DefaultLimit, cursor?.LongNumber(0) ?? 0);
        var roles = await held.Where(r => r.Role.Id > after).OrderBy(r => r.Role.Id).Take(limit + 1).AsNoTracking().ToListAsync(cancellationToken);
        var page = roles.Take(limit).ToList();
        note.Add(page.Select(r => r.Role.DatasetId));
        var cursors = page.Select(r => new Snapshot(at, 0, null).CursorAfter(query, r.Role.Id.ToString(CultureInfo.InvariantCulture))).ToList();
        return new PageView<AgentRoleView>
        {
            Items = [.. page.Select(ToView)],
            Next = roles.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            AsOf = at,
            Total = request.Count is null ? null : await held.LongCountAsync(cancellationToken),
        };
    }

    private IQueryable<SeenRole> Visible(DataContext context) =>
        from r in context.AgentRoles
        join a in visibility.Agents(context) on r.AgentId equals a.Id
        join d in visibility.Datasets(context) on r.DatasetId equals d.Id
        select new SeenRole { Role = r, Name = a.Name, Kind = a.Kind };

    private static IQueryable<SeenRole> Held(DataContext context, IQueryable<SeenRole> seen, DateTime at, DateOnly? day) => seen.Where(r =>
        r.Role.RecordedAt <= at && !r.Role.IsWithdrawn && !context.AgentRoles.Any(l => l.Replaces == r.Role.Id && l.RecordedAt <= at)
        && (day == null || (r.Role.ValidFrom == null || r.Role.ValidFrom <= day) && (r.Role.ValidTo == null || r.Role.ValidTo >= day)));

    /// <summary>A role with what is shown of its agent.</summary>
    private sealed class SeenRole
    {
        public required AgentRole Role { get; init; }

        public required string Name { get; init; }

        public required AgentKind Kind { get; init; }
    }
}
