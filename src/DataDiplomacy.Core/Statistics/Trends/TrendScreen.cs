using System.Buffers;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>
/// Screens series for trends by the hundred thousand: the figures of <see cref="MannKendall"/> and <see cref="TheilSen"/>, in the same
/// arithmetic, without a list, a sentence or an object for each. Nothing is corrected for autocorrelation or seasons: what is found
/// is to be looked at again by <see cref="Trend.Assess"/>. Pairs are counted eight at a time, and of the slopes only those are ordered that are answered.
/// </summary>
public static class TrendScreen
{
    /// <summary>Version of the figures.</summary>
    public const string Version = "1.0";

    /// <summary>Beyond this no difference, quotient or product of the fast way can be trusted to stay finite.</summary>
    private const double LargestPlain = 1e150;

    /// <summary>Slopes beyond this number are not kept for the next series: 8 MB.</summary>
    private const int MostPooled = 1_000_000;

    /// <summary>Number of values up to which comparing each pair is faster than a sort that counts.</summary>
    private const int PairwiseUpTo = 400;

    /// <summary>The figures of one series. At most <see cref="TheilSen.MaxPoints"/> values are assessed; cost: a slope for each pair.</summary>
    /// <param name="times">Times in ascending order, in any unit; the slope is per this unit.</param>
    /// <param name="values">Values, one for each time; missing ones are left out by the caller.</param>
    /// <param name="confidence">Confidence of the interval of the slope, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">Lengths differ, times descend, or a number is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1.</exception>
    public static TrendFigures Assess(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double confidence = 0.95)
    {
        if (times.Length != values.Length)
            throw new ArgumentException($"{times.Length} times but {values.Length} values; they belong together one by one.", nameof(values));
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence lies between 0 and 1, both excluded.");
        var (largest, hasDuplicates) = (Largest(times, values), HasDuplicates(times));
        var n = values.Length;
        if (n < Trend.MinPoints) return new TrendFigures { N = n, Reason = TrendResult.InsufficientData };
        if (n > TheilSen.MaxPoints) return new TrendFigures { N = n, Reason = TrendResult.TooManyPoints };
        if (hasDuplicates) return new TrendFigures { N = n, Reason = TrendResult.DuplicateTimes };
        return largest <= LargestPlain ? Measured(times, values, confidence) : InFull(times, values, confidence);
    }

    private static double Largest(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            FiniteValues.Require(times[i], nameof(times), i);
            FiniteValues.Require(values[i], nameof(values), i);
            largest = Math.Max(largest, Math.Max(Math.Abs(times[i]), Math.Abs(values[i])));
        }
        return largest;
    }

    private static bool HasDuplicates(ReadOnlySpan<double> times)
    {
        var found = false;
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] < times[i - 1]) throw new ArgumentException("The times must ascend.", nameof(times));
            // Equality is meant exactly: the order between two values of one instant is not known.
            found |= times[i] == times[i - 1];
        }
        return found;
    }

    private static TrendFigures Measured(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double confidence)
    {
        var (s, tiedPairs, tieTerm) = Counts(values);
        var (n, term) = (values.Length, TieGroups.VarianceTerm(values.Length) - tieTerm);
        if (SlopesOf(times, values, term, confidence) is not { } slopes) return InFull(times, values, confidence);
        var figures = new TrendFigures { N = n, Slope = slopes.Middle, SlopeLow = slopes.Low, SlopeHigh = slopes.High };
        if (term == 0) return figures with { Reason = TrendResult.Constant };
        var isExact = tiedPairs == 0 && n < KendallNull.ExactBelow;
        return figures with { S = (int)s, PIsExact = isExact, P = isExact ? KendallNull.TwoSidedP(n, s) : NormalTail.TwoSided(KendallScore.Z(s, term / 18.0)) };
    }

    /// <summary>Kendall's S, the number of tied pairs and the term by which ties lessen the variance.</summary>
    private static (long S, long TiedPairs, long TieTerm) Counts(ReadOnlySpan<double> values)
    {
        if (values.Length > PairwiseUpTo) return MannKendall.Counts(values);
        var (rising, falling) = PairCounts.Of(values);
        var tied = (long)values.Length * (values.Length - 1) / 2 - rising - falling;
        if (tied == 0) return (rising - falling, 0, 0);

        Span<double> sorted = stackalloc double[PairwiseUpTo];
        sorted = sorted[..values.Length];
        values.CopyTo(sorted);
        sorted.Sort();
        return (rising - falling, tied, TieGroups.VarianceTerm(sorted));
    }

    /// <summary>The median of the slopes and Sen's interval; null where a figure is near the end of the range of doubles.</summary>
    private static (double Low, double Middle, double High)? SlopesOf(ReadOnlySpan<double> times, ReadOnlySpan<double> values, long term, double confidence)
    {
        var count = values.Length * (values.Length - 1) / 2;
        if (count > MostPooled) return SlopesOf(times, values, new double[count], term, confidence);

        var rented = ArrayPool<double>.Shared.Rent(count);
        try
        {
            return SlopesOf(times, values, rented.AsSpan(0, count), term, confidence);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static (double Low, double Middle, double High)? SlopesOf(
        ReadOnlySpan<double> times, ReadOnlySpan<double> values, Span<double> slopes, long term, double confidence)
    {
        PairSlopes.Fill(times, values, slopes);
        var (low, high) = TheilSenSlopes.IntervalRanks(slopes.Length, term, confidence);
        var (half, isOdd) = (slopes.Length / 2, slopes.Length % 2 == 1);
        OrderedPlaces.Put(slopes, [low, isOdd ? half : half - 1, half, high]);
        var middle = isOdd ? slopes[half] : Middle.Between(slopes[half - 1], slopes[half]);
        var isPlain = Math.Abs(slopes[low]) <= LargestPlain && Math.Abs(middle) <= LargestPlain && Math.Abs(slopes[high]) <= LargestPlain;
        return isPlain ? (slopes[low], middle, slopes[high]) : null;
    }

    /// <summary>The long way, for numbers near the end of the range of doubles.</summary>
    private static TrendFigures InFull(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double confidence)
    {
        double?[] complete = [.. values];
        var test = MannKendall.Test(complete);
        var slope = TheilSen.Estimate([.. times], complete, confidence);
        return new TrendFigures
        {
            N = test.N,
            Reason = test.Reason ?? slope.Reason,
            Slope = slope.Slope,
            SlopeLow = slope.CiLow,
            SlopeHigh = slope.CiHigh,
            S = (int)test.S.GetValueOrDefault(),
            P = slope.Defined ? test.PExact ?? test.PTwoSided : null,
            PIsExact = slope.Defined && test.PExact is not null
        };
    }
}
