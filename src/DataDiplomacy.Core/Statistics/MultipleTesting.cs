namespace DataDiplomacy.Core.Statistics;

/// <summary>Adjusts p-values for the number of tests that were made, as R's p.adjust does.</summary>
public static class MultipleTesting
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of p-values that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>
    /// Adjusts a family of p-values four ways. The family is all tests that were made, not those that are shown.
    /// </summary>
    /// <param name="pValues">p-values, 0 to 1; null is missing, stays null and does not count in the family.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is outside 0 to 1 or NaN.</exception>
    public static MultipleTestingResult Adjust(IReadOnlyList<double?> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        foreach (var p in pValues)
        {
            if (p is { } value && !(value >= 0 && value <= 1))
                throw new ArgumentOutOfRangeException(nameof(pValues), value, "A p-value lies between 0 and 1.");
        }

        var order = Enumerable.Range(0, pValues.Count).Where(i => pValues[i] is not null).OrderBy(i => pValues[i]).ToArray();
        var sorted = order.Select(i => pValues[i].GetValueOrDefault()).ToArray();
        var m = sorted.Length;
        var harmonic = Enumerable.Range(1, m).Sum(i => 1.0 / i);
        return new MultipleTestingResult
        {
            Bh = InInputOrder(StepUp(sorted, m), order, pValues.Count),
            By = InInputOrder(StepUp(sorted, m * harmonic), order, pValues.Count),
            Holm = InInputOrder(StepDown(sorted), order, pValues.Count),
            Bonferroni = InInputOrder([.. sorted.Select(p => Math.Min(1, m * p))], order, pValues.Count)
        };
    }

    /// <summary>Turns p-values into q by Benjamini and Hochberg in place, for families of any size.</summary>
    /// <param name="sorted">All p-values of the family, 0 to 1, in ascending order.</param>
    public static void AdjustSorted(Span<double> sorted) => StepUp(sorted, sorted.Length);

    private static double[] StepUp(double[] sorted, double weight)
    {
        var adjusted = (double[])sorted.Clone();
        StepUp(adjusted.AsSpan(), weight);
        return adjusted;
    }

    private static void StepUp(Span<double> sorted, double weight)
    {
        var smallest = 1.0;
        for (var i = sorted.Length - 1; i >= 0; i--)
            sorted[i] = smallest = Math.Min(smallest, weight * sorted[i] / (i + 1));
    }

    private static double[] StepDown(double[] sorted)
    {
        var adjusted = new double[sorted.Length];
        var largest = 0.0;
        for (var i = 0; i < sorted.Length; i++)
            adjusted[i] = largest = Math.Max(largest, Math.Min(1, (sorted.Length - i) * sorted[i]));
        return adjusted;
    }

    private static double?[] InInputOrder(double[] adjusted, int[] order, int count)
    {
        var result = new double?[count];
        for (var i = 0; i < order.Length; i++) result[order[i]] = adjusted[i];
        return result;
    }
}
