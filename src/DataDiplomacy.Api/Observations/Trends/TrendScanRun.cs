using System.Runtime.CompilerServices;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;

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
    private readonly ScanBudget _budget = new(TrendScanQueries.MaxKeys, TrendScanQueries.MaxPairs);

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
                _budget.Spend(points);
                await tables.LearnAsync(points, cancellationToken);
                yield return new PointBlock(ordinal++, i, points, keys, tables.Units);
            }
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
        var (all, at) = (new ScannedTrend[_budget.Keys], 0);
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
