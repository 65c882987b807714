namespace DataDiplomacy.Core.Statistics.Regressions;

/// <summary>Rows of a regression in which nothing is missing.</summary>
internal static class CompleteRows
{
    /// <summary>The complete rows in their order, y and the columns of x.</summary>
    public static (double[] Y, double[][] X) Of(IReadOnlyList<double?> y, IReadOnlyList<IReadOnlyList<double?>> x)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(x);
        FiniteValues.Present(y, nameof(y));
        for (var j = 0; j < x.Count; j++)
        {
            if (x[j].Count != y.Count) throw new ArgumentException($"x[{j}] has {x[j].Count} values but y has {y.Count}; they belong together one by one.", nameof(x));
            FiniteValues.Present(x[j], FormattableString.Invariant($"x[{j}]"));
        }

        int[] rows = [.. Enumerable.Range(0, y.Count).Where(i => IsComplete(y, x, i))];
        return (At(y, rows), [.. x.Select(column => At(column, rows))]);
    }

    /// <summary>Whether nothing is missing in a row.</summary>
    public static bool IsComplete(IReadOnlyList<double?> y, IReadOnlyList<IReadOnlyList<double?>> x, int row) =>
        y[row] is not null && x.All(column => column[row] is not null);

    private static double[] At(IReadOnlyList<double?> values, int[] rows) => [.. rows.Select(row => values[row].GetValueOrDefault())];
}
