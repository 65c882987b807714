namespace DataDiplomacy.Core.Statistics.Quality;

/// <summary>Runs of equal values, as a value that is carried forward leaves them.</summary>
public static class FlatRuns
{
    /// <summary>Runs of at least this many equal values are counted.</summary>
    public const int UsualLength = 5;

    /// <summary>Counts runs of equal neighbours.</summary>
    /// <param name="values">Values in the order of their times, without those that are missing.</param>
    /// <param name="length">Least number of equal values, 2 or more.</param>
    /// <returns>Number of runs, of values in them, and the length of the longest; zeros where there is none that is long enough.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 2.</exception>
    public static FlatRunCounts Count(IReadOnlyList<double> values, int length = UsualLength)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        var (runs, inRuns, longest, start) = (0, 0, 0, 0);
        for (var i = 1; i <= values.Count; i++)
        {
            // Exact equality is meant: a value that is carried forward comes again to the last digit.
            if (i < values.Count && values[i] == values[i - 1]) continue;
            var run = i - start;
            start = i;
            if (run < length) continue;
            (runs, inRuns, longest) = (runs + 1, inRuns + run, Math.Max(longest, run));
        }

        return new FlatRunCounts(runs, inRuns, longest);
    }
}

/// <summary>Runs of equal values.</summary>
/// <param name="Runs">Number of runs.</param>
/// <param name="Values">Number of values in them.</param>
/// <param name="Longest">Values in the longest.</param>
public readonly record struct FlatRunCounts(int Runs, int Values, int Longest);
