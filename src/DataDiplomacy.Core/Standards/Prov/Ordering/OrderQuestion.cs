namespace DataDiplomacy.Core.Standards.Prov.Ordering;

/// <summary>What the order must know before it goes on: all held steps of some things.</summary>
/// <param name="Things">Numbers of the things; each is asked about once in each direction.</param>
/// <param name="IsUpstream">True for the steps from these things to what they rest on, false for those to these things from what rests on them.</param>
public sealed record OrderQuestion(IReadOnlyList<long> Things, bool IsUpstream);
