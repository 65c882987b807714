using DataDiplomacy.Core.Observations;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>
/// What observations say by number: areas, keys, attribute sets and versions. Once written, none of these changes, so each is read once
/// and shared by all requests; joining them to each row costs more than the rows themselves.
/// </summary>
public sealed class ObservationParts(IDbContextFactory<DataContext> contexts)
{
    private const int MostAreas = 10_000;
    private const int MostKeys = 150_000;
    private const int KeysAtOnce = 256;
    private const int MostAttributes = 20_000;
    private const int MostVersions = 10_000;

    private readonly BoundedCache<int, (string Code, string Name)> _areas = new(MostAreas);
    private readonly BoundedCache<int, (string Hash, string Dimensions)> _keys = new(MostKeys);
    private readonly BoundedCache<int, AttributeSet> _attributes = new(MostAttributes);
    private readonly BoundedCache<(string Dataset, int Number), (DateTime RecordedAt, string Activity)> _versions = new(MostVersions);

    /// <summary>The rows with what their numbers mean, in their order.</summary>
    internal async Task<IReadOnlyList<ObservationRow>> CompleteAsync(string dataset, IReadOnlyList<StoredRow> rows, CancellationToken cancellationToken)
    {
        var areas = await FindAreasAsync(Distinct(rows, r => r.Place.Area), cancellationToken);
        var keys = await _keys.FindAsync(Distinct(rows, r => r.Place.Key), missing => LoadKeysAsync(missing, cancellationToken));
        var attributes = await FindAttributesAsync(Distinct(rows, r => r.Attributes), cancellationToken);
        var versions = await _versions.FindAsync([.. Distinct(rows, r => r.FromVersion).Select(n => (dataset, n))],
            missing => LoadVersionsAsync(dataset, missing, cancellationToken));
        var (complete, area, key, version) = (new ObservationRow[rows.Count], default((string Code, string Name)), default((string Hash, string Dimensions)), default((DateTime RecordedAt, string Activity)));
        for (var i = 0; i < complete.Length; i++)
        {
            var r = rows[i];
            area = i > 0 && rows[i - 1].Place.Area == r.Place.Area ? area : areas[r.Place.Area];
            key = i > 0 && rows[i - 1].Place.Key == r.Place.Key ? key : keys[r.Place.Key];
            version = i > 0 && rows[i - 1].FromVersion == r.FromVersion ? version : versions[(dataset, r.FromVersion)];
            complete[i] = new ObservationRow
            {
                Place = r.Place,
                FromVersion = r.FromVersion,
                Value = r.Value,
                LowerBound = r.LowerBound,
                UpperBound = r.UpperBound,
                Area = area.Code,
                AreaName = area.Name,
                KeyHash = key.Hash,
                Dimensions = key.Dimensions,
                RecordedAt = version.RecordedAt,
                Activity = version.Activity,
                Attributes = attributes[r.Attributes],
                Change = r.Change,
                WithdrawnAt = r.WithdrawnAt,
            };
        }

        return complete;
    }

    /// <summary>Code and name of areas by number.</summary>
    internal Task<IReadOnlyDictionary<int, (string Code, string Name)>> FindAreasAsync(IReadOnlyCollection<int> wanted, CancellationToken cancellationToken) =>
        _areas.FindAsync(wanted, missing => LoadAsync(async context =>
            await context.Areas.AsNoTracking().Where(a => missing.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => (a.Code, a.Name), cancellationToken), cancellationToken));

    /// <summary>Attribute sets by number.</summary>
    internal Task<IReadOnlyDictionary<int, AttributeSet>> FindAttributesAsync(IReadOnlyCollection<int> wanted, CancellationToken cancellationToken) =>
        _attributes.FindAsync(wanted, missing => LoadAsync(async context =>
            await context.AttributeSets.AsNoTracking().Where(t => missing.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken), cancellationToken));

    /// <summary>Rows come along the clustered key: what equals the row before needs no look-up.</summary>
    private static HashSet<int> Distinct(IReadOnlyList<StoredRow> rows, Func<StoredRow, int> numberOf)
    {
        var (numbers, last) = (new HashSet<int>(), 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var number = numberOf(rows[i]);
            if (i == 0 || number != last)
            {
                numbers.Add(number);
            }

            last = number;
        }

        return numbers;
    }

    /// <summary>The keys of a series were numbered together: those that follow are read with the missing ones, because they are asked for next.</summary>
    private Task<Dictionary<int, (string Hash, string Dimensions)>> LoadKeysAsync(IReadOnlyCollection<int> missing, CancellationToken cancellationToken)
    {
        var first = missing.Min();
        return LoadAsync(async context =>
            await context.SeriesKeys.AsNoTracking().Where(k => (k.Id >= first && k.Id < first + KeysAtOnce) || missing.Contains(k.Id))
                .Select(k => new { k.Id, k.Hash, k.Dimensions })
                .ToDictionaryAsync(k => k.Id, k => (k.Hash, k.Dimensions), cancellationToken), cancellationToken);
    }

    private Task<Dictionary<(string Dataset, int Number), (DateTime RecordedAt, string Activity)>> LoadVersionsAsync(
        string dataset, IReadOnlyCollection<(string Dataset, int Number)> missing, CancellationToken cancellationToken)
    {
        var numbers = missing.Select(m => m.Number).ToList();
        return LoadAsync(async context =>
            await context.DatasetVersions.AsNoTracking().Where(v => v.DatasetId == dataset && numbers.Contains(v.Number))
                .ToDictionaryAsync(v => (v.DatasetId, v.Number), v => (v.RecordedAt, v.ActivityId), cancellationToken), cancellationToken);
    }

    /// <summary>Over a connection of its own: that of the caller is in the middle of its rows.</summary>
    private async Task<Dictionary<TKey, T>> LoadAsync<TKey, T>(Func<DataContext, Task<Dictionary<TKey, T>>> load, CancellationToken cancellationToken)
        where TKey : notnull
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await load(context);
    }
}
