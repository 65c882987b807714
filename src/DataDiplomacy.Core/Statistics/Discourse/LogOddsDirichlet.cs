namespace DataDiplomacy.Core.Statistics.Discourse;

/// <summary>Which words one corpus uses more than another: log-odds ratio with a Dirichlet prior (Monroe, Colaresi and Quinn 2008).</summary>
public static class LogOddsDirichlet
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of words that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>Smallest prior that is accepted.</summary>
    public const double LeastPrior = 1e-9;

    /// <summary>Largest prior that is accepted.</summary>
    public const double MostPrior = 1e12;

    /// <summary>Compares two corpora word by word. Undefined without a word in either.</summary>
    /// <param name="countsI">Counts of the words in the first corpus, 0 to 10^12.</param>
    /// <param name="countsJ">Counts of the same words in the same order in the second corpus.</param>
    /// <param name="prior">How the prior is spread over the words.</param>
    /// <param name="priorValue">Informative: the prior of all words together. Uniform: the prior of each word. In counts, from <see cref="LeastPrior"/> to <see cref="MostPrior"/>.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a count or the prior is beyond its bounds.</exception>
    public static LogOddsDirichletResult Compare(
        IReadOnlyList<long> countsI, IReadOnlyList<long> countsJ, LogOddsPrior prior, double priorValue)
    {
        ArgumentNullException.ThrowIfNull(countsI);
        ArgumentNullException.ThrowIfNull(countsJ);
        if (countsI.Count != countsJ.Count)
            throw new ArgumentException($"{countsI.Count} counts but {countsJ.Count} in the second corpus; the vocabulary is the same.", nameof(countsJ));
        if (!(priorValue >= LeastPrior && priorValue <= MostPrior))
            throw new ArgumentOutOfRangeException(nameof(priorValue), priorValue, "The prior is beyond its bounds.");
        if (countsI.Concat(countsJ).Any(count => count is < 0 or > CountTable.Largest))
            throw new ArgumentException($"A count is below 0 or above {CountTable.Largest}.", nameof(countsI));

        var (totalI, totalJ) = (countsI.Sum(), countsJ.Sum());
        if (totalI + totalJ == 0) return new LogOddsDirichletResult { Defined = false, Reason = StatisticalAnswers.InsufficientData };

        var words = Enumerable.Range(0, countsI.Count).Select(w =>
        {
            var (own, others) = prior == LogOddsPrior.Uniform
                ? (priorValue, priorValue * (countsI.Count - 1))
                : Spread(priorValue, countsI[w] + countsJ[w], totalI + totalJ);
            return Word(countsI[w] + own, totalI - countsI[w] + others, countsJ[w] + own, totalJ - countsJ[w] + others);
        }).ToList();
        return new LogOddsDirichletResult
        {
            Defined = true,
            Delta = [.. words.Select(word => word.Delta)],
            Variance = [.. words.Select(word => word.Variance)],
            Z = [.. words.Select(word => word.Delta / Sqrt(word.Variance))]
        };
    }

    /// <summary>The prior of a word and of all others, each from counts: a difference of the two would lose digits and miss 0.</summary>
    private static (double Own, double Others) Spread(double prior, long count, long total) =>
        (prior * ((double)count / total), prior * ((double)(total - count) / total));

    private static (double? Delta, double? Variance) Word(double ownI, double othersI, double ownJ, double othersJ)
    {
        // Exactly 0 is meant: in neither corpus and without a prior, nothing is known of the word.
        if (ownI == 0 || ownJ == 0) return (null, null);
        var variance = 1 / ownI + 1 / ownJ;
        // A word without any other has no odds.
        if (othersI == 0 || othersJ == 0) return (null, variance);
        return (Math.Log(ownI / othersI) - Math.Log(ownJ / othersJ), variance);
    }

    private static double? Sqrt(double? variance) => variance is { } v ? Math.Sqrt(v) : null;
}
