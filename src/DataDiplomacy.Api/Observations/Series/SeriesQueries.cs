using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Observations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>A series and the version of its data set that a request reads.</summary>
public sealed record SeriesRef
{
    public required int Id { get; init; }

    public required string Dataset { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Indicators { get; init; }

    public required string? Unit { get; init; }

    /// <summary>The version that is read; below <see cref="FirstVersion"/> the series did not exist yet, 0 when the data set had no version.</summary>
    public required int Version { get; init; }

    public required int FirstVersion { get; init; }

    /// <summary>Whether the version is the newest of its data set, whatever the caller asked for.</summary>
    public required bool IsNewest { get; init; }

    /// <summary>The state in which it was found, which holds for everything that is read of it.</summary>
    public required Snapshot State { get; init; }

    /// <summary>Whether anything at all is held under agreements, so that the terms have to be asked; known from the statement that found the series.</summary>
    public required bool AsksTerms { get; init; }

    public bool Exists => Version >= FirstVersion;
}

/// <summary>Finds series, always through the data sets that the caller may see and at the version that the request reads.</summary>
public sealed class SeriesQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, ReferenceData reference, SeriesTerms terms, IValidator<ListSeries> validator)
{
    public async Task<PageView<SeriesView>> ListAsync(ListSeries request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var query = QueryOf(request);
        var cursor = Cursor.Decode(request.Cursor, query, keyParts: 2);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, cursor, time, cancellationToken);
        await RequireDatasetAsync(context, request.Dataset, cancellationToken);
        var filtered = Existing(context, Filter(Visible(context), request), snapshot);
        var limit = request.Limit ?? Paging.DefaultLimit;
        var page = await RefsAsync(context, After(filtered, cursor).OrderBy(s => s.DatasetId).ThenBy(s => s.Code).Take(limit + 1), snapshot, cancellationToken);
        var cursors = page.Take(limit).Select(s => snapshot.CursorAfter(query, s.Dataset, s.Code)).ToList();
        return new PageView<SeriesView>
        {
            Items = [.. page.Take(limit).Select(terms.ToView)],
            Next = page.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            AsOf = snapshot.AsOf,
            Total = request.Count is null ? null : await filtered.LongCountAsync(cancellationToken),
        };
    }

    /// <summary>The series, or null when there is none in that state that the caller may see; 409 when the code lives in several data sets.</summary>
    public async Task<SeriesView?> FindAsync(GetSeries request, CancellationToken cancellationToken) =>
        await FindRefAsync(request, cancellationToken) is { } found ? terms.ToView(found) : null;

    public async Task<SeriesRef?> FindRefAsync(GetSeries request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, null, time, cancellationToken);
        return await ResolveAsync(context, request.Code, request.Dataset, snapshot, cancellationToken);
    }

    /// <summary>The series with this code in that state, or null; 409 when the code lives in several data sets.</summary>
    public async Task<SeriesRef?> ResolveAsync(DataContext context, string code, string? dataset, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var found = await RefsAsync(context, Visible(context).Where(s => s.Code == code && (dataset == null || s.DatasetId == dataset)), snapshot, cancellationToken);
        RefuseAmbiguous(found);
        note.AddRead(found.Select(s => s.Dataset));
        return found.FirstOrDefault(s => s.Exists);
    }

    /// <summary>The series that a filter names, in order; those that the state does not have yet are left out, unknown codes are refused.</summary>
    public async Task<IReadOnlyList<SeriesRef>> ResolveFilterAsync(DataContext context, IReadOnlyList<string> codes, string? dataset, Snapshot snapshot, CancellationToken cancellationToken)
    {
        await RequireDatasetAsync(context, dataset, cancellationToken);
        var visible = Visible(context).Where(s => dataset == null || s.DatasetId == dataset);
        var wanted = codes.Count == 0 ? visible : visible.Where(s => codes.Contains(s.Code));
        var found = await RefsAsync(context, wanted.OrderBy(s => s.Id), snapshot, cancellationToken);
        if (codes.Count > 0)
        {
            RefuseAmbiguous(found);
            await RefuseUnknownAsync(visible, codes, found, cancellationToken);
        }

        note.AddRead(found.Select(s => s.Dataset));
        return [.. found.Where(s => s.Exists)];
    }

    /// <summary>Near codes of a mistyped one.</summary>
    public async Task<IReadOnlyList<string>> SuggestAsync(string code, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Nearest.To(code, await Visible(context).Select(s => s.Code).Distinct().ToListAsync(cancellationToken));
    }

    /// <summary>Series by the indicator code that they name, by data set and code, in one statement for all.</summary>
    public async Task<ILookup<string, SeriesRef>> OfIndicatorsAsync(IReadOnlyCollection<string> indicators, string? asOf, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // One statement sees one state: the newest sequence comes with the rows.
        var snapshot = new Snapshot(Snapshot.InstantOf(asOf, time), long.MaxValue, null) { Asked = Instants.Canonical(asOf) };
        var found = await RefsAsync(context, Visible(context).Where(s => s.Indicators.Any(i => indicators.Contains(i.Indicator))).OrderBy(s => s.DatasetId).ThenBy(s => s.Code), snapshot, cancellationToken);
        return found.Where(s => s.Exists)
            .SelectMany(s => s.Indicators.Intersect(indicators).Select(i => (Indicator: i, Series: s)))
            .ToLookup(x => x.Indicator, x => x.Series, StringComparer.Ordinal);
    }

    /// <summary>The first page of a list whose items are all at hand; the pages after it are those of <see cref="ListAsync"/>.</summary>
    public PageView<SeriesView> FirstPage(ListSeries request, IReadOnlyList<SeriesRef> all)
    {
        validator.Check(request);
        var query = QueryOf(request);
        var page = all.Take(request.Limit ?? Paging.DefaultLimit).ToList();
        var cursors = page.Select(s => s.State.CursorAfter(query, s.Dataset, s.Code)).ToList();
        return new PageView<SeriesView>
        {
            Items = [.. page.Select(terms.ToView)],
            Next = all.Count > page.Count ? cursors[^1] : null,
            Cursors = cursors,
            Total = all.Count,
        };
    }

    private static string QueryOf(ListSeries r) => Cursor.Fingerprint("series", r.Indicator, r.Dataset, r.Q, Instants.Canonical(r.AsOf));

    private IQueryable<DataSeries> Visible(DataContext context) =>
        from s in context.Series
        join d in visibility.Datasets(context) on s.DatasetId equals d.Id
        select s;

    private static IQueryable<DataSeries> Existing(DataContext context, IQueryable<DataSeries> series, Snapshot snapshot) =>
        series.Where(s => snapshot.Visible(context.DatasetVersions).Where(v => v.DatasetId == s.DatasetId).Max(v => (int?)v.Number) >= s.FirstVersion);

    private async Task<IReadOnlyList<SeriesRef>> RefsAsync(DataContext context, IQueryable<DataSeries> series, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var rows = await series.AsNoTracking()
            .Select(s => new
            {
                Series = s,
                Indicators = s.Indicators.OrderBy(i => i.Indicator).Select(i => i.Indicator).ToList(),
                Version = snapshot.Visible(context.DatasetVersions).Where(v => v.DatasetId == s.DatasetId).Max(v => (int?)v.Number) ?? 0,
                NewestOfDataset = context.DatasetVersions.Where(v => v.DatasetId == s.DatasetId).Max(v => (int?)v.Number) ?? 0,
                Newest = context.DatasetVersions.Max(v => (long?)v.Sequence) ?? 0,
                AsksTerms = context.ProvenanceBindings.Max(b => (long?)b.Id) != null,
            })
            .ToListAsync(cancellationToken);
        note.Add(rows.Select(r => r.Series.DatasetId));
        return
        [
            .. rows.Select(r => new SeriesRef
            {
                Id = r.Series.Id,
                Dataset = r.Series.DatasetId,
                Code = r.Series.Code,
                Title = r.Series.Title,
                Unit = r.Series.Unit,
                FirstVersion = r.Series.FirstVersion,
                Indicators = r.Indicators,
                Version = r.Version,
                IsNewest = r.Version == r.NewestOfDataset,
                AsksTerms = r.AsksTerms,
                State = snapshot with { Sequence = Math.Min(snapshot.Sequence, r.Newest) },
            }),
        ];
    }

    private IQueryable<DataSeries> Filter(IQueryable<DataSeries> series, ListSeries request)
    {
        if (request.Indicator is { } indicator)
        {
            var codes = reference.Sdg.FindIndicator(indicator)?.Codes ?? [indicator];
            series = series.Where(s => s.Indicators.Any(i => codes.Contains(i.Indicator)));
        }

        if (request.Dataset is { } dataset)
        {
            series = series.Where(s => s.DatasetId == dataset);
        }

#pragma warning disable CA1862 // Translated to SQL lower(): the overload with a comparison is not.
        foreach (var word in (request.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => w.ToLowerInvariant()))
        {
            series = series.Where(s => s.Code.ToLower().Contains(word) || s.Title.ToLower().Contains(word));
        }
#pragma warning restore CA1862

        return series;
    }

    private static IQueryable<DataSeries> After(IQueryable<DataSeries> series, Cursor? cursor)
    {
        if (cursor is null)
        {
            return series;
        }

        var (dataset, code) = (cursor.After[0], cursor.After[1]);
        return series.Where(s => string.Compare(s.DatasetId, dataset) > 0 || (s.DatasetId == dataset && string.Compare(s.Code, code) > 0));
    }

    private async Task RequireDatasetAsync(DataContext context, string? dataset, CancellationToken cancellationToken)
    {
        if (dataset is null || await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken))
        {
            return;
        }

        var near = Nearest.To(dataset, await visibility.Datasets(context).Select(d => d.Id).ToListAsync(cancellationToken));
        throw ProblemException.Invalid("dataset", $"There is no data set '{dataset}' that you may see. GET /v1/datasets lists them.", near);
    }

    private static void RefuseAmbiguous(IReadOnlyList<SeriesRef> found)
    {
        // What the state does not have yet is no candidate: an answer that was given once must be given again.
        if (found.Where(s => s.Exists).GroupBy(s => s.Code).FirstOrDefault(g => g.Count() > 1) is not { } several)
        {
            return;
        }

        throw new ProblemException(Problems.Ambiguous, $"Series {several.Key} lives in several data sets. Add dataset= with one of the candidates.")
        {
            Candidates = [.. several.Select(s => new { s.Dataset, s.Code, s.Title })],
        };
    }

    private static async Task RefuseUnknownAsync(IQueryable<DataSeries> visible, IReadOnlyList<string> codes, IReadOnlyList<SeriesRef> found, CancellationToken cancellationToken)
    {
        if (codes.FirstOrDefault(c => found.All(s => s.Code != c)) is not { } unknown)
        {
            return;
        }

        var near = Nearest.To(unknown, await visible.Select(s => s.Code).Distinct().ToListAsync(cancellationToken));
        throw ProblemException.Invalid("series",
            $"There is no series '{unknown}' that you may see{(near.Count == 0 ? "." : $"; did you mean {string.Join(" or ", near)}?")} GET /v1/series lists them.", near);
    }
}
