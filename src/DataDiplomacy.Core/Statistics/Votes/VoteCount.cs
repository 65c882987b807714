namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>How a group voted once; those absent are not counted.</summary>
/// <param name="Yes">Number of votes in favour, at least 0.</param>
/// <param name="No">Number of votes against, at least 0.</param>
/// <param name="Abstain">Number of abstentions, at least 0.</param>
public readonly record struct VoteCount(long Yes, long No, long Abstain);
