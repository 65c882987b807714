namespace DataDiplomacy.Core.Evidence.Assessments;

/// <summary>
/// How well a judgement rests on its sources and reasoning; it says nothing of how likely the claim is, and never stands in one sentence with that
/// (ICD 203, Analytic Standards, D.6.e(2), 2015).
/// </summary>
public enum AnalyticConfidence
{
    /// <summary>Scant or fragmentary information, or much that had to be assumed.</summary>
    Low,

    /// <summary>Credible information that is not enough, or not corroborated enough, for more.</summary>
    Moderate,

    /// <summary>Good information of several sources, or a question that allows a solid judgement. It may still be wrong.</summary>
    High
}
