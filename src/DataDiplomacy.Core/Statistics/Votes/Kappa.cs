namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>Cohen's kappa, plain and weighted, with the standard error of Fleiss, Cohen and Everitt.</summary>
public static class Kappa
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of categories that a caller should accept.</summary>
    public const int MaxCategories = 100;

    /// <summary>
    /// Compares two raters of the same cases. Undefined without a case, or where both chose one and the same category throughout.
    /// </summary>
    /// <param name="counts">Square: cell (i, j) counts the cases that the first rater put into i and the second into j.</param>
    /// <param name="weights">Weights of the weighted kappa.</param>
    /// <param name="confidence">Confidence of the interval, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">Not square, a count is negative or above <see cref="AgreementIndex.MaxCount"/>, or the confidence is none.</exception>
    public static KappaResult Of(IReadOnlyList<IReadOnlyList<long>> counts, KappaWeights weights = KappaWeights.Linear, double confidence = 0.95)
    {
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence lies between 0 and 1, both excluded.");
        Require(counts);
        var n = counts.Sum(row => row.Sum());
        if (n == 0) return Undefined(StatisticalAnswers.InsufficientData, 0);
        if (Enumerable.Range(0, counts.Count).Any(i => counts[i][i] == n)) return Undefined(KappaResult.ChanceAgreementOne, n);

        double[][] shares = [.. counts.Select(row => row.Select(count => (double)count / n).ToArray())];
        var plain = WeightedAgreement.Of(shares, n, (i, j) => i == j ? 0 : 1);
        var weighted = WeightedAgreement.Of(shares, n, Disagreement(weights, counts.Count - 1));
        var reach = NormalTail.TwoSidedZ(confidence) * plain.StandardError;
        return new KappaResult
        {
            Defined = true,
            N = n,
            Po = 1 - plain.Observed,
            Kappa = plain.Kappa,
            Ase = plain.StandardError,
            CiLow = plain.Kappa - reach,
            CiHigh = plain.Kappa + reach,
            WeightedKappa = weighted.Kappa,
            WeightedAse = weighted.StandardError
        };
    }

    private static KappaResult Undefined(string reason, long n) => new() { Defined = false, Reason = reason, N = n };

    /// <summary>What is left of full agreement between two categories; there are two at least, or chance agreement is one.</summary>
    private static Func<int, int, double> Disagreement(KappaWeights weights, int furthest) => weights == KappaWeights.Linear
        ? (i, j) => (double)Math.Abs(i - j) / furthest
        : (i, j) => (double)(i - j) * (i - j) / ((double)furthest * furthest);

    private static void Require(IReadOnlyList<IReadOnlyList<long>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        for (var i = 0; i < counts.Count; i++)
        {
            if (counts[i].Count != counts.Count)
                throw new ArgumentException(FormattableString.Invariant($"Row {i} has {counts[i].Count} cells but there are {counts.Count} rows; a square is needed."), nameof(counts));
            if (counts[i].Any(count => count is < 0 or > AgreementIndex.MaxCount))
                throw new ArgumentException(FormattableString.Invariant($"Row {i} has a count below 0 or above {AgreementIndex.MaxCount}."), nameof(counts));
        }
    }
}
