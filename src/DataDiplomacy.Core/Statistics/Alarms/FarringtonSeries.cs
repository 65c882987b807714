namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Guards and rules that both Farrington methods share.</summary>
internal static class FarringtonSeries
{
    public const int MaxPoints = 20_000;
    public const int MaxEvaluated = 366;
    public const int MaxFreq = 366;
    public const int MaxYears = 10;

    private const int RecentPoints = 4;
    private const int EnoughCases = 5;

    /// <summary>The counts where none is missing; null where there are gaps.</summary>
    public static double[]? Complete(IReadOnlyList<double?> counts, IReadOnlyList<int> positions)
    {
        CountValues.Require(counts, nameof(counts));
        if (counts.Count > MaxPoints) throw new ArgumentException($"{counts.Count} counts; Farrington takes at most {MaxPoints}.", nameof(counts));
        if (positions.Count > MaxEvaluated)
            throw new ArgumentException($"{positions.Count} points to judge; at most {MaxEvaluated} are taken.", nameof(positions));
        if (positions.Any(position => position < 1 || position > counts.Count))
            throw new ArgumentOutOfRangeException(nameof(positions), "Positions lie between 1 and the number of counts.");
        return counts.Any(count => count is null) ? null : [.. counts.OfType<double>()];
    }

    /// <summary>The last position where none is asked for.</summary>
    public static IReadOnlyList<int> Positions(IReadOnlyList<double?> counts, IReadOnlyList<int>? evaluate) =>
        evaluate ?? (counts.Count == 0 ? [] : [counts.Count]);

    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static void Check(FarringtonReference reference, double alpha)
    {
        if (reference.Freq is < 2 or > MaxFreq || reference.B is < 1 or > MaxYears || reference.W < 0 || reference.PastExcluded < 0)
            throw new ArgumentOutOfRangeException(nameof(reference), reference, $"2 to {MaxFreq} points a year and 1 to {MaxYears} years are taken.");
        if (2 * reference.W + 1 > reference.Freq || reference.Seasons < 1 || reference.Seasons > Math.Max(1, reference.Freq - 2 * reference.W))
            throw new ArgumentOutOfRangeException(nameof(reference), reference, "The window fits into a year, and the blocks into the rest of it.");
        if (!(alpha is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Alpha lies between 0 and 1, both excluded.");
    }

    /// <summary>Whether the last four points up to a position have five cases.</summary>
    public static bool HasEnoughCases(double[] counts, int position) =>
        counts[Math.Max(0, position - RecentPoints)..position].Sum() >= EnoughCases;

    /// <summary>Why no point has a model.</summary>
    public static string Reason(IEnumerable<QuasiPoissonData> baselines) =>
        baselines.Any(data => data.Counts.Length > 0 && data.Counts.All(count => count == 0)) ? StatisticalAnswers.Constant : StatisticalAnswers.InsufficientData;
}
