using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Outbreak detection from the same weeks of earlier years (Farrington et al. 1996), with the limit of the 2/3 power.</summary>
public static class Farrington
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of counts.</summary>
    public const int MaxPoints = FarringtonSeries.MaxPoints;

    /// <summary>Largest number of points that are judged at once.</summary>
    public const int MaxEvaluated = FarringtonSeries.MaxEvaluated;

    /// <summary>Residuals above this count as earlier outbreaks.</summary>
    private const double OutbreakResidual = 1;

    private const double TrendLevel = 0.05;

    /// <summary>Judges points. Undefined with gaps, or where no point has a baseline that allows a model.</summary>
    /// <param name="counts">Counts at equal steps, oldest first; null is a gap.</param>
    /// <param name="settings">Settings; null takes the defaults.</param>
    /// <param name="evaluate">Positions to judge, from 1 on; null takes the last.</param>
    /// <exception cref="ArgumentException">A count is not a whole number from 0 to a thousand million, a setting is out of range, or there are too many counts or positions.</exception>
    public static FarringtonResult Watch(IReadOnlyList<double?> counts, FarringtonSettings? settings = null, IReadOnlyList<int>? evaluate = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        settings ??= new FarringtonSettings();
        var reference = new FarringtonReference(settings.Freq, settings.B, settings.W);
        FarringtonSeries.Check(reference, settings.Alpha);
        var positions = FarringtonSeries.Positions(counts, evaluate);
        if (FarringtonSeries.Complete(counts, positions) is not { } complete)
            return new FarringtonResult { Defined = false, Reason = StatisticalAnswers.Gaps };

        FarringtonPoint[] points = [.. positions.Select(position => Point(complete, position, settings, reference))];
        if (points.Any(point => point.Mu0 is not null)) return new FarringtonResult { Defined = true, Points = points };
        return new FarringtonResult { Defined = false, Reason = FarringtonSeries.Reason(positions.Select(position => reference.Of(complete, position))) };
    }

    private static FarringtonPoint Point(double[] counts, int position, FarringtonSettings settings, FarringtonReference reference)
    {
        var data = reference.Of(counts, position);
        var model = FarringtonModel.Of(data, position, reference, settings.Reweight ? OutbreakResidual : null, settings.Trend ? TrendLevel : 0);
        var point = new FarringtonPoint
        {
            T = position,
            NReference = data.Counts.Length,
            TrendUsed = model.HasTrend,
            EnoughCases = FarringtonSeries.HasEnoughCases(counts, position)
        };
        if (model.Fit is not { } fit || fit.Predict(reference.Window, position) is not { } ahead) return point;

        var (mu0, se) = (ahead.Mean, ahead.Mean * ahead.Error * Math.Sqrt(fit.Dispersion));
        point = point with { Mu0 = mu0, Phi = fit.Dispersion, SeMu0 = se, Alarm = false };
        if (!point.EnoughCases) return point;
        var upper = Upper(mu0, se, fit.Dispersion, settings.Alpha);
        var score = (counts[position - 1] - mu0) / (upper - mu0);
        return point with { Upper = upper, Score = score, Alarm = score > 1 };
    }

    private static double Upper(double mu0, double se, double phi, double alpha)
    {
        var tau = phi + se * se / mu0;
        var spread = Math.Sqrt(4.0 / 9 * Math.Cbrt(mu0) * tau);
        return Math.Pow(Math.Pow(mu0, 2.0 / 3) - Normal.InvCDF(0, 1, alpha / 2) * spread, 1.5);
    }
}
