namespace DataDiplomacy.Core.Statistics.Discourse;

/// <summary>tf-idf: how much a term marks out a document among others, as tidytext defines it.</summary>
public static class TfIdf
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of cells, documents times terms, that a caller should accept.</summary>
    public const int MaxCells = 500_000;

    /// <summary>Weighs the terms of documents. Undefined where no document has a term.</summary>
    /// <param name="counts">One row per document, each with the counts of the same terms, 0 to 10^12.</param>
    /// <exception cref="ArgumentException">A count is beyond its bounds, or rows differ in length.</exception>
    public static TfIdfResult Weigh(IReadOnlyList<IReadOnlyList<long>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        foreach (var row in counts)
        {
            if (row.Count != counts[0].Count)
                throw new ArgumentException($"A document has {row.Count} counts but the first has {counts[0].Count}; as many are needed.", nameof(counts));
            if (row.Any(count => count is < 0 or > CountTable.Largest))
                throw new ArgumentException($"A count is below 0 or above {CountTable.Largest}.", nameof(counts));
        }
        if (!counts.Any(row => row.Any(count => count > 0))) return new TfIdfResult { Defined = false, Reason = StatisticalAnswers.InsufficientData };

        var idf = Idf(counts);
        return new TfIdfResult
        {
            Defined = true,
            Idf = idf,
            Weights = [.. counts.Select(row => Document(row, idf))]
        };
    }

    private static double?[] Idf(IReadOnlyList<IReadOnlyList<long>> counts)
    {
        var documents = new int[counts[0].Count];
        foreach (var row in counts)
        {
            for (var term = 0; term < documents.Length; term++)
            {
                if (row[term] > 0) documents[term]++;
            }
        }
        return [.. documents.Select(n => n == 0 ? null : (double?)Math.Log((double)counts.Count / n))];
    }

    private static double?[] Document(IReadOnlyList<long> row, double?[] idf)
    {
        var total = row.Sum();
        return [.. row.Select((count, term) => total == 0 ? null : (double)count / total * idf[term])];
    }
}
