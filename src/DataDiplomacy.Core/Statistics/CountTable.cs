namespace DataDiplomacy.Core.Statistics;

/// <summary>Reads tables of counts.</summary>
internal static class CountTable
{
    /// <summary>Largest count: sums over any table that is accepted stay exact.</summary>
    public const long Largest = 1_000_000_000_000;

    /// <summary>Reads rows of whole numbers from 0 to <see cref="Largest"/>, all of one length.</summary>
    public static IReadOnlyList<IReadOnlyList<long>> Read(StatisticalJson json, string name, int maxCells)
    {
        var rows = json.CompleteTable(name, maxCells);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < rows[i].Count; j++)
            {
                var count = rows[i][j];
                if (count < 0 || count > Largest || count != Math.Truncate(count))
                    json.Refuse($"inputs.{name}[{i}][{j}]", FormattableString.Invariant($"is {count}; a whole number from 0 to {Largest} is needed."));
            }
        }
        return json.Error is null ? [.. rows.Select(row => row.Select(count => (long)count).ToArray())] : [];
    }
}
