namespace DataDiplomacy.Core.Statistics.Trade;

/// <summary>Balassa's revealed comparative advantage and its symmetric form.</summary>
public static class Rca
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of cells that a caller should accept.</summary>
    public const int MaxCells = 200_000;

    /// <summary>
    /// Compares the share of each product in an exporter's exports with its share in those of the world, which is the sum of all
    /// rows, the exporter's own included. An export of 0 is 0 and not missing.
    /// </summary>
    /// <param name="exports">Rows are exporters, columns products; amounts of at least 0 in one unit, all rows of one length.</param>
    /// <exception cref="ArgumentException">Rows differ in length, or an amount is negative, NaN or infinite.</exception>
    public static RcaResult Of(IReadOnlyList<IReadOnlyList<double>> exports)
    {
        ArgumentNullException.ThrowIfNull(exports);
        for (var i = 0; i < exports.Count; i++)
        {
            Amounts.Require(exports[i], FormattableString.Invariant($"exports[{i}]"));
            if (exports[i].Count != exports[0].Count)
                throw new ArgumentException(FormattableString.Invariant($"Row {i} has {exports[i].Count} products but row 0 has {exports[0].Count}."), nameof(exports));
        }

        if (exports.Count == 0 || exports[0].Count == 0) return new RcaResult { Defined = false, Reason = StatisticalAnswers.InsufficientData };
        if (WorldShares(exports) is not { } world) return new RcaResult { Defined = false, Reason = Amounts.ZeroTotal };
        double?[][] rca = [.. exports.Select(row => OfExporter(row, world))];
        return new RcaResult { Defined = true, Rca = rca, Rsca = [.. rca.Select(row => row.Select(Symmetric).ToArray())] };
    }

    private static double?[] OfExporter(IReadOnlyList<double> row, double[] world)
    {
        if (Amounts.Shares(row) is not { } shares) return new double?[row.Count];
        // A share of 0 in the world makes the index 0/0 or infinite: null in both cases.
        return [.. shares.Select((share, product) => Amounts.Finite(share / world[product]))];
    }

    private static double? Symmetric(double? rca) => (rca - 1) / (rca + 1);

    private static double[]? WorldShares(IReadOnlyList<IReadOnlyList<double>> exports)
    {
        var largest = exports.Max(row => row.Max());
        if (largest == 0) return null;
        var totals = new double[exports[0].Count];
        foreach (var row in exports)
        {
            for (var product = 0; product < totals.Length; product++) totals[product] += row[product] / largest;
        }
        return Amounts.Shares(totals);
    }
}
