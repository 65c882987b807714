namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>Signorino and Ritter's S and the share of identical votes of two voters.</summary>
public static class SScore
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of votes that a caller should accept.</summary>
    public const int MaxVotes = 100_000;

    /// <summary>Largest distance between two positions that a caller should accept.</summary>
    public const int MaxDistance = 10;

    /// <summary>Compares the positions in all votes in which both took part; an absence is no position.</summary>
    /// <param name="a">Positions of one, 1 to <paramref name="maxDistance"/> + 1: 1 yes, 2 abstention, 3 no; null is absent.</param>
    /// <param name="b">Positions of the other in the same votes.</param>
    /// <param name="weights">Weight of each vote, at least 0; null for 1 throughout.</param>
    /// <param name="maxDistance">Largest distance between two positions, 1 to <see cref="MaxDistance"/>; 2 for yes, abstention, no.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a position, weight or distance is out of range.</exception>
    public static SScoreResult Of(IReadOnlyList<int?> a, IReadOnlyList<int?> b, IReadOnlyList<double>? weights = null, int maxDistance = 2)
    {
        Require(a, b, weights, maxDistance);
        List<CommonVote> votes = [.. Common(a, b, weights)];
        if (votes.Count == 0) return new SScoreResult { Defined = false, Reason = StatisticalAnswers.InsufficientData, NVotes = 0 };
        var heaviest = votes.Max(vote => vote.Weight);
        if (heaviest == 0) return new SScoreResult { Defined = false, Reason = SScoreResult.ZeroWeight, NVotes = votes.Count };

        // With the heaviest as the unit no sum of weights overflows.
        var all = votes.Sum(vote => vote.Weight / heaviest);
        var apart = votes.Sum(vote => vote.Weight / heaviest * Math.Abs(vote.A - vote.B));
        var alike = votes.Where(vote => vote.A == vote.B).Sum(vote => vote.Weight / heaviest);
        return new SScoreResult
        {
            Defined = true,
            NVotes = votes.Count,
            S = 1 - 2 * apart / (all * maxDistance),
            Agreement = alike / all,
            KappaLinear = KappaOf(votes, maxDistance + 1)
        };
    }

    /// <summary>Kappa counts votes and knows no weights, so there is one only where all weigh the same.</summary>
    private static double? KappaOf(List<CommonVote> votes, int positions)
    {
        if (votes.Exists(vote => vote.Weight != votes[0].Weight)) return null;
        long[][] counts = [.. Enumerable.Range(0, positions).Select(_ => new long[positions])];
        foreach (var vote in votes) counts[vote.A - 1][vote.B - 1]++;
        return Kappa.Of(counts, KappaWeights.Linear).WeightedKappa;
    }

    private static IEnumerable<CommonVote> Common(IReadOnlyList<int?> a, IReadOnlyList<int?> b, IReadOnlyList<double>? weights)
    {
        for (var i = 0; i < a.Count; i++)
        {
            if (a[i] is { } first && b[i] is { } second) yield return new CommonVote(first, second, weights?[i] ?? 1);
        }
    }

    private static void Require(IReadOnlyList<int?> a, IReadOnlyList<int?> b, IReadOnlyList<double>? weights, int maxDistance)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (maxDistance is < 1 or > MaxDistance)
            throw new ArgumentOutOfRangeException(nameof(maxDistance), maxDistance, FormattableString.Invariant($"The largest distance lies between 1 and {MaxDistance}."));
        if (a.Count != b.Count || weights is not null && weights.Count != a.Count)
            throw new ArgumentException("Both voters and the weights need one element per vote.", nameof(b));
        for (var i = 0; i < a.Count; i++)
        {
            if (a[i] < 1 || a[i] > maxDistance + 1 || b[i] < 1 || b[i] > maxDistance + 1)
                throw new ArgumentException(FormattableString.Invariant($"Vote {i} has a position outside 1 to {maxDistance + 1}."), nameof(a));
            if (weights is not null && !(weights[i] >= 0 && double.IsFinite(weights[i])))
                throw new ArgumentException(FormattableString.Invariant($"weights[{i}] is {weights[i]}; a finite number of at least 0 is needed."), nameof(weights));
        }
    }

    private readonly record struct CommonVote(int A, int B, double Weight);
}
