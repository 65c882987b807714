namespace DataDiplomacy.Core.Statistics.Trade;

/// <summary>Concentration of amounts over categories: partners, products, sources.</summary>
public static class Concentration
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of categories that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>Measures shares of the total. Categories with amount 0 count as categories.</summary>
    /// <param name="values">Amounts of at least 0, one per category, in one unit and any order.</param>
    /// <exception cref="ArgumentException">An amount is NaN or infinite.</exception>
    public static ConcentrationResult Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (var i = 0; i < values.Count; i++) FiniteValues.Require(values[i], nameof(values), i);
        if (values.Count == 0) return Undefined(StatisticalAnswers.InsufficientData, 0);
        if (values.Any(value => value < 0)) return Undefined(ConcentrationResult.Negative, values.Count);
        if (Amounts.Shares(values) is not { } shares) return Undefined(Amounts.ZeroTotal, values.Count);

        // Adding from the smallest share up loses the fewest digits.
        Array.Sort(shares);
        return Result(shares);
    }

    private static ConcentrationResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

    private static ConcentrationResult Result(double[] shares)
    {
        var n = shares.Length;
        var hhi = shares.Sum(share => share * share);
        var entropy = Entropy(shares);
        return new ConcentrationResult
        {
            Defined = true,
            N = n,
            Hhi = hhi,
            HhiNormalised = n == 1 ? null : Math.Max(0, (hhi - 1.0 / n) / (1 - 1.0 / n)),
            Shannon = entropy,
            ShannonNormalised = n == 1 ? null : Math.Min(1, entropy / Math.Log(n)),
            EffectiveShannon = Math.Exp(entropy),
            EffectiveHhi = 1 / hhi,
            Gini = Math.Max(0, shares.Select((share, i) => (2.0 * i + 1 - n) * share).Sum() / n),
            TopShare = TopShares(shares)
        };
    }

    private static double Entropy(double[] shares)
    {
        var entropy = 0.0;
        foreach (var share in shares)
        {
            if (share > 0) entropy -= share * Math.Log(share);
        }
        return entropy;
    }

    private static double[] TopShares(double[] shares)
    {
        var top = new double[Math.Min(3, shares.Length)];
        for (var k = 0; k < top.Length; k++) top[k] = Math.Min(1, shares[^(k + 1)] + (k == 0 ? 0 : top[k - 1]));
        return top;
    }
}
