namespace DataDiplomacy.Core.Evidence.Assessments;

/// <summary>How likely a claim is to be true: the seven bands of ICD 203 (Analytic Standards, D.6.e(2), 2015). <see cref="GradingScales.PercentOf"/> has their limits.</summary>
public enum Likelihood
{
    /// <summary>1 to 5 %; also "remote".</summary>
    AlmostNoChance,

    /// <summary>5 to 20 %; also "highly improbable".</summary>
    VeryUnlikely,

    /// <summary>20 to 45 %; also "improbable".</summary>
    Unlikely,

    /// <summary>45 to 55 %; also "roughly even odds".</summary>
    RoughlyEvenChance,

    /// <summary>55 to 80 %; also "probable".</summary>
    Likely,

    /// <summary>80 to 95 %; also "highly probable".</summary>
    VeryLikely,

    /// <summary>95 to 99 %; also "nearly certain".</summary>
    AlmostCertain
}
