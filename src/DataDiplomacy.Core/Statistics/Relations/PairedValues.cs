namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Two variables observed together.</summary>
internal static class PairedValues
{
    /// <summary>The pairs of which both halves are there, in their order.</summary>
    /// <exception cref="ArgumentException">Lengths differ, or a number is NaN or infinite.</exception>
    public static (double[] X, double[] Y) Complete(IReadOnlyList<double?> x, IReadOnlyList<double?> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        RequireSameLength(x.Count, y.Count);
        var (left, right) = (new List<double>(x.Count), new List<double>(y.Count));
        for (var i = 0; i < x.Count; i++)
        {
            if (x[i] is not { } first || y[i] is not { } second) continue;
            FiniteValues.Require(first, nameof(x), i);
            FiniteValues.Require(second, nameof(y), i);
            left.Add(first);
            right.Add(second);
        }
        return ([.. left], [.. right]);
    }

    /// <summary>Refuses variables of different length, and numbers that are NaN or infinite.</summary>
    public static void Require(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RequireSameLength(x.Length, y.Length);
        RequireFinite(x, nameof(x));
        RequireFinite(y, nameof(y));
    }

    /// <summary>Refuses numbers that are NaN or infinite.</summary>
    public static void RequireFinite(ReadOnlySpan<double> values, string name)
    {
        for (var i = 0; i < values.Length; i++) FiniteValues.Require(values[i], name, i);
    }

    private static void RequireSameLength(int x, int y)
    {
        if (x != y)
            throw new ArgumentException(FormattableString.Invariant($"{x} values of x but {y} of y; they belong together one by one."), nameof(y));
    }
}
