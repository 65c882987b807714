namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>Agreement of two raters beyond chance. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record KappaResult
{
    /// <summary>Reason when both raters chose one and the same category throughout: chance alone agrees fully.</summary>
    public const string ChanceAgreementOne = "chance_agreement_one";

    /// <summary>Whether agreement can be told from chance.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>insufficient_data</c> without a rating, or <c>chance_agreement_one</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of rated cases.</summary>
    public required long N { get; init; }

    /// <summary>Share of cases in the same category, 0 to 1.</summary>
    public double? Po { get; init; }

    /// <summary>Cohen's kappa, at most 1; 0 = as by chance.</summary>
    public double? Kappa { get; init; }

    /// <summary>Asymptotic standard error of kappa, 0 with perfect agreement.</summary>
    public double? Ase { get; init; }

    /// <summary>Lower end of the interval of kappa; the normal approximation is not cut at -1.</summary>
    public double? CiLow { get; init; }

    /// <summary>Upper end of the interval of kappa; the normal approximation is not cut at 1.</summary>
    public double? CiHigh { get; init; }

    /// <summary>Weighted kappa, at most 1.</summary>
    public double? WeightedKappa { get; init; }

    /// <summary>Asymptotic standard error of weighted kappa.</summary>
    public double? WeightedAse { get; init; }
}
