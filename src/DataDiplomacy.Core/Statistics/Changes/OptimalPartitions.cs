namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>
/// The partitions with 0, 1, … changes whose segments have the smallest sum of squares, by dynamic programming (Bai
/// and Perron 2003).
/// </summary>
internal sealed class OptimalPartitions
{
    private readonly double[][] _best;
    private readonly int[][] _lastStart;
    private readonly int _minSize;

    private OptimalPartitions(int n, int minSize, int maxChanges)
    {
        _minSize = minSize;
        _best = [.. Enumerable.Range(0, maxChanges + 1).Select(_ => Enumerable.Repeat(double.PositiveInfinity, n + 1).ToArray())];
        _lastStart = [.. _best.Select(row => new int[row.Length])];
    }

    /// <summary>Finds them. Each segment has at least <paramref name="minSize"/> values. Cost: n squared times the changes.</summary>
    public static OptimalPartitions Of(double[] values, int minSize, int maxChanges)
    {
        var partitions = new OptimalPartitions(values.Length, minSize, maxChanges);
        // A start is dealt with when all that ends before it is known, so that no sum of squares has to be kept.
        partitions.StartAt(values, 0);
        for (var start = minSize; start <= values.Length - minSize; start++) partitions.StartAt(values, start);
        return partitions;
    }

    /// <summary>The smallest sum of squares with so many changes.</summary>
    public double Squares(int changes) => _best[changes][^1];

    /// <summary>Positions from 1 of the last value of each segment but the last.</summary>
    public int[] Changes(int count)
    {
        var changes = new int[count];
        var end = _best[0].Length - 1;
        for (var m = count; m > 0; m--) changes[m - 1] = end = _lastStart[m][end];
        return changes;
    }

    private void StartAt(double[] values, int start)
    {
        var segment = new RunningSquares();
        for (var end = start + 1; end <= values.Length; end++)
        {
            segment.Add(values[end - 1]);
            if (segment.Count < _minSize) continue;
            if (start == 0) _best[0][end] = segment.Squares;
            else Offer(start, end, segment.Squares);
        }
    }

    private void Offer(int start, int end, double squares)
    {
        for (var m = 1; m < _best.Length; m++)
        {
            var total = _best[m - 1][start] + squares;
            // The earliest of equally good starts stays, as in strucchange.
            if (!(total < _best[m][end])) continue;
            _best[m][end] = total;
            _lastStart[m][end] = start;
        }
    }
}
