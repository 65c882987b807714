using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Uses;

/// <summary>Reads uses that were reported. Those by agents of which the caller may not know do not exist for them.</summary>
public sealed class UseReportQueries(IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, AgentQueries agents, IValidator<ListUseReports> validator)
{
    /// <summary>Reported uses of a data set, by the order of entry; null when there is no such data set.</summary>
    public async Task<PageView<UseReportView>?> ListAsync(string dataset, ListUseReports request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken)) return null;
        note.Add(dataset);
        var (seen, day) = (Seen(context).Where(u => u.DatasetId == dataset), Instants.DayOf(request.ValidAt));
        if (day is not null) seen = seen.Where(u => (u.UsedFrom == null || u.UsedFrom <= day) && (u.UsedTo == null || u.UsedTo >= day));
        return await Facts.PageAsync(seen, at => seen.HeldAt(context.UseReports, at), Cursor.Fingerprint("use-reports", dataset, request.ValidAt, Instants.Canonical(request.AsOf)),
            new FactPage(request.AsOf is null ? null : Snapshot.InstantOf(request.AsOf, time), request.Limit, request.Cursor, request.Count),
            (facts, _) => ShowAsync(context, facts, cancellationToken), cancellationToken);
    }

    /// <summary>A number that changes before any of these answers can.</summary>
    public async Task<long> StateAsync(CancellationToken cancellationToken)
    {
        var before = await agents.StateAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return before + (await context.UseReports.MaxAsync(u => (long?)u.Id, cancellationToken) ?? 0);
    }

    /// <summary>How many are held now of a data set that was found before.</summary>
    internal Task<long> CountAsync(DataContext context, string dataset, CancellationToken cancellationToken) =>
        Seen(context).Where(u => u.DatasetId == dataset).HeldAt(context.UseReports, DateTime.MaxValue).LongCountAsync(cancellationToken);

    /// <summary>Those that the caller may see, whenever recorded.</summary>
    internal IQueryable<UseReport> Seen(DataContext context)
    {
        var (known, datasets) = (visibility.Agents(context).Select(a => a.Id), visibility.Datasets(context).Select(d => d.Id));
        return context.UseReports.Where(u => known.Contains(u.AgentId) && datasets.Contains(u.DatasetId));
    }

    internal async Task<IReadOnlyList<UseReportView>> ShowAsync(DataContext context, IReadOnlyList<UseReport> facts, CancellationToken cancellationToken)
    {
        var names = await agents.NamesAsync(context, facts.Select(f => f.AgentId), cancellationToken);
        return [.. facts.Select(f => ToView(f, names[f.AgentId]))];
    }

    private static UseReportView ToView(UseReport use, string name) => new()
    {
        Id = use.Id,
        Dataset = use.DatasetId,
        Version = use.VersionNumber,
        Agent = use.AgentId,
        AgentName = name,
        Purpose = use.Purpose,
        Description = use.Description,
        Citation = use.Citation,
        From = use.UsedFrom,
        To = use.UsedTo,
        RecordedAt = use.RecordedAt,
        Replaces = use.Replaces,
    };
}
