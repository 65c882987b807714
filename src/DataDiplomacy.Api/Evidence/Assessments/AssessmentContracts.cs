using System.Text.Json.Serialization;
using DataDiplomacy.Core.Evidence.Assessments;

namespace DataDiplomacy.Api.Evidence.Assessments;

/// <summary>What an analyst holds of a claim and of the source that makes it.</summary>
public sealed record AddAssessment : AddReview
{
    /// <summary>The claim, one sentence that may be true or false, at most 2,000 characters. The claim is judged, not the file.</summary>
    /// <example>The bridge was closed to lorries on 21 November 2026.</example>
    [JsonPropertyOrder(-1)]
    public string? Claim { get; init; }

    /// <summary>The assessment of yours that this one replaces; it stays, as superseded.</summary>
    /// <example>as-0198f2b1c0e57d4a8936b1f0c2d4e6a9</example>
    public string? Supersedes { get; init; }
}

/// <summary>What a second analyst holds of a claim that somebody else assessed.</summary>
public record AddReview
{
    /// <summary>How far the source can be relied on, A to F (Admiralty System); F says that it cannot be judged and is no worst grade. Entered apart from the other grade.</summary>
    /// <example>B</example>
    public string? SourceReliability { get; init; }

    /// <summary>On what that grade rests, at most 4,000 characters.</summary>
    /// <example>Minutes of the authority itself; its earlier ones proved right.</example>
    public string? SourceBasis { get; init; }

    /// <summary>How credible the information is, 1 to 6 (Admiralty System); 6 says that it cannot be judged and is no worst grade. Entered apart from the other grade.</summary>
    /// <example>2</example>
    public int? InformationCredibility { get; init; }

    /// <summary>On what that grade rests, at most 4,000 characters.</summary>
    /// <example>Fits the measured crack; no second source yet.</example>
    public string? InformationBasis { get; init; }

    /// <summary>How likely the claim is to be true, one of the seven bands of ICD 203; null leaves it open.</summary>
    public Likelihood? Likelihood { get; init; }

    /// <summary>How well this judgement rests; it says nothing of how likely the claim is. Null leaves it open.</summary>
    public AnalyticConfidence? Confidence { get; init; }

    /// <summary>Other explanations that were considered, at most 20 of at most 1,000 characters; at least one with a likelihood.</summary>
    public IReadOnlyList<string>? Alternatives { get; init; }

    /// <summary>Records that support the claim, at most 100; each an object, or the id of the record alone.</summary>
    public IReadOnlyList<LinkEvidence>? Supporting { get; init; }

    /// <summary>Records that contradict the claim, at most 100; each an object, or the id of the record alone.</summary>
    public IReadOnlyList<LinkEvidence>? Contradicting { get; init; }

    /// <summary>What could bias the analyst, at most 2,000 characters; null for nothing.</summary>
    /// <example>Worked for the road authority until 2024.</example>
    public string? ConflictOfInterest { get; init; }
}

/// <summary>A record that supports or contradicts a claim.</summary>
[JsonConverter(typeof(LinkConverter))]
public sealed record LinkEvidence
{
    /// <summary>The record.</summary>
    /// <example>ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public string? Record { get; init; }

    /// <summary>Why, at most 1,000 characters.</summary>
    /// <example>Names the same day.</example>
    public string? Note { get; init; }

    /// <summary>The origin that it shares with others, in words of your own, at most 200 characters: records of one group count once.</summary>
    /// <example>press release of 21 November</example>
    public string? OriginGroup { get; init; }
}

/// <summary>What one analyst holds. Where it is withheld, <c>withheld</c> says so and these are null.</summary>
public abstract record JudgementView
{
    /// <summary>Grade of the source, A to F; F: cannot be judged, which is not the worst.</summary>
    /// <example>B</example>
    public string? SourceReliability { get; init; }

    /// <summary>On what it rests.</summary>
    /// <example>Minutes of the authority itself; its earlier ones proved right.</example>
    public string? SourceBasis { get; init; }

    /// <summary>Grade of the information, 1 to 6; 6: cannot be judged, which is not the worst.</summary>
    /// <example>2</example>
    public int? InformationCredibility { get; init; }

    /// <summary>On what it rests.</summary>
    /// <example>Fits the measured crack; no second source yet.</example>
    public string? InformationBasis { get; init; }

    /// <summary>How likely the claim is; null when not said.</summary>
    public Likelihood? Likelihood { get; init; }

    /// <summary>How well the judgement rests; null when not said.</summary>
    public AnalyticConfidence? Confidence { get; init; }

    /// <summary>The codes above in words, with the scales they are from.</summary>
    public ScalesView? Scales { get; init; }

    /// <summary>Other explanations that were considered.</summary>
    public IReadOnlyList<string>? Alternatives { get; init; }

    /// <summary>Records that support the claim, of those that the caller may see.</summary>
    public IReadOnlyList<LinkedEvidenceView>? Supporting { get; init; }

    /// <summary>Records that contradict the claim, of those that the caller may see.</summary>
    public IReadOnlyList<LinkedEvidenceView>? Contradicting { get; init; }

    /// <summary>The same counted by origins.</summary>
    public CorroborationView? Corroboration { get; init; }

    /// <summary>Records named that the caller may not see; told to verifiers and above, null for others.</summary>
    /// <example>0</example>
    public int? HiddenRecords { get; init; }

    /// <summary>What could bias the analyst; null for nothing.</summary>
    /// <example>Worked for the road authority until 2024.</example>
    public string? ConflictOfInterest { get; init; }

    /// <summary>The judgement in plain sentences, made from the grades; likelihood and confidence never share one (ICD 203, D.6.e(2), 2015).</summary>
    public IReadOnlyList<string>? Summary { get; init; }

    /// <summary>What proves it: the signed statement and its leaf in the log.</summary>
    public StatementProofView? Proof { get; init; }
}

/// <summary>An assessment of a claim with what others hold of it.</summary>
public sealed record AssessmentView : JudgementView
{
    /// <summary>The id.</summary>
    /// <example>as-0198f2b1c0e57d4a8936b1f0c2d4e6a9</example>
    [JsonPropertyOrder(-5)]
    public required string Id { get; init; }

    /// <summary>The claim.</summary>
    /// <example>The bridge was closed to lorries on 21 November 2026.</example>
    [JsonPropertyOrder(-4)]
    public required string Claim { get; init; }

    /// <summary>When it was signed, UTC.</summary>
    /// <example>2026-11-25T09:24:04.345Z</example>
    [JsonPropertyOrder(-3)]
    public required DateTime At { get; init; }

    /// <summary>Who, by a pseudonym that stands for a key.</summary>
    /// <example>actor-6b8f59571b96caf8de02f7de</example>
    [JsonPropertyOrder(-2)]
    public required string Author { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonPropertyOrder(-1)]
    public required AssessmentStatus Status { get; init; }

    /// <summary>What the caller does not see yet, and why; null when all is shown.</summary>
    public WithheldView? Withheld { get; init; }

    /// <summary>In what at least one review differs, by the names of the fields; nothing is averaged.</summary>
    public required IReadOnlyList<string> Differences { get; init; }

    /// <summary>Records said to contradict the claim, by whom.</summary>
    public required IReadOnlyList<NamedEvidenceView> Contradictions { get; init; }

    /// <summary>What others hold, in the order in which it was written.</summary>
    public required IReadOnlyList<ReviewView> Reviews { get; init; }

    /// <summary>The assessment that this one replaced; null for none.</summary>
    /// <example>as-0198f2b1c0e57d4a8936b1f0c2d4e6a7</example>
    public string? Supersedes { get; init; }

    /// <summary>The assessment that replaced this one; null for none.</summary>
    /// <example>as-0198f2b1c0e57d4a8936b1f0c2d4e6ab</example>
    public string? SupersededBy { get; init; }
}

/// <summary>What another analyst holds of the same claim.</summary>
public sealed record ReviewView : JudgementView
{
    /// <summary>The id.</summary>
    /// <example>rv-0198f2b1c0e57d4a8936b1f0c2d4e6aa</example>
    [JsonPropertyOrder(-5)]
    public required string Id { get; init; }

    /// <summary>When it was signed, UTC.</summary>
    /// <example>2026-11-25T10:24:04.345Z</example>
    [JsonPropertyOrder(-4)]
    public required DateTime At { get; init; }

    /// <summary>Who, by a pseudonym that stands for a key; never the author of the assessment.</summary>
    /// <example>actor-8ec21d0e37a90f1db1f97c44</example>
    [JsonPropertyOrder(-3)]
    public required string Reviewer { get; init; }

    /// <summary>Whether this server had shown the author's grades to nobody else when it was written: so of the first review alone.</summary>
    [JsonPropertyOrder(-2)]
    public required bool Blind { get; init; }

    /// <summary>In what it differs from the assessment, by the names of the fields; texts are not compared.</summary>
    [JsonPropertyOrder(-1)]
    public required IReadOnlyList<string> Differences { get; init; }
}

/// <summary>A record that was named for or against a claim.</summary>
public sealed record LinkedEvidenceView
{
    /// <summary>The record.</summary>
    /// <example>ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Record { get; init; }

    /// <summary>Why; null if nobody said.</summary>
    /// <example>Names the same day.</example>
    public string? Note { get; init; }

    /// <summary>The origin that it was declared to share; null for none.</summary>
    /// <example>press release of 21 November</example>
    public string? OriginGroup { get; init; }
}

/// <summary>What a caller does not see yet.</summary>
public sealed record WithheldView
{
    /// <summary>The fields that are withheld.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Why.</summary>
    /// <example>A second analyst judges before seeing these.</example>
    public required string Reason { get; init; }
}

/// <summary>The assessments of a record.</summary>
public sealed record AssessmentListView
{
    /// <summary>The assessments, oldest first; empty after the erasure of the record, which destroyed what opens them.</summary>
    public required IReadOnlyList<AssessmentView> Items { get; init; }
}
