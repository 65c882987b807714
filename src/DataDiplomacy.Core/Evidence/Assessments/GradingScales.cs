namespace DataDiplomacy.Core.Evidence.Assessments;

/// <summary>The wording of the scales, and where it is from. A code is never shown without it: readers take F and 6 for the worst, which they are not.</summary>
public static class GradingScales
{
    /// <summary>Where both grades and their wording are from.</summary>
    public const string Admiralty = "Admiralty System, NATO STANAG 2511 (2003), in the wording of the MISP taxonomy admiralty-scale (machinetag.json, commit 71d0d34)";

    /// <summary>Where bands of likelihood and levels of confidence are from.</summary>
    public const string Estimative = "Intelligence Community Directive 203, Analytic Standards, D.6.e(2) (2 January 2015)";

    /// <summary>The wording of a grade of a source.</summary>
    /// <param name="grade">The grade.</param>
    /// <returns>For example "Usually reliable".</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such grade.</exception>
    public static string WordingOf(SourceReliability grade) => grade switch
    {
        SourceReliability.A => "Completely reliable",
        SourceReliability.B => "Usually reliable",
        SourceReliability.C => "Fairly reliable",
        SourceReliability.D => "Not usually reliable",
        SourceReliability.E => "Unreliable",
        SourceReliability.F => "Reliability cannot be judged",
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "There is no such grade."),
    };

    /// <summary>The wording of a grade of an information.</summary>
    /// <param name="grade">The grade.</param>
    /// <returns>For example "Probably true".</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such grade.</exception>
    public static string WordingOf(InformationCredibility grade) => grade switch
    {
        InformationCredibility.Confirmed => "Confirmed by other sources",
        InformationCredibility.ProbablyTrue => "Probably true",
        InformationCredibility.PossiblyTrue => "Possibly true",
        InformationCredibility.Doubtful => "Doubtful",
        InformationCredibility.Improbable => "Improbable",
        InformationCredibility.CannotBeJudged => "Truth cannot be judged",
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "There is no such grade."),
    };

    /// <summary>The wording of a band; its synonyms belong to another row of ICD 203 and are not mixed in.</summary>
    /// <param name="band">The band.</param>
    /// <returns>For example "very likely".</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such band.</exception>
    public static string WordingOf(Likelihood band) => band switch
    {
        Likelihood.AlmostNoChance => "almost no chance",
        Likelihood.VeryUnlikely => "very unlikely",
        Likelihood.Unlikely => "unlikely",
        Likelihood.RoughlyEvenChance => "roughly even chance",
        Likelihood.Likely => "likely",
        Likelihood.VeryLikely => "very likely",
        Likelihood.AlmostCertain => "almost certain",
        _ => throw new ArgumentOutOfRangeException(nameof(band), band, "There is no such band."),
    };

    /// <summary>The limits of a band; neighbours share one.</summary>
    /// <param name="band">The band.</param>
    /// <returns>Lower and upper limit, per cent, 1 to 99: nothing is called impossible or certain.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such band.</exception>
    public static (int Low, int High) PercentOf(Likelihood band) => band switch
    {
        Likelihood.AlmostNoChance => (1, 5),
        Likelihood.VeryUnlikely => (5, 20),
        Likelihood.Unlikely => (20, 45),
        Likelihood.RoughlyEvenChance => (45, 55),
        Likelihood.Likely => (55, 80),
        Likelihood.VeryLikely => (80, 95),
        Likelihood.AlmostCertain => (95, 99),
        _ => throw new ArgumentOutOfRangeException(nameof(band), band, "There is no such band."),
    };
}
