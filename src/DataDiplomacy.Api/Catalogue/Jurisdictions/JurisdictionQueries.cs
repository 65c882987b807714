using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Catalogue.Interpretations;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Jurisdictions;

/// <summary>Reads under which law data are, with the disputes over it. What agents state of whom the caller may not know does not exist for them.</summary>
public sealed class JurisdictionQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, AgentQueries agents, CitationQueries citations, IValidator<ListJurisdictions> validator)
{
    private const int MostDisputes = 100;

    /// <summary>Facts of a data set by the order of entry; null when there is no such data set.</summary>
    public async Task<PageView<JurisdictionView>?> ListAsync(string dataset, ListJurisdictions request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken)) return null;
        note.Add(dataset);
        var (seen, day) = (Seen(context).Where(f => f.DatasetId == dataset), Instants.DayOf(request.ValidAt));
        if (request.Aspect is { } aspect && WireNames.TryParse<JurisdictionAspect>(aspect, out var wanted)) seen = seen.Where(f => f.Aspect == wanted);
        if (day is not null) seen = seen.Where(f => (f.ValidFrom == null || f.ValidFrom <= day) && (f.ValidTo == null || f.ValidTo >= day));
        // Disputes come later than what they are over: without a wish it is the state of the newest of both.
        var asOf = request.AsOf is null ? await NewestAsync(context, dataset, cancellationToken) : Snapshot.InstantOf(request.AsOf, time);
        return await Facts.PageAsync(seen, at => seen.HeldAt(context.JurisdictionFacts, at), Cursor.Fingerprint("jurisdictions", dataset, request.Aspect, request.ValidAt, Instants.Canonical(request.AsOf)),
            new FactPage(asOf, request.Limit, request.Cursor, request.Count), (facts, at) => ShowAsync(context, facts, at, cancellationToken), cancellationToken);
    }

    /// <summary>A number that changes before any of these answers can.</summary>
    public async Task<long> StateAsync(CancellationToken cancellationToken)
    {
        var before = await agents.StateAsync(cancellationToken) + await citations.StateAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return before + (await context.JurisdictionFacts.MaxAsync(f => (long?)f.Id, cancellationToken) ?? 0) + (await context.JurisdictionDisputes.MaxAsync(d => (long?)d.Id, cancellationToken) ?? 0);
    }

    /// <summary>Those that the caller may see, whenever recorded.</summary>
    internal IQueryable<JurisdictionFact> Seen(DataContext context)
    {
        var (known, datasets) = (visibility.Agents(context).Select(a => a.Id), visibility.Datasets(context).Select(d => d.Id));
        return context.JurisdictionFacts.Where(f => known.Contains(f.AgentId) && datasets.Contains(f.DatasetId));
    }

    /// <summary>Disputes over facts that the caller may see, whenever recorded.</summary>
    internal IQueryable<JurisdictionDispute> SeenDisputes(DataContext context)
    {
        var (known, facts) = (visibility.Agents(context).Select(a => a.Id), Seen(context).Select(f => f.Id));
        return context.JurisdictionDisputes.Where(d => known.Contains(d.AgentId) && facts.Contains(d.FactId));
    }

    internal async Task<IReadOnlyList<JurisdictionView>> ShowAsync(DataContext context, IReadOnlyList<JurisdictionFact> facts, DateTime at, CancellationToken cancellationToken)
    {
        var chains = await ChainsAsync(context, facts, cancellationToken);
        var ids = chains.SelectMany(c => c.Value).ToList();
        var disputes = await SeenDisputes(context).Where(d => ids.Contains(d.FactId)).HeldAt(context.JurisdictionDisputes, at).OrderBy(d => d.Id).AsNoTracking().ToListAsync(cancellationToken);
        var views = await ShowAsync(context, disputes, cancellationToken);
        var names = await agents.NamesAsync(context, facts.Select(f => f.AgentId), cancellationToken);
        var places = facts.Select(f => f.Place).Distinct().ToList();
        var areas = await context.Areas.Where(a => places.Contains(a.Code)).ToDictionaryAsync(a => a.Code, a => a.Name, StringComparer.Ordinal, cancellationToken);
        return [.. facts.Select(f => ToView(f, names[f.AgentId], areas.GetValueOrDefault(f.Place, f.Place), [.. views.Where(d => chains[f.Id].Contains(d.Fact)).Take(MostDisputes)]))];
    }

    internal async Task<IReadOnlyList<JurisdictionDisputeView>> ShowAsync(DataContext context, IReadOnlyList<JurisdictionDispute> disputes, CancellationToken cancellationToken)
    {
        var names = await agents.NamesAsync(context, disputes.Select(d => d.AgentId), cancellationToken);
        var cited = await citations.ShowAsync(context, disputes.Select(d => d.Citations), cancellationToken);
        return [.. disputes.Select(d => ToView(d, names[d.AgentId], d.Citations is null ? [] : cited[d.Citations]))];
    }

    private async Task<DateTime> NewestAsync(DataContext context, string dataset, CancellationToken cancellationToken)
    {
        var stated = await Seen(context).Where(f => f.DatasetId == dataset).MaxAsync(f => (DateTime?)f.RecordedAt, cancellationToken) ?? DateTime.UnixEpoch;
        var disputed = await SeenDisputes(context).Where(d => d.DatasetId == dataset).MaxAsync(d => (DateTime?)d.RecordedAt, cancellationToken) ?? DateTime.UnixEpoch;
        return stated > disputed ? stated : disputed;
    }

    /// <summary>Each fact with those that it replaced, one after another.</summary>
    private static async Task<Dictionary<long, HashSet<long>>> ChainsAsync(DataContext context, IReadOnlyList<JurisdictionFact> facts, CancellationToken cancellationToken)
    {
        var chains = facts.ToDictionary(f => f.Id, f => new HashSet<long> { f.Id });
        var ends = facts.Where(f => f.Replaces is not null).ToDictionary(f => f.Id, f => f.Replaces ?? 0);
        while (ends.Count > 0)
        {
            foreach (var (id, before) in ends) chains[id].Add(before);
            var wanted = ends.Values.ToList();
            var earlier = await context.JurisdictionFacts.Where(f => wanted.Contains(f.Id) && f.Replaces != null).ToDictionaryAsync(f => f.Id, f => f.Replaces ?? 0, cancellationToken);
            ends = ends.Where(e => earlier.ContainsKey(e.Value)).ToDictionary(e => e.Key, e => earlier[e.Value]);
        }

        return chains;
    }

    private static JurisdictionView ToView(JurisdictionFact fact, string name, string place, IReadOnlyList<JurisdictionDisputeView> disputes) => new()
    {
        Id = fact.Id,
        Dataset = fact.DatasetId,
        Version = fact.VersionNumber,
        Aspect = fact.Aspect,
        Place = fact.Place,
        PlaceName = place,
        Law = fact.Law,
        LawUrl = fact.LawUrl,
        Basis = fact.Basis,
        Agent = fact.AgentId,
        AgentName = name,
        From = fact.ValidFrom,
        To = fact.ValidTo,
        Contested = disputes.Any(d => d.Status == DisputeStatus.Open),
        Disputes = disputes,
        RecordedAt = fact.RecordedAt,
        Replaces = fact.Replaces,
    };

    private static JurisdictionDisputeView ToView(JurisdictionDispute dispute, string name, IReadOnlyList<string> cited) => new()
    {
        Id = dispute.Id,
        Fact = dispute.FactId,
        Agent = dispute.AgentId,
        AgentName = name,
        Claim = dispute.Claim,
        Status = dispute.Status,
        Outcome = dispute.Outcome,
        Citations = cited,
        StatedAt = dispute.StatedAt,
        RecordedAt = dispute.RecordedAt,
        Replaces = dispute.Replaces,
    };
}
