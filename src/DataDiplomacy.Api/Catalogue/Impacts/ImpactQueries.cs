using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Catalogue.Interpretations;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Impacts;

/// <summary>Reads statements of impact, each with how it stands by what others say of it. Statements of agents of which the caller may not know do not exist for them, and count for nothing.</summary>
public sealed class ImpactQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, AgentQueries agents, CitationQueries citations, InterpretationQueries interpretations,
    IValidator<ListImpacts> listValidator, IValidator<GetImpactSummary> summaryValidator)
{
    private const string Scale = "https://w3id.org/dpv/risk";
    private const int MostCounted = 10_000;

    /// <summary>Statements of impact of a data set by the order of entry, withdrawn ones with their status; null when there is no such data set.</summary>
    public async Task<PageView<ImpactView>?> ListAsync(string dataset, ListImpacts request, CancellationToken cancellationToken)
    {
        listValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken)) return null;
        note.Add(dataset);
        var seen = Filter(Seen(context).Where(i => i.DatasetId == dataset), request);
        var query = Cursor.Fingerprint("impacts", dataset, request.Direction, request.Level, request.ValidAt, Instants.Canonical(request.AsOf));
        // How it stands follows from what others say, later than the statement: without a wish it is the state of now.
        var asOf = request.AsOf is null ? await NewestAsync(context, dataset, cancellationToken) : Snapshot.InstantOf(request.AsOf, time);
        return await Facts.PageAsync(seen, at => seen.NewestAt(context.ImpactStatements, at), query, new FactPage(asOf, request.Limit, request.Cursor, request.Count),
            (facts, at) => ShowAsync(context, facts, at, cancellationToken), cancellationToken);
    }

    /// <summary>How many there are by direction and level; null when there is no such data set.</summary>
    public async Task<ImpactSummaryView?> SummaryAsync(string dataset, GetImpactSummary request, CancellationToken cancellationToken)
    {
        summaryValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken)) return null;
        note.Add(dataset);
        var at = request.AsOf is null ? await NewestAsync(context, dataset, cancellationToken) : Snapshot.InstantOf(request.AsOf, time);
        var facts = await Seen(context).Where(i => i.DatasetId == dataset).NewestAt(context.ImpactStatements, at).OrderBy(i => i.Id).Take(MostCounted).AsNoTracking().ToListAsync(cancellationToken);
        var standings = await StandingsAsync(context, facts, at, cancellationToken);
        var counts = facts.ToLookup(f => (f.Direction, f.Level), f => standings[f.Id].Status);
        return new ImpactSummaryView
        {
            Dataset = dataset,
            Cells = [.. Enum.GetValues<ImpactDirection>().SelectMany(d => Enum.GetValues<ImpactLevel>().Select(l => Cell(d, l, [.. counts[(d, l)]])))],
            AsOf = at,
        };
    }

    /// <summary>A number that changes before any of these answers can.</summary>
    public async Task<long> StateAsync(CancellationToken cancellationToken)
    {
        var before = await interpretations.StateAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return before + (await context.ImpactStatements.MaxAsync(i => (long?)i.Id, cancellationToken) ?? 0) + (await context.UseReports.MaxAsync(u => (long?)u.Id, cancellationToken) ?? 0);
    }

    /// <summary>Those that the caller may see, whenever recorded.</summary>
    internal IQueryable<ImpactStatement> Seen(DataContext context)
    {
        var (known, datasets) = (visibility.Agents(context).Select(a => a.Id), visibility.Datasets(context).Select(d => d.Id));
        return context.ImpactStatements.Where(i => known.Contains(i.AgentId) && datasets.Contains(i.DatasetId));
    }

    internal async Task<IReadOnlyList<ImpactView>> ShowAsync(DataContext context, IReadOnlyList<ImpactStatement> facts, DateTime at, CancellationToken cancellationToken)
    {
        var names = await agents.NamesAsync(context, facts.Select(f => f.AgentId), cancellationToken);
        var cited = await citations.ShowAsync(context, facts.Select(f => f.Citations), cancellationToken);
        var standings = await StandingsAsync(context, facts, at, cancellationToken);
        var wanted = facts.Select(f => f.UseId).OfType<long>().ToList();
        var known = visibility.Agents(context).Select(a => a.Id);
        var uses = await context.UseReports.Where(u => wanted.Contains(u.Id) && known.Contains(u.AgentId)).Select(u => u.Id).ToListAsync(cancellationToken);
        return [.. facts.Select(f => ToView(f, names[f.AgentId], f.Citations is null ? [] : cited[f.Citations], standings[f.Id], f.UseId is { } use && uses.Contains(use) ? use : null))];
    }

    private static string IriOf(string dataset, long number) => string.Create(CultureInfo.InvariantCulture, $"v1/datasets/{dataset}/impacts/{number}");

    private static IQueryable<ImpactStatement> Filter(IQueryable<ImpactStatement> seen, ListImpacts request)
    {
        if (request.Direction is { } direction && WireNames.TryParse<ImpactDirection>(direction, out var way)) seen = seen.Where(i => i.Direction == way);
        if (request.Level is { } level && WireNames.TryParse<ImpactLevel>(level, out var wanted)) seen = seen.Where(i => i.Level == wanted);
        if (Instants.DayOf(request.ValidAt) is { } day)
        {
            var end = Instants.EndOf(day);
            seen = seen.Where(i => i.StatedAt <= end);
        }

        return seen;
    }

    /// <summary>The instant of the newest statement of impact and of what others say of one: the same facts give the same bytes.</summary>
    private async Task<DateTime> NewestAsync(DataContext context, string dataset, CancellationToken cancellationToken)
    {
        var stated = await Seen(context).Where(i => i.DatasetId == dataset).MaxAsync(i => (DateTime?)i.RecordedAt, cancellationToken) ?? DateTime.UnixEpoch;
        var said = await Voices(context).Where(i => i.DatasetId == dataset).MaxAsync(i => (DateTime?)i.RecordedAt, cancellationToken) ?? DateTime.UnixEpoch;
        return stated > said ? stated : said;
    }

    private IQueryable<Interpretation> Voices(DataContext context) => interpretations.Seen(context).Where(i => i.TargetKind == InterpretationTargetKind.Impact);

    /// <summary>What others say of a withdrawn statement was said of the one that it replaced.</summary>
    private async Task<Dictionary<long, ImpactStanding>> StandingsAsync(DataContext context, IReadOnlyList<ImpactStatement> facts, DateTime at, CancellationToken cancellationToken)
    {
        var targets = facts.ToDictionary(f => f.Id, f => IriOf(f.DatasetId, f.IsWithdrawn ? f.Replaces ?? f.Id : f.Id));
        var iris = targets.Values.ToList();
        var said = await Voices(context).Where(i => iris.Contains(i.TargetIri) && i.RecordedAt <= at && !i.IsWithdrawn)
            .Select(i => new
            {
                i.TargetIri,
                i.AgentId,
                i.Stance,
                i.RecordedAt,
                Ended = context.Interpretations.Where(l => l.Replaces == i.Id && l.RecordedAt <= at).Select(l => (DateTime?)l.RecordedAt).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(cancellationToken);
        var voices = said.ToLookup(s => s.TargetIri, s => new ImpactVoice(s.AgentId, s.Stance, s.RecordedAt, s.Ended), StringComparer.Ordinal);
        return facts.ToDictionary(f => f.Id, f => ImpactStanding.Of(f.AgentId, f.RecordedAt, f.IsWithdrawn ? f.RecordedAt : null, [.. voices[targets[f.Id]]]));
    }

    private static ImpactCellView Cell(ImpactDirection direction, ImpactLevel level, IReadOnlyList<ImpactStatus> found) => new()
    {
        Direction = direction,
        Level = level,
        Claimed = found.Count(s => s == ImpactStatus.Claimed),
        Supported = found.Count(s => s == ImpactStatus.Supported),
        Contested = found.Count(s => s == ImpactStatus.Contested),
        Withdrawn = found.Count(s => s == ImpactStatus.Withdrawn),
    };

    private static string Because(ImpactStanding standing) => standing.Status switch
    {
        ImpactStatus.Withdrawn => "Whoever stated it no longer does; the text says why.",
        ImpactStatus.Claimed => "No other agent speaks for or against it, as far as you may see.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{standing.For} other agent(s) support it and {standing.Against} contest(s) it, as far as you may see."),
    };

    private static ImpactView ToView(ImpactStatement impact, string name, IReadOnlyList<string> cited, ImpactStanding standing, long? use) => new()
    {
        Id = impact.Id,
        Dataset = impact.DatasetId,
        Version = impact.VersionNumber,
        Use = use,
        Agent = impact.AgentId,
        AgentName = name,
        Direction = impact.Direction,
        Level = impact.Level,
        Affected = [.. impact.AffectedKinds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(k => WireNames.TryParse<AgentKind>(k, out var kind) ? kind : AgentKind.Public)],
        Severity = impact.Severity,
        Likelihood = impact.Likelihood,
        Scale = Scale,
        Effect = impact.Effect,
        Text = impact.Text,
        Language = impact.Language,
        Citations = cited,
        Status = standing.Status,
        StatusSince = standing.Since,
        StatusBecause = Because(standing),
        Interpretations = $"/v1/interpretations?target=/{IriOf(impact.DatasetId, impact.IsWithdrawn ? impact.Replaces ?? impact.Id : impact.Id)}",
        StatedAt = impact.StatedAt,
        RecordedAt = impact.RecordedAt,
        Replaces = impact.Replaces,
    };
}
