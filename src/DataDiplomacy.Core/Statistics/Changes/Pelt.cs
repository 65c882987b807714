namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>
/// The partition with the smallest sum of squares plus a penalty for each change, by pruned exact linear time (Killick,
/// Fearnhead and Eckley 2012).
/// </summary>
internal static class Pelt
{
    /// <summary>Positions from 1 of the last value of each segment but the last. Cost: n squared at worst, less the more changes there are.</summary>
    public static int[] Changes(double[] values, int minSize, double penalty)
    {
        var n = values.Length;
        var best = new double[n + 1];
        var lastStart = new int[n + 1];
        var candidates = new List<Candidate> { new(0, 0) };
        for (var end = 1; end <= n; end++)
        {
            best[end] = double.PositiveInfinity;
            foreach (var candidate in candidates)
            {
                candidate.Segment.Add(values[end - 1]);
                if (candidate.Segment.Count < minSize || !(candidate.Total < best[end])) continue;
                best[end] = candidate.Total;
                lastStart[end] = candidate.Start;
            }
            Prune(candidates, end, best[end] + penalty, minSize);
            if (double.IsFinite(best[end])) candidates.Add(new Candidate(end, best[end] + penalty));
        }
        return Back(lastStart);
    }

    /// <summary>
    /// A start that is worse than starting anew here can never win again, once the segment that starts here is long
    /// enough to stand by itself.
    /// </summary>
    private static void Prune(List<Candidate> candidates, int end, double anew, int minSize)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.LostFrom is null && candidate.Total > anew) candidate.LostFrom = end + minSize;
        }
        candidates.RemoveAll(candidate => candidate.LostFrom <= end + 1);
    }

    private static int[] Back(int[] lastStart)
    {
        var changes = new List<int>();
        for (var start = lastStart[^1]; start > 0; start = lastStart[start]) changes.Add(start);
        changes.Reverse();
        return [.. changes];
    }

    private sealed class Candidate(int start, double before)
    {
        public RunningSquares Segment;

        public int Start => start;

        /// <summary>Cost of what ends before the start, with the penalty, and of the segment since.</summary>
        public double Total => before + Segment.Squares;

        /// <summary>End from which on it cannot win; null while it can.</summary>
        public int? LostFrom { get; set; }
    }
}
