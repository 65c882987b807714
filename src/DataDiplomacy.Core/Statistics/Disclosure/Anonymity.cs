namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>k-anonymity and l-diversity of rows about people.</summary>
public static class Anonymity
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of rows that a caller should accept.</summary>
    public const int MaxRows = 100_000;

    /// <summary>Largest number of quasi-identifiers in all rows together that a caller should accept.</summary>
    public const int MaxCells = 500_000;

    /// <summary>Measures the classes of rows that share all quasi-identifiers. Undefined without a row.</summary>
    /// <param name="quasi">One row per person, each with the codes of the quasi-identifiers; null is missing and a value of its own.</param>
    /// <param name="sensitive">The code of the sensitive attribute of each row; null is missing and a value of its own.</param>
    /// <param name="kRequired">Rows in classes smaller than this are at risk; at least 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, a code is NaN or infinite, or <paramref name="kRequired"/> is below 1.</exception>
    public static AnonymityResult Measure(
        IReadOnlyList<IReadOnlyList<double?>> quasi, IReadOnlyList<double?> sensitive, int kRequired = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(kRequired, 1);
        Check(quasi, sensitive);
        if (quasi.Count == 0) return new AnonymityResult { Defined = false, Reason = StatisticalAnswers.InsufficientData };

        var classes = Classes(quasi, sensitive);
        return new AnonymityResult
        {
            Defined = true,
            Classes = classes.Count,
            K = classes.Min(c => c.Size),
            LDistinct = classes.Min(c => c.Distinct),
            LEntropy = Math.Exp(classes.Min(c => c.Entropy)),
            UniqueRows = classes.Count(c => c.Size == 1),
            AtRiskShare = (double)classes.Where(c => c.Size < kRequired).Sum(c => c.Size) / quasi.Count
        };
    }

    private static void Check(IReadOnlyList<IReadOnlyList<double?>> quasi, IReadOnlyList<double?> sensitive)
    {
        ArgumentNullException.ThrowIfNull(quasi);
        ArgumentNullException.ThrowIfNull(sensitive);
        if (quasi.Count != sensitive.Count)
            throw new ArgumentException($"{quasi.Count} rows but {sensitive.Count} sensitive codes; one per row is needed.", nameof(sensitive));
        FiniteValues.Present(sensitive, nameof(sensitive));
        foreach (var row in quasi)
        {
            FiniteValues.Present(row, nameof(quasi));
            if (row.Count != quasi[0].Count)
                throw new ArgumentException($"A row has {row.Count} quasi-identifiers but the first has {quasi[0].Count}; as many are needed.", nameof(quasi));
        }
    }

    /// <summary>Sorts rather than hashes: codes that collide cannot make it slow.</summary>
    private static List<EquivalenceClass> Classes(IReadOnlyList<IReadOnlyList<double?>> quasi, IReadOnlyList<double?> sensitive)
    {
        var order = Enumerable.Range(0, quasi.Count).ToArray();
        Array.Sort(order, (a, b) => Compare(quasi[a], quasi[b]) is var byQuasi && byQuasi != 0
            ? byQuasi : Nullable.Compare(sensitive[a], sensitive[b]));

        var classes = new List<EquivalenceClass>();
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && Compare(quasi[order[start]], quasi[order[end]]) == 0) end++;
            classes.Add(Class([.. order[start..end].Select(row => sensitive[row])]));
            start = end;
        }
        return classes;
    }

    private static int Compare(IReadOnlyList<double?> first, IReadOnlyList<double?> second)
    {
        for (var i = 0; i < first.Count; i++)
        {
            var order = Nullable.Compare(first[i], second[i]);
            if (order != 0) return order;
        }
        return 0;
    }

    private static EquivalenceClass Class(double?[] sortedSensitive)
    {
        var (size, distinct, entropy, run) = (sortedSensitive.Length, 0, 0.0, 0);
        for (var i = 0; i < size; i++)
        {
            run++;
            if (i + 1 < size && Nullable.Compare(sortedSensitive[i], sortedSensitive[i + 1]) == 0) continue;
            var share = (double)run / size;
            entropy -= share * Math.Log(share);
            distinct++;
            run = 0;
        }
        return new EquivalenceClass(size, distinct, entropy);
    }

    private readonly record struct EquivalenceClass(int Size, int Distinct, double Entropy);
}
