using System.Globalization;
using System.Runtime.CompilerServices;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>
/// Reads the points of a scope once, in their order, and assesses them meanwhile: whoever is free takes the next block of keys from the one reader and
/// works on it while the next takes the one after. At most as many blocks are held as there are workers.
/// </summary>
internal sealed class TrendScanRun(TrendScanScope scope, ScanTables tables, ObservationReader reader)
{
    private const int MostWorkers = 4;

    private readonly Lock _adding = new();
    private readonly List<List<ScannedTrend>> _blocks = [];
    private long _pairs;
    private int _keys;

    /// <summary>The trends of all keys by series, area and key.</summary>
    /// <exception cref="ProblemException">There are too many.</exception>
    public async Task<ScannedTrend[]> AssessAsync(CancellationToken cancellationToken)
    {
        var workers = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 2, MostWorkers), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(ReadAsync(cancellationToken), workers, (block, stop) =>
        {
            stop.ThrowIfCancellationRequested();
            Add(block.Ordinal, ScannedTrend.Of(block));
            return ValueTask.CompletedTask;
        });
        return InOrder();
    }

    private async IAsyncEnumerable<PointBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ordinal = 0;
        for (var i = 0; i < scope.Series.Count; i++)
        {
            var one = scope.Series[i];
            var keys = tables.Learn(await reader.ReadKeysAsync(one.Id, scope.Filter.Areas, cancellationToken));
            await foreach (var points in reader.ReadPointsAsync(new SeriesSlice(one.Id, one.Dataset, one.Version), scope.Filter, cancellationToken))
            {
                RefuseTooMuch(points);
                await tables.LearnAsync(points, cancellationToken);
                yield return new PointBlock(ordinal++, i, points, keys, tables.Units);
            }
        }
    }

    /// <summary>Before the work is done, not after: the pairs are its cost.</summary>
    private void RefuseTooMuch(IReadOnlyList<StoredPoint> points)
    {
        var start = 0;
        while (start < points.Count)
        {
            var end = ScannedTrend.EndOfKey(points, start);
            var n = (long)end - start;
            _keys++;
            // What is too long for a trend is not assessed and costs nothing.
            _pairs += n > TheilSen.MaxPoints ? 0 : n * (n - 1) / 2;
            start = end;
        }

        if (_keys > TrendScanQueries.MaxKeys)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"There are more than {TrendScanQueries.MaxKeys} keys; choose fewer by series=, area=, group=, dim.ID= or headline=true."));
        }

        if (_pairs > TrendScanQueries.MaxPairs)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"There are more than {TrendScanQueries.MaxPairs} pairs of values to compare; choose fewer keys by series=, area= or group=, or a shorter time by from= and to=."));
        }
    }

    private void Add(int ordinal, List<ScannedTrend> trends)
    {
        lock (_adding)
        {
            while (_blocks.Count <= ordinal)
            {
                _blocks.Add([]);
            }

            _blocks[ordinal] = trends;
        }
    }

    private ScannedTrend[] InOrder()
    {
        var (all, at) = (new ScannedTrend[_keys], 0);
        for (var i = 0; i < _blocks.Count; i++)
        {
            _blocks[i].CopyTo(all, at);
            at += _blocks[i].Count;
            // What is copied is not held twice.
            _blocks[i] = [];
        }

        return all;
    }
}
