using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Interpretations;

/// <summary>
/// Reads interpretations. One is there for those who may see its data set or record and may know of its agent; for all others it does not exist. What it
/// tells of the values of a data set is for those who may read these under the terms of that data set now.
/// </summary>
public sealed class InterpretationQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, CitationQueries citations, AgentQueries agents, AreaQueries areas, IReadTerms terms, IValidator<ListInterpretations> validator)
{
    /// <summary>Interpretations by the order of entry.</summary>
    public async Task<PageView<InterpretationView>> ListAsync(ListInterpretations request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var (series, codes) = (Paging.Codes(request.Series), Paging.Codes(request.Area));
        var area = codes.Count == 0 ? [] : await areas.ResolveFilterAsync(codes, [], cancellationToken);
        var query = Cursor.Fingerprint("interpretations", request.Dataset, request.Target, request.Kind, string.Join(',', series), string.Join(',', codes), request.Agent, request.Stance, request.ValidAt, Instants.Canonical(request.AsOf));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = Filter(Seen(context), request);
        if (series.Count > 0) seen = seen.Where(i => series.Contains(i.Series));
        if (codes.Count > 0) seen = seen.Where(i => context.Areas.Any(a => a.Code == i.Area && area.Contains(a.Id)));
        var page = await Facts.PageAsync(seen, at => seen.HeldAt(context.Interpretations, at), query,
            new FactPage(request.AsOf is null ? null : Snapshot.InstantOf(request.AsOf, time), request.Limit, request.Cursor, request.Count),
            (facts, _) => ShowAsync(context, facts, cancellationToken), cancellationToken);
        note.Add(page.Items.Select(i => i.Target.Dataset).OfType<string>());
        return page;
    }

    /// <summary>An interpretation as it was stated, also when it was replaced since; null when there is none that the caller may see.</summary>
    public async Task<InterpretationView?> FindAsync(long number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Seen(context).AsNoTracking().FirstOrDefaultAsync(i => i.Id == number && !i.IsWithdrawn, cancellationToken);
        note.AddFound(found?.DatasetId);
        return found is null ? null : (await ShowAsync(context, [found], cancellationToken))[0];
    }

    /// <summary>A number that changes before any of these answers can: with interpretations, agents, and records that are cited.</summary>
    public async Task<long> StateAsync(CancellationToken cancellationToken)
    {
        var before = await agents.StateAsync(cancellationToken) + await citations.StateAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return before + (await context.Interpretations.MaxAsync(i => (long?)i.Id, cancellationToken) ?? 0);
    }

    /// <summary>Those that the caller may see, whenever recorded.</summary>
    internal IQueryable<Interpretation> Seen(DataContext context)
    {
        var (known, datasets, records) = (visibility.Agents(context).Select(a => a.Id), visibility.Datasets(context).Select(d => d.Id), CitationQueries.PublicRecords(context).Select(r => r.Id));
        return context.Interpretations.Where(i => known.Contains(i.AgentId) && (i.DatasetId == null || datasets.Contains(i.DatasetId)) && (i.RecordId == null || records.Contains(i.RecordId)));
    }

    internal async Task<IReadOnlyList<InterpretationView>> ShowAsync(DataContext context, IReadOnlyList<Interpretation> facts, CancellationToken cancellationToken)
    {
        var names = await agents.NamesAsync(context, facts.Select(f => f.AgentId), cancellationToken);
        var cited = await citations.ShowAsync(context, facts.Select(f => f.Citations), cancellationToken);
        var values = facts.ToDictionary(f => f.Id, f => CitedValue.Of(f.CitedValues));
        var seen = await citations.SeenAsync(context, values.Values.SelectMany(v => v).Select(v => v.Dataset), cancellationToken);
        var refused = await terms.RefusedAsync(seen.Concat(facts.Where(HasOutput).Select(f => f.DatasetId).OfType<string>()), cancellationToken);
        return [.. facts.Select(f => Withheld(ToView(f, names[f.AgentId], [.. values[f.Id].Where(v => seen.Contains(v.Dataset))], f.Citations is null ? [] : cited[f.Citations]), HasOutput(f), refused))];
    }

    private static bool HasOutput(Interpretation said) => said.Verdict is not null || said.Output is not null;

    /// <summary>The same without the values of data sets that the caller may not read.</summary>
    private static InterpretationView Withheld(InterpretationView view, bool hasOutput, IReadOnlyDictionary<string, string> refused)
    {
        string[] told = [.. view.Values.Select(v => v.Dataset), .. hasOutput && view.Target.Dataset is { } dataset ? [dataset] : Array.Empty<string>()];
        List<string> withheld = [.. told.Where(refused.ContainsKey).Distinct(StringComparer.Ordinal)];
        if (withheld.Count == 0) return view;
        return view with
        {
            Target = hasOutput && withheld.Contains(view.Target.Dataset ?? "") ? view.Target with { Verdict = null, Output = null } : view.Target,
            Values = [.. view.Values.Select(v => withheld.Contains(v.Dataset) ? v with { Value = null } : v)],
            Withheld = [.. withheld.Select(d => new WithheldValuesView { Dataset = d, Reason = refused[d], Terms = $"/v1/datasets/{d}/terms" })],
        };
    }

    private static IQueryable<Interpretation> Filter(IQueryable<Interpretation> seen, ListInterpretations request)
    {
        if (request.Dataset is { } dataset) seen = seen.Where(i => i.DatasetId == dataset);
        if (request.Target?.TrimStart('/') is { } target) seen = seen.Where(i => i.TargetIri == target);
        if (request.Kind is { } kind && WireNames.TryParse<InterpretationTargetKind>(kind, out var wanted)) seen = seen.Where(i => i.TargetKind == wanted);
        if (request.Agent is { } agent) seen = seen.Where(i => i.AgentId == agent);
        if (request.Stance is { } stance && WireNames.TryParse<InterpretationStance>(stance, out var held)) seen = seen.Where(i => i.Stance == held);
        if (Instants.DayOf(request.ValidAt) is { } day)
        {
            var end = Instants.EndOf(day);
            seen = seen.Where(i => i.StatedAt <= end);
        }

        return seen;
    }

    private static InterpretationView ToView(Interpretation said, string name, IReadOnlyList<CitedValue> values, IReadOnlyList<string> cited) => new()
    {
        Id = said.Id,
        Agent = said.AgentId,
        AgentName = name,
        Target = new InterpretationTargetView
        {
            Kind = said.TargetKind,
            Address = "/" + said.TargetIri,
            Dataset = said.DatasetId,
            Version = said.VersionNumber,
            Series = said.Series,
            Area = said.Area,
            From = said.PeriodFrom,
            To = said.PeriodTo,
            Verdict = said.Verdict,
            Output = said.Output,
            OutputAsOf = said.OutputAsOf,
        },
        Stance = said.Stance,
        Text = said.Text,
        Language = said.Language,
        Confidence = said.Confidence,
        Likelihood = said.Likelihood,
        LikelihoodLow = said.Likelihood is { } low ? CalibratedScales.RangeOf(low).Low : null,
        LikelihoodHigh = said.Likelihood is { } high ? CalibratedScales.RangeOf(high).High : null,
        Method = said.Method,
        Values = [.. values.Select(v => new CitedValueView { Observation = v.Observation, Dataset = v.Dataset, Version = v.Version, Series = v.Series, Area = v.Area, Period = v.Period, Value = v.Value })],
        Withheld = [],
        Citations = cited,
        StatedAt = said.StatedAt,
        RecordedAt = said.RecordedAt,
        Replaces = said.Replaces,
    };
}
