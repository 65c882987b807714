using DataDiplomacy.Core.Evidence.Assessments;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Evidence.Assessments;

/// <summary>Which claims to list.</summary>
public sealed record ListClaims
{
    /// <summary>The case whose records are assessed.</summary>
    /// <example>bridge-2026</example>
    [FromQuery(Name = "case")]
    public string? Case { get; init; }

    /// <summary>Items of a page, 1 to 1,000; 100 without.</summary>
    /// <example>100</example>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }
}

/// <summary>A claim across the records of a case. Claims are the same when their texts are, but for case, spaces and a full stop at the end.</summary>
public sealed record ClaimView
{
    /// <summary>The claim as it was first written.</summary>
    /// <example>The bridge was closed to lorries on 21 November 2026.</example>
    public required string Claim { get; init; }

    /// <summary>The assessments of it that nobody superseded, oldest first.</summary>
    public required IReadOnlyList<ClaimAssessmentView> Assessments { get; init; }

    /// <summary>How many of them are withheld until another has judged; what they say is in nothing below.</summary>
    /// <example>0</example>
    public required int Withheld { get; init; }

    /// <summary>Evidence for the claim, by whom it was named; of the records that the caller may see.</summary>
    public required IReadOnlyList<NamedEvidenceView> Supporting { get; init; }

    /// <summary>Evidence against the claim, by whom it was named; of the records that the caller may see.</summary>
    public required IReadOnlyList<NamedEvidenceView> Contradicting { get; init; }

    /// <summary>Records that one analyst names for the claim and another against it.</summary>
    public required IReadOnlyList<string> Disputed { get; init; }

    /// <summary>The evidence counted once for each origin.</summary>
    public required CorroborationView Corroboration { get; init; }
}

/// <summary>An assessment of a claim, in short.</summary>
public sealed record ClaimAssessmentView
{
    /// <summary>The assessment.</summary>
    /// <example>as-0198f2b1c0e57d4a8936b1f0c2d4e6a9</example>
    public required string Id { get; init; }

    /// <summary>The record it is about.</summary>
    /// <example>ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Record { get; init; }

    /// <summary>Who, by a pseudonym.</summary>
    /// <example>actor-6b8f59571b96caf8de02f7de</example>
    public required string Author { get; init; }

    /// <summary>Where it stands.</summary>
    public required AssessmentStatus Status { get; init; }
}

/// <summary>A record that somebody named for or against a claim.</summary>
public sealed record NamedEvidenceView
{
    /// <summary>The record.</summary>
    /// <example>ev-0198f2b1c0e57d4a8936b1f0c2d4e6a6</example>
    public required string Record { get; init; }

    /// <summary>Who names it, by a pseudonym.</summary>
    /// <example>actor-8ec21d0e37a90f1db1f97c44</example>
    public required string By { get; init; }

    /// <summary>The assessment or review that names it.</summary>
    /// <example>rv-0198f2b1c0e57d4a8936b1f0c2d4e6aa</example>
    public required string Statement { get; init; }

    /// <summary>Why; null if nobody said.</summary>
    /// <example>Shows lorries on the bridge.</example>
    public string? Note { get; init; }
}
