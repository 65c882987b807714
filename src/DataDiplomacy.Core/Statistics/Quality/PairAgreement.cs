namespace DataDiplomacy.Core.Statistics.Quality;

/// <summary>How far two sources that publish the same figures agree.</summary>
public static class PairAgreement
{
    /// <summary>Values whose relative difference is at most this count as equal.</summary>
    public const double Tolerance = 0.01;

    /// <summary>The difference of two values by the larger of both in size: |a - b| / max(|a|, |b|), 0 to 2; 0 where both are 0.</summary>
    public static double RelativeDifference(double a, double b)
    {
        var larger = Math.Max(Math.Abs(a), Math.Abs(b));
        // Each is divided first, so that no difference of large values overflows.
        return larger == 0 ? 0 : Math.Abs(a / larger - b / larger);
    }

    /// <summary>Sums up relative differences.</summary>
    /// <returns>Null without any.</returns>
    public static PairAgreementResult? Of(IReadOnlyCollection<double> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        return Quantiles.Of(differences, 0.5) is { } median
            ? new PairAgreementResult(differences.Count, (double)differences.Count(d => d <= Tolerance) / differences.Count, median)
            : null;
    }
}

/// <summary>How far two sources agree.</summary>
/// <param name="Pairs">Pairs of values.</param>
/// <param name="EqualShare">Share of pairs that differ by 1 % or less, 0 to 1.</param>
/// <param name="MedianDifference">Median of the relative differences.</param>
public sealed record PairAgreementResult(int Pairs, double EqualShare, double MedianDifference);
