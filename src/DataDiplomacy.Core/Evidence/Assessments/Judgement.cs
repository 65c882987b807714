namespace DataDiplomacy.Core.Evidence.Assessments;

/// <summary>What one analyst holds of a claim, without the texts.</summary>
public sealed record Judgement
{
    /// <summary>The grade of the source.</summary>
    public required SourceReliability SourceReliability { get; init; }

    /// <summary>The grade of the information, entered apart from that of the source.</summary>
    public required InformationCredibility InformationCredibility { get; init; }

    /// <summary>How likely the claim is; null when not said.</summary>
    public Likelihood? Likelihood { get; init; }

    /// <summary>How well the judgement rests; null when not said.</summary>
    public AnalyticConfidence? Confidence { get; init; }

    /// <summary>Records that support the claim, by their ids.</summary>
    public IReadOnlyCollection<string> Supporting { get; init; } = [];

    /// <summary>Records that contradict the claim, by their ids.</summary>
    public IReadOnlyCollection<string> Contradicting { get; init; } = [];
}
