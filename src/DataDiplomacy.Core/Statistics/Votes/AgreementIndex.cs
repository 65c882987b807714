namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>Agreement index of Hix, Noury and Roland, and Rice index: how united a group votes.</summary>
public static class AgreementIndex
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of votes that a caller should accept.</summary>
    public const int MaxVotes = 100_000;

    /// <summary>Largest count in a cell, so that no sum leaves the range of whole numbers.</summary>
    public const long MaxCount = 1_000_000_000_000;

    /// <summary>Measures each vote and the mean over votes. An abstention is a position, an absence is not and is left out.</summary>
    /// <param name="votes">Counts of each vote, in any order.</param>
    /// <exception cref="ArgumentException">A count is negative or above <see cref="MaxCount"/>.</exception>
    public static AgreementIndexResult Of(IReadOnlyList<VoteCount> votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        for (var i = 0; i < votes.Count; i++) Require(votes[i], i);

        double?[] agreement = [.. votes.Select(Agreement)];
        var used = agreement.Count(index => index is not null);
        if (used == 0) return new AgreementIndexResult { Defined = false, Reason = StatisticalAnswers.InsufficientData, VotesUsed = 0 };
        return new AgreementIndexResult
        {
            Defined = true,
            Ai = agreement,
            Rice = [.. votes.Select(RiceIndex)],
            MeanAi = agreement.Average(),
            VotesUsed = used
        };
    }

    /// <summary>(largest - half of the rest)/all.</summary>
    private static double? Agreement(VoteCount vote)
    {
        var all = vote.Yes + vote.No + vote.Abstain;
        var largest = Math.Max(Math.Max(vote.Yes, vote.No), vote.Abstain);
        return all == 0 ? null : (largest - 0.5 * (all - largest)) / all;
    }

    private static double? RiceIndex(VoteCount vote) =>
        vote.Yes + vote.No == 0 ? null : (double)Math.Abs(vote.Yes - vote.No) / (vote.Yes + vote.No);

    private static void Require(VoteCount vote, int index)
    {
        if (vote is { Yes: >= 0 and <= MaxCount, No: >= 0 and <= MaxCount, Abstain: >= 0 and <= MaxCount }) return;
        throw new ArgumentException(FormattableString.Invariant($"votes[{index}] is {vote}; counts from 0 to {MaxCount} are needed."), nameof(vote));
    }
}
