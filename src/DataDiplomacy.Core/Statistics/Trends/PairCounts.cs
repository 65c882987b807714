using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Counts the pairs that rise and fall by comparing each value with each later one, as many at once as the processor compares.</summary>
internal static class PairCounts
{
    public static (long Rising, long Falling) Of(ReadOnlySpan<double> values)
    {
        var (rising, falling) = (0L, 0L);
        for (var i = 0; i + 1 < values.Length; i++)
        {
            var (up, down) = Against(values[i], values[(i + 1)..]);
            (rising, falling) = (rising + up, falling + down);
        }
        return (rising, falling);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (long Up, long Down) Against(double first, ReadOnlySpan<double> later)
    {
        // A comparison that holds gives -1 in its place.
        var (up, down, one) = (Vector<long>.Zero, Vector<long>.Zero, new Vector<double>(first));
        var blocks = MemoryMarshal.Cast<double, Vector<double>>(later);
        foreach (var block in blocks)
        {
            up -= Vector.GreaterThan(block, one);
            down -= Vector.LessThan(block, one);
        }
        var (rising, falling) = (Vector.Sum(up), Vector.Sum(down));
        foreach (var value in later[(blocks.Length * Vector<double>.Count)..])
        {
            rising += value > first ? 1 : 0;
            falling += value < first ? 1 : 0;
        }
        return (rising, falling);
    }
}
