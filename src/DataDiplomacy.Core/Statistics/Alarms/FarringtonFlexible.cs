namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Outbreak detection from all of the earlier years with seasons (Noufaily et al. 2013), with a negative-binomial limit.</summary>
public static class FarringtonFlexible
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of counts.</summary>
    public const int MaxPoints = FarringtonSeries.MaxPoints;

    /// <summary>Largest number of points that are judged at once.</summary>
    public const int MaxEvaluated = FarringtonSeries.MaxEvaluated;

    /// <summary>Judges points. Undefined with gaps, or where no point has a baseline that allows a model.</summary>
    /// <param name="counts">Counts at equal steps, oldest first; null is a gap.</param>
    /// <param name="settings">Settings; null takes the defaults.</param>
    /// <param name="evaluate">Positions to judge, from 1 on; null takes the last.</param>
    /// <exception cref="ArgumentException">A count is not a whole number from 0 to a thousand million, a setting is out of range, or there are too many counts or positions.</exception>
    public static FarringtonFlexibleResult Watch(
        IReadOnlyList<double?> counts, FarringtonFlexibleSettings? settings = null, IReadOnlyList<int>? evaluate = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        settings ??= new FarringtonFlexibleSettings();
        var reference = Reference(settings);
        var positions = FarringtonSeries.Positions(counts, evaluate);
        if (FarringtonSeries.Complete(counts, positions) is not { } complete)
            return new FarringtonFlexibleResult { Defined = false, Reason = StatisticalAnswers.Gaps };

        FarringtonFlexiblePoint[] points = [.. positions.Select(position => Point(complete, position, settings, reference))];
        if (points.Any(point => point.Mu0 is not null)) return new FarringtonFlexibleResult { Defined = true, Points = points };
        var reason = FarringtonSeries.Reason(positions.Select(position => reference.Of(complete, position)));
        return new FarringtonFlexibleResult { Defined = false, Reason = reason };
    }

    private static FarringtonReference Reference(FarringtonFlexibleSettings settings)
    {
        var reference = new FarringtonReference(settings.Freq, settings.B, settings.W) { Seasons = settings.NoPeriods, PastExcluded = settings.PastExcluded };
        FarringtonSeries.Check(reference, settings.Alpha);
        if (!(settings.WeightsThreshold > 0) || !(settings.PThresholdTrend is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(settings), settings, "The threshold of the weights lies above 0, that of the trend from 0 to 1.");
        return reference;
    }

    private static FarringtonFlexiblePoint Point(double[] counts, int position, FarringtonFlexibleSettings settings, FarringtonReference reference)
    {
        var model = FarringtonModel.Of(reference.Of(counts, position), position, reference, settings.WeightsThreshold, settings.PThresholdTrend);
        var point = new FarringtonFlexiblePoint
        {
            T = position,
            TrendUsed = model.HasTrend,
            EnoughCases = FarringtonSeries.HasEnoughCases(counts, position)
        };
        if (model.Fit is not { } fit || fit.Predict(reference.Window, position) is not { } ahead) return point;

        var (count, phi) = (counts[position - 1], fit.Dispersion);
        var distribution = new CountDistribution(ahead.Mean, phi > 1 ? ahead.Mean / (phi - 1) : null);
        point = point with { Mu0 = ahead.Mean, Phi = phi, SeMu0 = ahead.Mean * ahead.Error * Math.Sqrt(phi), PValue = distribution.UpperTail(count), Alarm = false };
        if (!point.EnoughCases) return point;
        var upper = distribution.Upper(settings.Alpha);
        return point with { Upper = upper, Alarm = count > upper };
    }
}
