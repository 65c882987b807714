using System.Runtime.CompilerServices;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Puts the values of some ranks where a sort would put them, and leaves the others in any order (Hoare 1961, FIND).</summary>
internal static class OrderedPlaces
{
    private const int SortedUpTo = 24;
    private const int NintherAbove = 200;

    /// <summary>Arranges the values so that each of the ranks holds what it would hold if all were sorted.</summary>
    /// <param name="values">Values without NaN; their order changes.</param>
    /// <param name="ranks">0-based ranks in ascending order; one may come twice.</param>
    public static void Put(Span<double> values, ReadOnlySpan<int> ranks)
    {
        // In the worst order of pivots a sort is faster; a random order needs about two halvings for each bit of the length.
        Put(values, ranks, 0, 4 * (int)Math.Log2(values.Length + 1) + 16);
    }

    private static void Put(Span<double> values, ReadOnlySpan<int> ranks, int offset, int patience)
    {
        while (ranks.Length > 0)
        {
            if (values.Length <= SortedUpTo || patience-- == 0)
            {
                values.Sort();
                return;
            }

            // Then values[..less] < pivot = values[less..more] <= values[more..], and one of the first two is not empty.
            var (less, more) = Part(values, PivotOf(values));
            var (before, after) = (CountBelow(ranks, offset + less), CountBelow(ranks, offset + more));
            Put(values[..less], ranks[..before], offset, patience);
            offset += more;
            values = values[more..];
            ranks = ranks[after..];
        }
    }

    private static int CountBelow(ReadOnlySpan<int> ranks, int place)
    {
        var count = 0;
        while (count < ranks.Length && ranks[count] < place) count++;
        return count;
    }

    /// <summary>Swaps always and advances by the comparison: there is no branch to guess wrong. Compiled in full at once: the first scan of a server is not its slowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Less, int More) Part(Span<double> values, double pivot)
    {
        var less = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            values[i] = values[less];
            values[less] = value;
            less += value < pivot ? 1 : 0;
        }
        // The rest begins with the pivot. Values that are equal many times are set apart once they are the least of what is left.
        if (less > 0) return (less, less);
        var more = less;
        for (var i = less; i < values.Length; i++)
        {
            var value = values[i];
            values[i] = values[more];
            values[more] = value;
            more += value <= pivot ? 1 : 0;
        }
        return (less, more);
    }

    private static double PivotOf(ReadOnlySpan<double> values)
    {
        var (first, middle, last) = (0, values.Length / 2, values.Length - 1);
        if (values.Length <= NintherAbove) return MiddleOf(values[first], values[middle], values[last]);
        var step = values.Length / 8;
        return MiddleOf(
            MiddleOf(values[first], values[step], values[2 * step]),
            MiddleOf(values[middle - step], values[middle], values[middle + step]),
            MiddleOf(values[last - 2 * step], values[last - step], values[last]));
    }

    private static double MiddleOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
