using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics;

/// <summary>Tails and quantiles of the standard normal distribution.</summary>
internal static class NormalTail
{
    /// <summary>P(Z >= z), from erfc: 1 - cdf would be 0 beyond z = 8.3.</summary>
    public static double Upper(double z) => SpecialFunctions.Erfc(z / Constants.Sqrt2) / 2;

    /// <summary>P(|Z| >= |z|).</summary>
    public static double TwoSided(double z) => Math.Min(1, 2 * Upper(Math.Abs(z)));

    /// <summary>The positive z with P(|Z| &lt; z) = confidence.</summary>
    public static double TwoSidedZ(double confidence) => -Normal.InvCDF(0, 1, (1 - confidence) / 2);
}
