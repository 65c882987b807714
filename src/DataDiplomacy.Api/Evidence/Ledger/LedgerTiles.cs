using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Evidence.Logs;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Tiles from the tables: those of the leaves are the leaves' own hashes, those above are kept node by node as tiles below them fill.</summary>
public static class LedgerTiles
{
    /// <summary>The tree of a size, read as its proofs need it: a few small statements on the connection of the context.</summary>
    public static TiledTree Tree(DataContext context, long size) => new((ulong)size, tile => Hashes(context, tile));

    /// <summary>The hashes of a tile; shorter than its width where the table lacks some.</summary>
    public static byte[] Hashes(DataContext context, LogTile tile)
    {
        var (first, end) = Range(tile);
        var hashes = tile.Level == 0
            ? context.LogEntries.AsNoTracking().Where(e => e.Index >= first && e.Index < end).OrderBy(e => e.Index).Select(e => e.LeafHash).ToList()
            : context.LogNodes.AsNoTracking().Where(n => n.Level == tile.Level && n.Index >= first && n.Index < end).OrderBy(n => n.Index).Select(n => n.Hash).ToList();
        return [.. hashes.SelectMany(h => h)];
    }

    /// <summary>The entries of a bundle.</summary>
    public static IReadOnlyList<byte[]> Entries(DataContext context, LogTile tile)
    {
        var (first, end) = Range(tile);
        return context.LogEntries.AsNoTracking().Where(e => e.Index >= first && e.Index < end).OrderBy(e => e.Index).Select(e => e.Entry).ToList();
    }

    /// <summary>The nodes above tiles that became full between two sizes, lowest level first.</summary>
    public static IEnumerable<LogNode> Filled(DataContext context, long oldSize, long newSize)
    {
        var added = new Dictionary<(int, long), byte[]>();
        for (var level = 0; level <= LogTile.MaxLevel / 8 && newSize >> (8 * (level + 1)) > 0; level++)
        {
            for (var index = oldSize >> (8 * (level + 1)); index < newSize >> (8 * (level + 1)); index++)
            {
                var hash = Merkle.Root(Whole(context, level, index, added));
                added[(level + 1, index)] = hash;
                yield return new LogNode(level + 1, index, hash);
            }
        }
    }

    /// <summary>A full tile, of which some nodes may be so new that no table has them yet.</summary>
    private static byte[] Whole(DataContext context, int level, long index, Dictionary<(int, long), byte[]> added)
    {
        var stored = Hashes(context, new LogTile(level, (ulong)index, LogTile.FullWidth));
        var have = stored.Length / Merkle.HashLength;
        var rest = Enumerable.Range(have, LogTile.FullWidth - have).SelectMany(i => added[(level, index * LogTile.FullWidth + i)]);
        return [.. stored, .. rest];
    }

    private static (long First, long End) Range(LogTile tile) =>
        ((long)tile.Index * LogTile.FullWidth, (long)tile.Index * LogTile.FullWidth + tile.Width);
}
