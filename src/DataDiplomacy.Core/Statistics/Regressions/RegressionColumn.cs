namespace DataDiplomacy.Core.Statistics.Regressions;

/// <summary>A regressor, brought near 1 by a power of two, centred, and brought near 1 again.</summary>
/// <param name="Scale">First scale: of the values.</param>
/// <param name="Mean">Mean at the first scale.</param>
/// <param name="CentredScale">Second scale: of the deviations at the first.</param>
/// <param name="Centred">Deviations from the mean at both scales.</param>
internal sealed record RegressionColumn(BinaryScale Scale, double Mean, BinaryScale CentredScale, double[] Centred)
{
    /// <summary>Largest deviation at the first scale, at which the largest value lies between 1 and 2.</summary>
    public double Spread => CentredScale.Up(Centred.Max(Math.Abs));

    /// <summary>Length of the centred column.</summary>
    public double Length => Math.Sqrt(Centred.Sum(value => value * value));

    public static RegressionColumn Of(double[] values)
    {
        var scale = BinaryScale.Of(values);
        var scaled = scale.Down(values);
        var mean = scaled.Average();
        var deviations = Array.ConvertAll(scaled, value => value - mean);
        var second = BinaryScale.Of(deviations);
        return new RegressionColumn(scale, mean, second, second.Down(deviations));
    }
}
