namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Something to which a decision is due.</summary>
/// <param name="Rule">The <see cref="OdrlRule.Key" /> of the rule; null if it is due to the policy.</param>
/// <param name="Sentence">What it is, with the values compared.</param>
public sealed record DecidingReason(string? Rule, string Sentence);
