namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>Where a log breaks.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Path">The file below the log's prefix: a tile, a bundle of entries, or <c>checkpoint</c>.</param>
/// <param name="EntryIndex">The entry that is concerned, or the first of those under the hash that is wrong; null where it is no one entry.</param>
/// <param name="Explanation">The fault in words.</param>
public sealed record LogFault(LogFaultKind Kind, string Path, ulong? EntryIndex, string Explanation);
