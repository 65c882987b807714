namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Mean and standard deviation of a process in control, for a chart.</summary>
/// <param name="Mu">Mean.</param>
/// <param name="Sigma">Standard deviation, above 0.</param>
public readonly record struct ChartBaseline(double Mu, double Sigma)
{
    /// <summary>
    /// Mean and sample standard deviation of the first values; null with fewer than two of them, without spread, or beyond
    /// the range of doubles.
    /// </summary>
    /// <param name="values">Values in the order of time; null is missing and dropped.</param>
    /// <param name="length">Number of values, counting missing ones.</param>
    public static ChartBaseline? Of(IReadOnlyList<double?> values, int length)
    {
        var present = FiniteValues.Present([.. values.Take(length)], nameof(values));
        if (present.Length < 2) return null;
        var moments = SampleMoments.Of(present);
        var baseline = new ChartBaseline(moments.Mean, moments.Sd);
        return baseline.IsUsable ? baseline : null;
    }

    internal bool IsUsable => double.IsFinite(Mu) && double.IsFinite(Sigma) && Sigma > 0;

    internal void Require()
    {
        if (!IsUsable) throw new ArgumentOutOfRangeException(nameof(Sigma), Sigma, "Mu is finite and sigma finite and above 0.");
    }
}
