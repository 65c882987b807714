namespace DataDiplomacy.Core.Statistics.Trade;

/// <summary>Amounts that are at least 0, and their shares.</summary>
internal static class Amounts
{
    /// <summary>Reason when there is no amount above 0.</summary>
    public const string ZeroTotal = "zero_total";

    /// <summary>
    /// Each amount over the sum of all, 0 to 1; null where the sum is 0. The largest amount is the unit while adding,
    /// so that no sum overflows.
    /// </summary>
    public static double[]? Shares(IReadOnlyList<double> amounts)
    {
        var largest = amounts.DefaultIfEmpty().Max();
        if (largest == 0) return null;
        double[] parts = [.. amounts.Select(amount => amount / largest)];
        var sum = parts.Sum();
        return [.. parts.Select(part => part / sum)];
    }

    /// <summary>Refuses what is no amount, naming the position.</summary>
    /// <exception cref="ArgumentException">An amount is negative, NaN or infinite.</exception>
    public static void Require(IReadOnlyList<double> amounts, string name)
    {
        ArgumentNullException.ThrowIfNull(amounts, name);
        for (var i = 0; i < amounts.Count; i++) Require(amounts[i], FormattableString.Invariant($"{name}[{i}]"));
    }

    /// <inheritdoc cref="Require(IReadOnlyList{double}, string)"/>
    public static void Require(double amount, string name)
    {
        if (!(amount >= 0) || double.IsInfinity(amount))
            throw new ArgumentException(FormattableString.Invariant($"{name} is {amount}; a finite number of at least 0 is needed."), name);
    }

    /// <summary>Refuses the first amount below 0 that was read from JSON.</summary>
    public static void RefuseNegative(StatisticalJson json, string field, IReadOnlyList<double?> amounts)
    {
        for (var i = 0; i < amounts.Count; i++)
        {
            if (amounts[i] is < 0)
                json.Refuse(FormattableString.Invariant($"{field}[{i}]"), FormattableString.Invariant($"is {amounts[i]}; a number of at least 0 is needed."));
        }
    }

    /// <inheritdoc cref="RefuseNegative(StatisticalJson, string, IReadOnlyList{double?})"/>
    public static void RefuseNegative(StatisticalJson json, string field, IReadOnlyList<double> amounts) =>
        RefuseNegative(json, field, [.. amounts.Select(amount => (double?)amount)]);

    /// <summary>A figure; null where it is beyond the range of doubles or not defined.</summary>
    public static double? Finite(double figure) => double.IsFinite(figure) ? figure : null;
}
