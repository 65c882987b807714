namespace DataDiplomacy.Core.Statistics;

/// <summary>Guards the borders of the statistics: missing is null, and NaN is a fault of the caller.</summary>
internal static class FiniteValues
{
    /// <summary>The values that are not missing, in their order.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static double[] Present(IReadOnlyList<double?> values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        var present = new List<double>(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value) continue;
            Require(value, name, i);
            present.Add(value);
        }
        return [.. present];
    }

    /// <summary>Refuses NaN and infinity, naming the position.</summary>
    public static void Require(double value, string name, int index)
    {
        if (double.IsFinite(value)) return;
        throw new ArgumentException(FormattableString.Invariant(
            $"{name}[{index}] is {value}; a finite number is needed, and null where the value is missing."), name);
    }
}
