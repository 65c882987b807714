namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>What the margins of a table tell about its hidden cells.</summary>
public static class SuppressionAudit
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of cells that a caller should accept.</summary>
    public const int MaxCells = 10_000;

    /// <summary>Largest number of hidden cells.</summary>
    public const int MaxHidden = 2_000;

    /// <summary>
    /// Works out between which counts each hidden cell must lie, given all other cells, the totals of rows and columns and the
    /// grand total. Undefined without a cell.
    /// </summary>
    /// <param name="table">True counts, at least 0; rows of one length. Their sum stays within a long.</param>
    /// <param name="suppressed">Which cells are hidden, in the shape of the table; at most <see cref="MaxHidden"/>.</param>
    /// <param name="primaryThreshold">Counts from 1 to below it call for suppression.</param>
    /// <param name="protectionWidth">A cell is protected if its bounds are at least this many times its count apart.</param>
    /// <exception cref="ArgumentException">Shapes differ, a count is negative, or too many cells are hidden.</exception>
    public static SuppressionAuditResult Audit(
        IReadOnlyList<IReadOnlyList<long>> table, IReadOnlyList<IReadOnlyList<bool>> suppressed, double primaryThreshold = 5, double protectionWidth = 1)
    {
        if (!(primaryThreshold >= 0)) throw new ArgumentOutOfRangeException(nameof(primaryThreshold), primaryThreshold, "The threshold is at least 0.");
        if (!(protectionWidth >= 0)) throw new ArgumentOutOfRangeException(nameof(protectionWidth), protectionWidth, "The width is at least 0.");
        Check(table, suppressed);
        if (table.Count == 0 || table[0].Count == 0) return new SuppressionAuditResult { Defined = false, Reason = StatisticalAnswers.InsufficientData };

        var hidden = Hidden(table, suppressed);
        if (hidden.Count > MaxHidden) throw new ArgumentException($"{hidden.Count} hidden cells; at most {MaxHidden} are audited.", nameof(suppressed));
        var flow = new MarginFlow(table.Count, table[0].Count, hidden);
        return new SuppressionAuditResult
        {
            Defined = true,
            Primary = [.. table.Select(row => row.Select(count => count > 0 && count < primaryThreshold).ToArray())],
            Cells = [.. hidden.Select((cell, i) => Cell(cell, flow.Bounds(i), protectionWidth))]
        };
    }

    private static void Check(IReadOnlyList<IReadOnlyList<long>> table, IReadOnlyList<IReadOnlyList<bool>> suppressed)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(suppressed);
        if (table.Count != suppressed.Count)
            throw new ArgumentException($"{table.Count} rows of counts but {suppressed.Count} of flags; as many are needed.", nameof(suppressed));
        for (var i = 0; i < table.Count; i++)
        {
            if (table[i].Count != table[0].Count || suppressed[i].Count != table[0].Count)
                throw new ArgumentException($"Row {i} has {table[i].Count} counts and {suppressed[i].Count} flags; {table[0].Count} are needed.", nameof(suppressed));
            foreach (var count in table[i]) ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(table));
        }
    }

    private static List<HiddenCell> Hidden(IReadOnlyList<IReadOnlyList<long>> table, IReadOnlyList<IReadOnlyList<bool>> suppressed)
    {
        var hidden = new List<HiddenCell>();
        for (var i = 0; i < table.Count; i++)
        {
            for (var j = 0; j < table[i].Count; j++)
            {
                if (suppressed[i][j]) hidden.Add(new HiddenCell(i, j, table[i][j]));
            }
        }
        return hidden;
    }

    private static AuditedCell Cell(HiddenCell cell, (long Lower, long Upper) bounds, double protectionWidth) => new()
    {
        Row = cell.Row,
        Column = cell.Column,
        Lower = bounds.Lower,
        Upper = bounds.Upper,
        ExactlyDisclosed = bounds.Upper == bounds.Lower,
        Protected = bounds.Upper - bounds.Lower >= protectionWidth * cell.Count
    };
}
