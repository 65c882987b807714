namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>Rank test for a single change of level (Pettitt 1979).</summary>
public static class Pettitt
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>
    /// Looks for the place that parts low from high ranks best. Undefined with fewer than three values or with equal
    /// values throughout. Cost: n log n.
    /// </summary>
    /// <param name="values">Values in the order of time; null is missing and dropped, and positions refer to what is left.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static PettittResult Test(IReadOnlyList<double?> values)
    {
        var sample = FiniteValues.Present(values, nameof(values));
        if (sample.Length < 3) return Undefined(PettittResult.InsufficientData, sample.Length);
        // Equality is meant exactly: nothing differs.
        if (sample.AsSpan().IndexOfAnyExcept(sample[0]) < 0) return Undefined(PettittResult.Constant, sample.Length);
        return Result(sample, RankSums(sample));
    }

    private static PettittResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

    private static PettittResult Result(double[] sample, long[] u)
    {
        double n = sample.Length;
        var k = u.Max(Math.Abs);
        int[] changes = [.. Enumerable.Range(1, u.Length).Where(position => Math.Abs(u[position - 1]) == k)];
        return new PettittResult
        {
            Defined = true,
            N = sample.Length,
            KStat = k,
            ChangeIndex = changes,
            UAtChange = [.. changes.Select(position => u[position - 1])],
            U = u,
            PApprox = Math.Min(1, 2 * Math.Exp(-6 * ((double)k * k) / (n * n * n + n * n))),
            MedianBefore = Middle.Of(sample[..changes[0]]),
            MedianAfter = Middle.Of(sample[changes[0]..])
        };
    }

    /// <summary>Twice the sum of the first k ranks less what it would be without a change; whole, because mid-ranks are halves.</summary>
    private static long[] RankSums(double[] sample)
    {
        var ranks = MidRanks.Of(sample);
        var u = new long[sample.Length];
        var sum = 0L;
        for (var i = 0; i < sample.Length; i++) u[i] = sum += (long)(2 * ranks[i]) - (sample.Length + 1);
        return u;
    }
}
