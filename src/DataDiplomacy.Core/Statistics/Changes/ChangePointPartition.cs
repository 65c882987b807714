namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>The best partition with a given number of changes.</summary>
/// <param name="M">Number of changes.</param>
/// <param name="Changes">Positions from 1, among the values used, of the last value of each segment but the last.</param>
/// <param name="Rss">Sum of squared deviations from the segment means, squared unit of the values; 0 where only rounding is left, null beyond the range of doubles.</param>
public sealed record ChangePointPartition(int M, IReadOnlyList<int> Changes, double? Rss);
