namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Guards methods that take counts: whole numbers from 0 to a thousand million.</summary>
internal static class CountValues
{
    private static readonly string Needed = FormattableString.Invariant($"a whole number from 0 to {CountDistribution.MaxCount:0} is needed");

    /// <summary>Refuses the first element that is neither a count nor missing.</summary>
    public static void Check(StatisticalJson json, string name, IReadOnlyList<double?> counts)
    {
        for (var i = 0; i < counts.Count; i++)
        {
            if (counts[i] is { } count && !IsCount(count))
                json.Refuse($"inputs.{name}[{i}]", FormattableString.Invariant($"is {count}; {Needed}, or null where the count is missing."));
        }
    }

    /// <summary>Refuses a number that is no count.</summary>
    public static void Check(StatisticalJson json, string name, double count)
    {
        if (!IsCount(count)) json.Refuse($"inputs.{name}", FormattableString.Invariant($"is {count}; {Needed}."));
    }

    /// <summary>Refuses what is no count.</summary>
    /// <exception cref="ArgumentException">A value is no count.</exception>
    public static void Require(IReadOnlyList<double?> counts, string name)
    {
        ArgumentNullException.ThrowIfNull(counts, name);
        for (var i = 0; i < counts.Count; i++)
        {
            if (counts[i] is { } count && !IsCount(count))
                throw new ArgumentException(FormattableString.Invariant($"{name}[{i}] is {count}; {Needed}."), name);
        }
    }

    /// <summary>Whether a number is a count.</summary>
    public static bool IsCount(double number) => number is >= 0 and <= CountDistribution.MaxCount && number == Math.Truncate(number);
}
