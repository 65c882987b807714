namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>Agreement beyond chance for given weights of disagreement.</summary>
internal sealed record WeightedAgreement
{
    /// <summary>Observed disagreement, 0 to 1.</summary>
    public required double Observed { get; init; }

    /// <summary>Kappa: 1 minus observed over expected disagreement.</summary>
    public required double Kappa { get; init; }

    /// <summary>Standard error that does not suppose chance agreement (Fleiss, Cohen and Everitt 1969).</summary>
    public required double StandardError { get; init; }

    /// <summary>
    /// Works with disagreement, so that nothing is subtracted from 1 where nearly all agree: (po - pe)/(1 - pe) = 1 - qo/qe.
    /// </summary>
    /// <param name="shares">Share of cases by category of the first (rows) and second rater; they sum to 1.</param>
    /// <param name="n">Number of cases.</param>
    /// <param name="disagreement">0 for full agreement to 1; some pair of categories in use must differ.</param>
    public static WeightedAgreement Of(double[][] shares, long n, Func<int, int, double> disagreement)
    {
        var k = shares.Length;
        double[] first = [.. shares.Select(row => row.Sum())];
        double[] second = [.. Enumerable.Range(0, k).Select(j => shares.Sum(row => row[j]))];
        // Mean disagreement of a category with what the other rater chooses.
        double[] ofFirst = [.. Enumerable.Range(0, k).Select(i => second.Select((share, j) => share * disagreement(i, j)).Sum())];
        double[] ofSecond = [.. Enumerable.Range(0, k).Select(j => first.Select((share, i) => share * disagreement(i, j)).Sum())];
        var expected = first.Zip(ofFirst, (share, mean) => share * mean).Sum();
        var observed = Sum(shares, disagreement);
        var ratio = observed / expected;

        // In weights of agreement w = 1 - v the mean square is that of w - (w_i + w_j)(1 - kappa), less that of kappa - pe (1 - kappa).
        var squares = Sum(shares, (i, j) => Math.Pow(1 - disagreement(i, j) - (2 - ofFirst[i] - ofSecond[j]) * ratio, 2));
        var variance = (squares - Math.Pow(1 - ratio - (1 - expected) * ratio, 2)) / (n * expected * expected);
        return new WeightedAgreement { Observed = observed, Kappa = 1 - ratio, StandardError = Math.Sqrt(Math.Max(0, variance)) };
    }

    private static double Sum(double[][] shares, Func<int, int, double> figure)
    {
        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            for (var j = 0; j < shares.Length; j++) sum += shares[i][j] * figure(i, j);
        }
        return sum;
    }
}
