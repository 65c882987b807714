namespace DataDiplomacy.Core.Statistics;

/// <summary>Quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan, Sample Quantiles in Statistical Packages, 1996.</summary>
public static class Quantiles
{
    /// <summary>The value below which a share of the values lies.</summary>
    /// <param name="values">Finite values in any order.</param>
    /// <param name="share">0 to 1: 0.5 is the median, 0.95 the 95th percentile.</param>
    /// <returns>Null without values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public static double? Of(IReadOnlyCollection<double> values, double share)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "The share is from 0 to 1.");
        if (values.Count == 0) return null;
        var sorted = Middle.Sorted(values);
        var place = share * (sorted.Length - 1);
        var lower = (int)Math.Floor(place);
        var upper = Math.Min(lower + 1, sorted.Length - 1);
        return sorted[lower] + (place - lower) * (sorted[upper] - sorted[lower]);
    }
}
