namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>Noise of differential privacy: Laplace, discrete Laplace and Gaussian. Draws nothing itself: chance comes as an argument.</summary>
public static class PrivacyNoise
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of shares or whole numbers that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>Smallest epsilon that is accepted.</summary>
    public const double LeastEpsilon = 1e-6;

    /// <summary>Largest epsilon that is accepted; far below it there is no privacy left.</summary>
    public const double MostEpsilon = 100;

    /// <summary>Smallest delta that is accepted.</summary>
    public const double LeastDelta = 1e-30;

    /// <summary>Smallest sensitivity that is accepted.</summary>
    public const double LeastSensitivity = 1e-9;

    /// <summary>Largest sensitivity that is accepted.</summary>
    public const double MostSensitivity = 1e12;

    /// <summary>Largest whole number whose probability is given.</summary>
    public const long LargestNoise = 1_000_000_000_000_000;

    /// <summary>Scales the noise, and turns given shares into Laplace noise.</summary>
    /// <param name="u">Shares between 0 and 1, both excluded, from a cryptographic source of random numbers.</param>
    /// <param name="x">Whole numbers whose probability under the discrete Laplace noise is asked, up to <see cref="LargestNoise"/> either way.</param>
    /// <param name="epsilon">Privacy loss, <see cref="LeastEpsilon"/> to <see cref="MostEpsilon"/>.</param>
    /// <param name="sensitivity">By how much one person can change the figure: L1 for Laplace, L2 for Gaussian.</param>
    /// <param name="delta">Chance that epsilon does not hold, from <see cref="LeastDelta"/> to below 1; null leaves the Gaussian out.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is beyond its bounds.</exception>
    public static PrivacyNoiseResult Calibrate(
        IReadOnlyList<double> u, IReadOnlyList<long> x, double epsilon, double sensitivity = 1, double? delta = null)
    {
        ArgumentNullException.ThrowIfNull(u);
        ArgumentNullException.ThrowIfNull(x);
        Require(epsilon >= LeastEpsilon && epsilon <= MostEpsilon, epsilon, nameof(epsilon));
        Require(sensitivity >= LeastSensitivity && sensitivity <= MostSensitivity, sensitivity, nameof(sensitivity));
        if (delta is { } chance) Require(chance is >= LeastDelta and < 1, chance, nameof(delta));
        foreach (var share in u) Require(share is > 0 and < 1, share, nameof(u));
        foreach (var whole in x) Require(whole is >= -LargestNoise and <= LargestNoise, whole, nameof(x));

        var scale = sensitivity / epsilon;
        return new PrivacyNoiseResult
        {
            LaplaceScale = scale,
            LaplaceNoise = [.. u.Select(share => Laplace(share, scale))],
            Interval95Laplace = scale * Math.Log(20),
            DiscretePmf = [.. x.Select(whole => Probability(whole, scale))],
            DiscreteCdf = [.. x.Select(whole => AtMost(whole, scale))],
            GaussianSigmaAnalytic = delta is { } d ? sensitivity * GaussianSigma.Analytic(epsilon, d) : null,
            GaussianSigmaClassic = delta is { } c ? sensitivity * GaussianSigma.Classic(epsilon, c) : null
        };
    }

    private static void Require(bool met, double value, string name)
    {
        if (!met) throw new ArgumentOutOfRangeException(name, value, $"{name} is beyond the bounds of the method.");
    }

    private static double Laplace(double share, double scale) =>
        share <= 0.5 ? scale * Math.Log(2 * share) : -scale * Math.Log(2 * (1 - share));

    /// <summary>(1 - a)/(1 + a) with a = exp(-1/scale) is tanh(1/(2 scale)), which keeps its digits where a is almost 1.</summary>
    private static double Probability(long whole, double scale) => Math.Tanh(1 / (2 * scale)) * Math.Exp(-Math.Abs((double)whole) / scale);

    private static double AtMost(long whole, double scale)
    {
        var below = 1 / (1 + Math.Exp(-1 / scale));
        return whole < 0 ? below * Math.Exp(whole / scale) : 1 - below * Math.Exp(-(whole + 1.0) / scale);
    }
}
