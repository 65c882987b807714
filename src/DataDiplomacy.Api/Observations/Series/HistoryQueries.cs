using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Tells what was known about one observation, and when.</summary>
public sealed class HistoryQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, IReadTerms terms, SeriesQueries series, AreaQueries areas, TimeProvider time, IValidator<GetHistory> validator)
{
    /// <summary>The history, or null when there is no such series.</summary>
    public async Task<HistoryView?> FindAsync(GetHistory request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, null, time, cancellationToken);
        var one = await series.ResolveAsync(context, request.Series ?? "", request.Dataset, snapshot, cancellationToken);
        if (one is null || !TimePeriod.TryParse(request.Period, out var period))
        {
            return null;
        }

        await terms.RequireAsync(one.AsksTerms ? [one.Dataset] : [], cancellationToken);
        var found = await areas.ResolveFilterAsync([request.Area ?? ""], [], cancellationToken);
        return found.Count == 0
            ? new HistoryView { Items = [] }
            : await OfAsync(context, one, found[0], period, request.Dimensions ?? DimensionFilters.None, cancellationToken);
    }

    /// <summary>The history of each observation, as of the state in which it was found; two statements for all.</summary>
    public async Task<IReadOnlyDictionary<ObservationView, HistoryView>> OfAsync(IReadOnlyList<ObservationView> observations, CancellationToken cancellationToken)
    {
        var refs = observations.Select(o => o.Ref ?? throw new InvalidOperationException("The observation does not say where it was found.")).ToList();
        await terms.RequireAsync(refs.Where(r => r.AsksTerms).Select(r => r.Dataset), cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await new HistoryReader(context).ReadAsync(
            [.. observations.Select((o, i) => (new SeriesSlice(refs[i].Id, refs[i].Dataset, refs[i].Version), o.Place))], cancellationToken);
        var datasets = refs.Select(r => r.Dataset).Distinct().ToList();
        var versions = (await context.DatasetVersions.AsNoTracking().Where(v => datasets.Contains(v.DatasetId)).ToListAsync(cancellationToken)).ToLookup(v => v.DatasetId);
        return observations.Select((o, i) => (Observation: o, Entries: Entries(
                [.. rows[i].Select(r => (r, o.Dimensions))], versions[refs[i].Dataset].Where(v => v.Number <= refs[i].Version).ToDictionary(v => v.Number))))
            .ToDictionary(h => h.Observation, h => new HistoryView { Items = [.. h.Entries] });
    }

    private static async Task<HistoryView> OfAsync(DataContext context, SeriesRef one, int area, TimePeriod period, DimensionFilters dimensions, CancellationToken cancellationToken)
    {
        var rows = await (
            from o in context.Observations
            join k in context.SeriesKeys on o.KeyId equals k.Id
            where o.SeriesId == one.Id && o.AreaId == area && o.Period == period.Code && o.FromVersion <= one.Version
            orderby o.FromVersion
            select new { Observation = o, k.Dimensions }).AsNoTracking().ToListAsync(cancellationToken);
        DimensionChoices.RefuseUnknown(dimensions, [.. rows.Select(r => SeriesKeyText.Parse(r.Dimensions))]);
        var chosen = rows.Select(r => (r.Observation, Dimensions: SeriesKeyText.Parse(r.Dimensions)))
            .Where(r => dimensions.Codes.All(d => r.Dimensions.TryGetValue(d.Key, out var code) && d.Value.Contains(code))).ToList();
        RefuseSeveral(chosen.DistinctBy(r => r.Observation.KeyId).Select(r => r.Dimensions).ToList());
        var versions = await context.DatasetVersions.AsNoTracking().Where(v => v.DatasetId == one.Dataset && v.Number <= one.Version).ToDictionaryAsync(v => v.Number, cancellationToken);
        return new HistoryView { Items = [.. Entries(chosen, versions)] };
    }

    private static IEnumerable<HistoryEntryView> Entries(
        List<(Observation Observation, IReadOnlyDictionary<string, string> Dimensions)> rows, Dictionary<int, DatasetVersion> versions)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, dimensions) = rows[i];
            var before = i > 0 && rows[i - 1].Observation.ToVersion == row.FromVersion ? rows[i - 1].Observation : null;
            var value = PublishedValue.FromStored(row.Value, row.ValueText, row.Missing);
            var end = versions.GetValueOrDefault(row.ToVersion);
            yield return new HistoryEntryView
            {
                Value = value.Value,
                ValueText = value.Text,
                RecordedFrom = versions[row.FromVersion].RecordedAt,
                RecordedTo = end?.RecordedAt,
                DatasetVersion = row.FromVersion,
                Change = ChangeOf(before, row),
                Reason = versions[row.FromVersion].ChangeNote,
                Dimensions = dimensions,
            };
            if (end is not null && (i == rows.Count - 1 || rows[i + 1].Observation.FromVersion != row.ToVersion))
            {
                yield return Withdrawal(end, i == rows.Count - 1 ? null : versions[rows[i + 1].Observation.FromVersion], dimensions);
            }
        }
    }

    private static HistoryEntryView Withdrawal(DatasetVersion version, DatasetVersion? next, IReadOnlyDictionary<string, string> dimensions) => new()
    {
        Value = null,
        ValueText = null,
        RecordedFrom = version.RecordedAt,
        RecordedTo = next?.RecordedAt,
        DatasetVersion = version.Number,
        Change = HistoryChange.Withdrawn,
        Reason = version.ChangeNote,
        Dimensions = dimensions,
    };

    private static HistoryChange ChangeOf(Observation? before, Observation now)
    {
        if (before is null)
        {
            return HistoryChange.Added;
        }

        var same = Equals(before.Value, now.Value) && before.ValueText == now.ValueText && before.Missing == now.Missing;
        return same ? HistoryChange.AttributesChanged : HistoryChange.Changed;
    }

    private static void RefuseSeveral(IReadOnlyList<IReadOnlyDictionary<string, string>> keys)
    {
        if (keys.Count > 1)
        {
            throw DimensionChoices.Refuse(keys, alternative: "");
        }
    }
}
