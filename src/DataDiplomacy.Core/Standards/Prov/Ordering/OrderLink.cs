namespace DataDiplomacy.Core.Standards.Prov.Ordering;

/// <summary>A held step that a search asked for.</summary>
/// <param name="From">Number of the later thing.</param>
/// <param name="To">Number of the thing that it rests on.</param>
/// <param name="Statement">Number of the statement that holds the step.</param>
/// <param name="Rank">Rank, as it is held, of that end which was not asked about.</param>
public readonly record struct OrderLink(long From, long To, long Statement, long Rank);
