using System.Globalization;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Says what can be chosen within a series: dimensions, codes, areas and periods, with counts.</summary>
public sealed class FacetQueries(IDbContextFactory<DataContext> contexts, SeriesQueries series, SeriesTerms terms, CatalogueMemory memory, IValidator<GetSeries> validator)
{
    /// <summary>The facets, or null when there is no such series in that state.</summary>
    public async Task<FacetsView?> FindAsync(GetSeries request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        return await series.FindRefAsync(request, cancellationToken) is { } found ? await OfAsync(found, cancellationToken) : null;
    }

    /// <summary>The facets of each series, in the state in which it was found.</summary>
    public async Task<IReadOnlyDictionary<SeriesRef, FacetsView>> OfAsync(IReadOnlyList<SeriesRef> series, CancellationToken cancellationToken)
    {
        var facets = new Dictionary<SeriesRef, FacetsView>();
        foreach (var one in series)
        {
            facets.Add(one, await OfAsync(one, cancellationToken));
        }

        return facets;
    }

    /// <summary>A version never changes, so its facets are counted once and need no stamp.</summary>
    public async Task<FacetsView> OfAsync(SeriesRef one, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"facets {one.Id} {one.Version}");
        if (memory.Recall<FacetsView>(default, key) is { } held)
        {
            return held;
        }

        var facets = await CountAsync(one, cancellationToken);
        memory.Remember(default, key, facets, facets.Areas.Count + facets.Dimensions.Sum(d => d.Values.Count));
        return facets;
    }

    private async Task<FacetsView> CountAsync(SeriesRef one, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = await CountKeysAsync(context, one, cancellationToken);
        var codes = await context.Areas.AsNoTracking().Where(a => keys.Select(k => k.Area).Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        return new FacetsView
        {
            Dimensions = DimensionsOf(keys),
            Areas =
            [
                .. keys.GroupBy(k => k.Area).OrderBy(g => g.Key)
                    .Select(g => new AreaFacetView { Code = codes[g.Key].Code, Name = codes[g.Key].Name, Observations = g.Sum(k => k.Observations) }),
            ],
            From = keys.Count == 0 ? null : TimePeriod.FromCode(keys.Min(k => k.First)).ToString(),
            To = keys.Count == 0 ? null : TimePeriod.FromCode(keys.Max(k => k.Last)).ToString(),
            Observations = keys.Sum(k => k.Observations),
        };
    }

    private static async Task<IReadOnlyList<KeyCount>> CountKeysAsync(DataContext context, SeriesRef one, CancellationToken cancellationToken)
    {
        var dimensions = await context.SeriesKeys.AsNoTracking().Where(k => k.SeriesId == one.Id)
            .ToDictionaryAsync(k => k.Id, k => k.Dimensions, cancellationToken);
        var counts = await context.Observations.AsNoTracking()
            .Where(o => o.SeriesId == one.Id && o.FromVersion <= one.Version && o.ToVersion > one.Version)
            .GroupBy(o => new { o.AreaId, o.KeyId })
            .Select(g => new { g.Key.AreaId, g.Key.KeyId, Observations = g.LongCount(), First = g.Min(o => o.Period), Last = g.Max(o => o.Period) })
            .ToListAsync(cancellationToken);
        return [.. counts.Select(c => new KeyCount(c.AreaId, dimensions[c.KeyId], c.Observations, c.First, c.Last))];
    }

    private IReadOnlyList<DimensionFacetView> DimensionsOf(IReadOnlyList<KeyCount> keys) =>
    [
        .. keys.SelectMany(k => SeriesKeyText.Parse(k.Dimensions).Select(d => (d.Key, d.Value, k.Observations)))
            .GroupBy(d => d.Key).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new DimensionFacetView
            {
                Id = g.Key,
                Label = LabelOf(g.Key),
                Values =
                [
                    .. g.GroupBy(d => d.Value).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new CodeFacetView
                    {
                        Code = c.Key,
                        Label = terms.CodeLabel(g.Key, c.Key),
                        Observations = c.Sum(d => d.Observations),
                        Total = TotalCodes.IsTotal(g.Key, c.Key),
                    }),
                ],
            }),
    ];

    /// <summary><c>EDUCATION_LEVEL</c> becomes <c>Education level</c>.</summary>
    private static string LabelOf(string dimension) => dimension.Length == 0 ? dimension : dimension[0] + dimension[1..].Replace('_', ' ').ToLowerInvariant();

    private sealed record KeyCount(int Area, string Dimensions, long Observations, int First, int Last);
}
