using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Observations.Progress;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Targets;

/// <summary>Finds what series are measured against: the newest entry, else what ships with the program, else the direction that its list of series words.</summary>
public sealed class TargetQueries(IDbContextFactory<DataContext> contexts, Visibility visibility, ReferenceData reference, IValidator<ListSeriesTargets> validator)
{
    private const string DirectionSource = "Wording of the target in A/RES/70/1 (2015): a direction, no figure";

    private readonly IReadOnlyDictionary<string, SeriesTarget> _shipped = reference.SdgSeries
        .Where(s => s.Direction is not null && !reference.SeriesTargets.ContainsKey(s.Code))
        .Select(s => new SeriesTarget
        {
            Series = s.Code,
            Direction = s.Direction.GetValueOrDefault(),
            TargetYear = ProgressTarget.AgendaYear,
            BaseYear = ProgressTarget.AgendaBaseYear,
            Edition = "2015",
            Source = DirectionSource,
        })
        .Concat(reference.SeriesTargets.Values)
        .ToDictionary(t => t.Series, StringComparer.Ordinal);

    public async Task<PageView<SeriesTargetView>> ListAsync(ListSeriesTargets request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var codes = Paging.Codes(request.Series);
        var query = Cursor.Fingerprint("series-targets", string.Join(',', codes));
        var after = Cursor.Decode(request.Cursor, query, keyParts: 1)?.After[0];
        var all = (await AllAsync(codes.Count == 0 ? null : codes, null, cancellationToken)).Values.OrderBy(t => t.Series, StringComparer.Ordinal).ToList();
        var limit = request.Limit ?? Paging.DefaultLimit;
        var rest = all.Where(t => after is null || string.CompareOrdinal(t.Series, after) > 0).Take(limit + 1).ToList();
        var state = new Snapshot(default, 0, null);
        var cursors = rest.Take(limit).Select(t => state.CursorAfter(query, t.Series)).ToList();
        return new PageView<SeriesTargetView>
        {
            Items = [.. rest.Take(limit).Select(ToView)],
            Next = rest.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            Total = request.Count is null ? null : all.Count,
        };
    }

    /// <summary>The target of a series, or null where nobody has said which change is wanted.</summary>
    public async Task<SeriesTargetView?> FindAsync(string series, CancellationToken cancellationToken) =>
        (await AllAsync([series], null, cancellationToken)).GetValueOrDefault(series) is { } target ? ToView(target) : null;

    /// <summary>The targets by series code, of all series or of these, as entered now or at an instant; what ships with the program holds at any.</summary>
    public async Task<IReadOnlyDictionary<string, SeriesTarget>> AllAsync(IReadOnlyCollection<string>? series, DateTime? asOf, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = context.SeriesTargets.Where(t => asOf == null || t.RecordedAt <= asOf).GroupBy(t => t.Series).Select(g => g.Max(t => t.Id));
        var entered = await context.SeriesTargets.AsNoTracking()
            .Where(t => newest.Contains(t.Id) && (series == null || series.Contains(t.Series)) && !Hidden(context).Contains(t.Series))
            .ToListAsync(cancellationToken);
        var targets = _shipped.Where(t => series is null || series.Contains(t.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var target in entered)
        {
            targets[target.Series] = target;
        }

        return targets;
    }

    /// <summary>A number that rises with each entry.</summary>
    public async Task<long> StateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SeriesTargets.MaxAsync(t => (long?)t.Id, cancellationToken) ?? 0;
    }

    public static SeriesTargetView ToView(SeriesTarget target) => new()
    {
        Series = target.Series,
        Direction = target.Direction,
        Target = target.Target,
        TargetShareOfBase = target.ShareOfBase,
        TargetYear = target.TargetYear,
        BaseYear = target.BaseYear,
        Limit = target.Limit,
        IndexLower = target.IndexLower,
        IndexUpper = target.IndexUpper,
        Edition = target.Edition,
        Source = target.Source,
        RecordedAt = target.RecordedAt,
    };

    /// <summary>Codes that exist in data sets alone which the caller may not see: that they have a target would tell of them.</summary>
    private IQueryable<string> Hidden(DataContext context)
    {
        var visible = from s in context.Series join d in visibility.Datasets(context) on s.DatasetId equals d.Id select s.Code;
        return context.Series.Select(s => s.Code).Where(code => !visible.Contains(code));
    }
}
