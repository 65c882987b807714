namespace DataDiplomacy.Core.Catalogue;

/// <summary>What an interpretation says of its target.</summary>
public enum InterpretationStance
{
    /// <summary>The target holds, and why.</summary>
    Supports,

    /// <summary>The target does not hold, and why.</summary>
    Contests,

    /// <summary>How the target came about or what it means; neither for nor against it.</summary>
    Explains,

    /// <summary>The target holds under conditions, or in part.</summary>
    Qualifies,
}

/// <summary>Of what kind the target of an interpretation is.</summary>
public enum InterpretationTargetKind
{
    /// <summary>A data set as a whole.</summary>
    Dataset,

    /// <summary>One version of a data set.</summary>
    Version,

    /// <summary>A series in a version, or a range of its periods, in one area or in all.</summary>
    Series,

    /// <summary>One observation as one version has it.</summary>
    Observation,

    /// <summary>A trend that this server computed.</summary>
    Trend,

    /// <summary>A forecast that this server computed.</summary>
    Forecast,

    /// <summary>A class of progress that this server computed.</summary>
    Progress,

    /// <summary>A public record of evidence.</summary>
    Evidence,

    /// <summary>A statement of impact.</summary>
    Impact,
}

/// <summary>
/// How valid a finding is by evidence and agreement, in words (Mastrandrea et al., Guidance Note for Lead Authors of the IPCC Fifth Assessment
/// Report on Consistent Treatment of Uncertainties, 2010, paragraph 9). It is no probability.
/// </summary>
public enum CalibratedConfidence
{
    /// <summary>Very low.</summary>
    VeryLow,

    /// <summary>Low.</summary>
    Low,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High,

    /// <summary>Very high.</summary>
    VeryHigh,
}

/// <summary>How probable an outcome is, in words with limits (the same guidance note, 2010, table 1, with the three terms that the report adds). <see cref="CalibratedScales.RangeOf"/> has the limits.</summary>
public enum CalibratedLikelihood
{
    /// <summary>0 to 1 %.</summary>
    ExceptionallyUnlikely,

    /// <summary>0 to 5 %.</summary>
    ExtremelyUnlikely,

    /// <summary>0 to 10 %.</summary>
    VeryUnlikely,

    /// <summary>0 to 33 %.</summary>
    Unlikely,

    /// <summary>33 to 66 %.</summary>
    AboutAsLikelyAsNot,

    /// <summary>More than 50, to 100 %.</summary>
    MoreLikelyThanNot,

    /// <summary>66 to 100 %.</summary>
    Likely,

    /// <summary>90 to 100 %.</summary>
    VeryLikely,

    /// <summary>95 to 100 %.</summary>
    ExtremelyLikely,

    /// <summary>99 to 100 %.</summary>
    VirtuallyCertain,
}

/// <summary>The limits of the words.</summary>
public static class CalibratedScales
{
    /// <summary>The probability that a word stands for, each limit a share from 0 to 1.</summary>
    public static (double Low, double High) RangeOf(CalibratedLikelihood likelihood) => likelihood switch
    {
        CalibratedLikelihood.ExceptionallyUnlikely => (0, 0.01),
        CalibratedLikelihood.ExtremelyUnlikely => (0, 0.05),
        CalibratedLikelihood.VeryUnlikely => (0, 0.1),
        CalibratedLikelihood.Unlikely => (0, 0.33),
        CalibratedLikelihood.AboutAsLikelyAsNot => (0.33, 0.66),
        CalibratedLikelihood.MoreLikelyThanNot => (0.5, 1),
        CalibratedLikelihood.Likely => (0.66, 1),
        CalibratedLikelihood.VeryLikely => (0.9, 1),
        CalibratedLikelihood.ExtremelyLikely => (0.95, 1),
        CalibratedLikelihood.VirtuallyCertain => (0.99, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(likelihood), likelihood, null),
    };
}
