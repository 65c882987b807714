using System.Text.Json;

namespace DataDiplomacy.Api.Evidence.Assessments;

/// <summary>Codes in words.</summary>
public sealed record ScalesView
{
    /// <summary>The grade of the source.</summary>
    public required GradeScaleView SourceReliability { get; init; }

    /// <summary>The grade of the information.</summary>
    public required GradeScaleView InformationCredibility { get; init; }

    /// <summary>The band of likelihood; null when not said.</summary>
    public LikelihoodScaleView? Likelihood { get; init; }

    /// <summary>Where levels of confidence are from; null when not said.</summary>
    /// <example>Intelligence Community Directive 203, Analytic Standards, D.6.e(2) (2 January 2015)</example>
    public string? Confidence { get; init; }
}

/// <summary>A grade in words.</summary>
public sealed record GradeScaleView
{
    /// <summary>The wording of the scale.</summary>
    /// <example>Usually reliable</example>
    public required string Wording { get; init; }

    /// <summary>Whether the grade says that nobody could judge; it then stands outside the order from best to worst.</summary>
    public required bool CannotBeJudged { get; init; }

    /// <summary>The scale and its edition.</summary>
    /// <example>Admiralty System, NATO STANAG 2511 (2003), in the wording of the MISP taxonomy admiralty-scale (machinetag.json, commit 71d0d34)</example>
    public required string Source { get; init; }
}

/// <summary>A band of likelihood in words and numbers.</summary>
public sealed record LikelihoodScaleView
{
    /// <summary>The wording of the scale.</summary>
    /// <example>very likely</example>
    public required string Wording { get; init; }

    /// <summary>Lower limit of the band, per cent, 1 to 95.</summary>
    /// <example>80</example>
    public required int LowPercent { get; init; }

    /// <summary>Upper limit of the band, per cent, 5 to 99.</summary>
    /// <example>95</example>
    public required int HighPercent { get; init; }

    /// <summary>The scale and its edition.</summary>
    /// <example>Intelligence Community Directive 203, Analytic Standards, D.6.e(2) (2 January 2015)</example>
    public required string Source { get; init; }
}

/// <summary>Evidence counted once for each independent origin.</summary>
public sealed record CorroborationView
{
    /// <summary>For the claim.</summary>
    public required OriginCountView Supporting { get; init; }

    /// <summary>Against the claim.</summary>
    public required OriginCountView Contradicting { get; init; }

    /// <summary>What independent means here.</summary>
    /// <example>Records count once for each origin.</example>
    public required string Independence { get; init; }
}

/// <summary>Records and their origins.</summary>
public sealed record OriginCountView
{
    /// <summary>Records, each once.</summary>
    /// <example>3</example>
    public required int Records { get; init; }

    /// <summary>Origins that nothing joins, as far as declared or known; at most the number of records.</summary>
    /// <example>2</example>
    public required int IndependentOrigins { get; init; }

    /// <summary>The records of each origin, by their ids; empty without records.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Groups { get; init; }
}

/// <summary>What proves a signed statement about a record.</summary>
public sealed record StatementProofView
{
    /// <summary>The index of its leaf in the log.</summary>
    /// <example>57</example>
    public required long LogIndex { get; init; }

    /// <summary>The bytes of the leaf, as text.</summary>
    /// <example>{"commitment":"lSJXAuyNuabit3XM6M4XkONax6Gph0E9LuE2HCzKn4s","kind":"evidenceStatement","v":1}</example>
    public required string Entry { get; init; }

    /// <summary>The signed statement, a DSSE envelope. It names every record that was linked: it is shown to its author and to verifiers and above who may see all of them, else null.</summary>
    public JsonElement? Envelope { get; init; }

    /// <summary>What opens the leaf's commitment, <c>{ n, p, s, v }</c>; null without the envelope.</summary>
    public JsonElement? Disclosure { get; init; }
}
