namespace DataDiplomacy.Core.Statistics;

/// <summary>Counts the pairs that are out of order, which is what Kendall's S rests on.</summary>
internal static class Inversions
{
    /// <summary>
    /// Merge sort from below that counts the pairs out of order (Knight 1966). Values are compared and never
    /// subtracted, so that neither overflow nor rounding can turn a sign. Equal values are in order.
    /// </summary>
    /// <param name="values">Values, sorted on return.</param>
    public static long SortCounting(double[] values)
    {
        var inversions = 0L;
        var (source, target) = ((double[])values.Clone(), new double[values.Length]);
        for (var width = 1; width < values.Length; width *= 2)
        {
            for (var start = 0; start < values.Length; start += 2 * width)
                inversions += Merge(source, target, start, width);
            (source, target) = (target, source);
        }
        source.CopyTo(values, 0);
        return inversions;
    }

    private static long Merge(double[] source, double[] target, int start, int width)
    {
        var middle = Math.Min(start + width, source.Length);
        var end = Math.Min(start + 2 * width, source.Length);
        var (left, right, inversions) = (start, middle, 0L);
        for (var i = start; i < end; i++)
        {
            if (right < end && (left == middle || source[right] < source[left]))
            {
                target[i] = source[right++];
                inversions += middle - left;
                continue;
            }
            target[i] = source[left++];
        }
        return inversions;
    }
}
