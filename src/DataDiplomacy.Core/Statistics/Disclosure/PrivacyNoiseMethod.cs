using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>PrivacyNoise as published.</summary>
internal sealed class PrivacyNoiseMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "dp_noise",
        Title = "Differential privacy: Laplace, discrete Laplace (geometric), analytic Gaussian calibration",
        Version = PrivacyNoise.Version,
        Summary = "Tells how much noise a figure needs so that it hardly depends on any one person, and turns given shares into Laplace noise. It draws nothing itself.",
        Formula = "b = sensitivity/epsilon; laplace_noise(u) = b ln(2u) for u <= 0.5, else -b ln(2(1-u)); interval95_laplace = b ln 20; "
            + "a = exp(-epsilon/sensitivity): P(X = x) = (1-a)/(1+a) a^|x|, P(X <= x) = a^(-x)/(1+a) for x < 0, else 1 - a^(x+1)/(1+a); "
            + "gaussian_sigma_analytic = smallest s with Phi(D/(2s) - epsilon s/D) - e^epsilon Phi(-D/(2s) - epsilon s/D) <= delta, D = sensitivity; "
            + "gaussian_sigma_classic = D sqrt(2 ln(1.25/delta))/epsilon",
        Source = "Dwork, C., McSherry, F., Nissim, K. and Smith, A. (2006), Calibrating noise to sensitivity in private data analysis, TCC, LNCS 3876:265-284; "
            + "Ghosh, A., Roughgarden, T. and Sundararajan, M. (2009), Universally utility-maximizing privacy mechanisms, STOC:351-360 (discrete); "
            + "Balle, B. and Wang, Y.-X. (2018), Improving the Gaussian mechanism for differential privacy, ICML, PMLR 80:394-403; "
            + "Dwork, C. and Roth, A. (2014), The algorithmic foundations of differential privacy, Found. Trends Theor. Comput. Sci. 9:211-407 (classic); "
            + "Mironov, I. (2012), On significance of the least significant bits for differential privacy, ACM CCS:650-661",
        Limits = "gaussian_sigma_classic is null for epsilon above 1; both sigmas are null without delta. A probability below the smallest double comes out as 0.",
        DoNotTrustWhen =
        [
            "a double is released raw: its last bits betray the figure (Mironov 2012); use the discrete Laplace for counts, or round to a grid coarser than the noise",
            "u is known, guessed, used twice or not from a cryptographic source: whoever knows u takes the noise away",
            "several figures are released about the same people: their epsilons add up",
            "the sensitivity is read off the data instead of being bounded beforehand",
            "one person has several rows: the sensitivity is then larger than that of one row",
            "the sensitivity is that of L1 and the Gaussian is used, or the reverse"
        ],
        Inputs =
        [
            new() { Name = "u", Meaning = "shares that are turned into Laplace noise", Shape = "array of numbers between 0 and 1, both excluded", Unit = "share", MaxLength = PrivacyNoise.MaxPoints },
            new() { Name = "x", Meaning = "noise whose probability under the discrete Laplace is asked", Shape = "array of whole numbers, up to 10^15 either way", Unit = "counts", MaxLength = PrivacyNoise.MaxPoints }
        ],
        Parameters =
        [
            new() { Name = "epsilon", Meaning = "privacy loss; it must be given, as it is a decision and not a default", Default = null, Range = "0.000001 to 100" },
            new() { Name = "sensitivity", Meaning = "by how much one person can change the figure, L1 for Laplace and L2 for Gaussian", Default = 1.0, Range = "10^-9 to 10^12" },
            new() { Name = "delta", Meaning = "chance that epsilon does not hold, for the Gaussian; without it both sigmas are null", Default = null, Range = "10^-30 to 0.999999" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("laplace_scale", "scale b of the Laplace noise, unit of the sensitivity"),
            new("laplace_noise", "Laplace noise of each u, unit of the sensitivity; not to be released raw"),
            new("interval95_laplace", "the noise lies between minus and plus this figure with 95 %; publish it with every noised count"),
            new("discrete_pmf", "probability of each x, 0 to 1"),
            new("discrete_cdf", "probability of at most x, 0 to 1"),
            new("gaussian_sigma_analytic", "smallest standard deviation of Gaussian noise, unit of the sensitivity; null without delta"),
            new("gaussian_sigma_classic", "standard deviation by the textbook formula; null without delta and for epsilon above 1")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var u = json.Complete("u", PrivacyNoise.MaxPoints);
        for (var i = 0; i < u.Count; i++)
        {
            if (u[i] is <= 0 or >= 1)
                json.Refuse($"inputs.u[{i}]", FormattableString.Invariant($"is {u[i]}; a number between 0 and 1 is needed, both excluded."));
        }
        var x = json.Wholes("x", PrivacyNoise.MaxPoints, -PrivacyNoise.LargestNoise, PrivacyNoise.LargestNoise);
        var epsilon = json.Settings.NeededNumber("epsilon", PrivacyNoise.LeastEpsilon, PrivacyNoise.MostEpsilon);
        var sensitivity = json.Settings.Number("sensitivity", 1, PrivacyNoise.LeastSensitivity, PrivacyNoise.MostSensitivity);
        var delta = json.Settings.OptionalNumber("delta", PrivacyNoise.LeastDelta, 0.999999);
        if (json.Error is not null) return null;

        var result = PrivacyNoise.Calibrate(u, x, epsilon, sensitivity, delta);
        AddWarnings(warnings, result, epsilon);
        return new JsonObject
        {
            ["defined"] = true,
            ["laplace_scale"] = result.LaplaceScale,
            ["laplace_noise"] = StatisticalAnswers.Numbers(result.LaplaceNoise),
            ["interval95_laplace"] = result.Interval95Laplace,
            ["discrete_pmf"] = StatisticalAnswers.Numbers(result.DiscretePmf),
            ["discrete_cdf"] = StatisticalAnswers.Numbers(result.DiscreteCdf),
            ["gaussian_sigma_analytic"] = StatisticalAnswers.Number(result.GaussianSigmaAnalytic),
            ["gaussian_sigma_classic"] = StatisticalAnswers.Number(result.GaussianSigmaClassic)
        };
    }

    private static void AddWarnings(List<string> warnings, PrivacyNoiseResult result, double epsilon)
    {
        if (result.LaplaceNoise.Count > 0)
            warnings.Add("laplace_noise follows from u and consists of raw doubles: it shows the formula and protects nobody.");
        if (epsilon > 10) warnings.Add("With epsilon above 10 little privacy is left.");
        // Exactly 0 is meant: the probability is positive but too small for a double.
        if (result.DiscretePmf.Any(p => p == 0)) warnings.Add("A probability of 0 is positive but too small to be written.");
    }
}
