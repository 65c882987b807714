namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>A hash of a tile above the leaves: the root of 256^level leaves. Written once, when the tile below it is full.</summary>
/// <param name="Level">The level of tiles, from 1.</param>
/// <param name="Index">The place within the level, from 0.</param>
/// <param name="Hash">32 bytes.</param>
public sealed record LogNode(int Level, long Index, byte[] Hash);
