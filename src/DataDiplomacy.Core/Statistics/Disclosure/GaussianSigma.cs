namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>Noise of the Gaussian mechanism for a sensitivity of 1; sigma is proportional to the sensitivity.</summary>
internal static class GaussianSigma
{
    /// <summary>Smaller than any sigma within the bounds of <see cref="PrivacyNoise"/>: there the privacy loss passes every delta below 1.</summary>
    private const double Least = 1e-3;

    /// <summary>Smallest sigma that gives (epsilon, delta) (Balle and Wang 2018, theorem 8), to the last digits.</summary>
    public static double Analytic(double epsilon, double delta)
    {
        // Without epsilon the loss is 2 Phi(1/(2 sigma)) - 1 < 1/(sigma sqrt(2 pi)), so delta is met here.
        var (low, high) = (Least, Math.Max(1 / delta, 1));
        for (var i = 0; i < 200; i++)
        {
            var middle = Math.Sqrt(low) * Math.Sqrt(high);
            if (middle <= low || middle >= high) break;
            if (Loss(middle, epsilon) <= delta) high = middle;
            else low = middle;
        }
        return high;
    }

    /// <summary>The textbook sigma, proven for epsilon up to 1 only (Dwork and Roth 2014); null above.</summary>
    public static double? Classic(double epsilon, double delta) =>
        epsilon <= 1 ? Math.Sqrt(2 * Math.Log(1.25 / delta)) / epsilon : null;

    private static double Loss(double sigma, double epsilon)
    {
        var (half, shift) = (1 / (2 * sigma), epsilon * sigma);
        return NormalTail.Upper(shift - half) - Math.Exp(epsilon) * NormalTail.Upper(shift + half);
    }
}
