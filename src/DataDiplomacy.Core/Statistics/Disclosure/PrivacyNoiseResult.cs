namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>How much noise differential privacy needs, and the noise for given shares.</summary>
public sealed record PrivacyNoiseResult
{
    /// <summary>Scale b of the Laplace noise, in the unit of the sensitivity; its standard deviation is b times the square root of 2.</summary>
    public required double LaplaceScale { get; init; }

    /// <summary>Laplace noise of each share, in its order, in the unit of the sensitivity. Not to be released: see the description of the method.</summary>
    public required IReadOnlyList<double> LaplaceNoise { get; init; }

    /// <summary>The noise lies between minus and plus this figure with 95 %; publish it with every noised count.</summary>
    public required double Interval95Laplace { get; init; }

    /// <summary>Probability of each whole number under the discrete Laplace noise, 0 to 1; 0 where it is below the smallest double.</summary>
    public required IReadOnlyList<double> DiscretePmf { get; init; }

    /// <summary>Probability of at most each whole number, 0 to 1.</summary>
    public required IReadOnlyList<double> DiscreteCdf { get; init; }

    /// <summary>Smallest standard deviation of Gaussian noise for epsilon and delta, in the unit of the sensitivity; null without delta.</summary>
    public double? GaussianSigmaAnalytic { get; init; }

    /// <summary>Standard deviation by the textbook formula, never smaller; null without delta and for epsilon above 1, where it is not proven.</summary>
    public double? GaussianSigmaClassic { get; init; }
}
