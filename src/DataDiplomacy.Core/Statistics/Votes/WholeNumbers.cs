namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>Counts and codes as whole numbers.</summary>
internal static class WholeNumbers
{
    /// <summary>Reads rows of counts, all of one length; a cell that is none is refused by its position.</summary>
    public static IReadOnlyList<IReadOnlyList<long>> Rows(StatisticalJson json, string name, int maxCells)
    {
        var rows = json.CompleteTable(name, maxCells);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < rows[i].Count; j++)
                Refuse(json, FormattableString.Invariant($"inputs.{name}[{i}][{j}]"), rows[i][j], 0, AgreementIndex.MaxCount);
        }
        return json.Error is null ? [.. rows.Select(row => row.Select(cell => (long)cell).ToArray())] : [];
    }

    /// <summary>Reads codes within bounds, with null where there is none.</summary>
    public static IReadOnlyList<int?> Codes(StatisticalJson json, string name, int maxLength, int most)
    {
        var codes = json.Numbers(name, maxLength);
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes[i] is { } code) Refuse(json, FormattableString.Invariant($"inputs.{name}[{i}]"), code, 1, most);
        }
        return json.Error is null ? [.. codes.Select(code => (int?)code)] : [];
    }

    private static void Refuse(StatisticalJson json, string field, double number, long least, long most)
    {
        if (number >= least && number <= most && number == Math.Truncate(number)) return;
        json.Refuse(field, FormattableString.Invariant($"is {number}; a whole number from {least} to {most} is needed."));
    }
}
