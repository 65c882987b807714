using System.Globalization;

namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>A tile of a log (c2sp.org/tlog-tiles): up to 256 hashes, each the root of 256^level leaves; or a bundle of up to 256 entries.</summary>
/// <param name="Level">0 to 63; -1 for a bundle of entries.</param>
/// <param name="Index">The place within its level, from 0.</param>
/// <param name="Width">Hashes or entries, 1 to 256; below 256 the tile is partial.</param>
public readonly record struct LogTile(int Level, ulong Index, int Width)
{
    /// <summary>Hashes of a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>The level that stands for bundles of entries.</summary>
    public const int Entries = -1;

    /// <summary>The highest level.</summary>
    public const int MaxLevel = 63;

    /// <summary>Whether all 256 places are filled.</summary>
    public bool IsFull => Width == FullWidth;

    /// <summary>The path below the log's prefix, for example <c>tile/0/x001/x234/067.p/112</c>.</summary>
    public string Path
    {
        get
        {
            var level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
            var partial = IsFull ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{Width}");
            return $"tile/{level}/{Groups(Index)}{partial}";
        }
    }

    /// <summary>Reads a path; one that is written otherwise than <see cref="Path"/> is none, so that each tile has one address.</summary>
    /// <param name="path">For example <c>tile/entries/000.p/7</c>.</param>
    /// <returns>The tile, or null.</returns>
    public static LogTile? Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!path.StartsWith("tile/", StringComparison.Ordinal)) return null;
        var parts = path[5..].Split('/');
        if (parts.Length < 2 || !TryLevel(parts[0], out var level)) return null;
        var width = FullWidth;
        var last = parts.Length - 1;
        if (parts[last - 1].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!int.TryParse(parts[last], NumberStyles.None, CultureInfo.InvariantCulture, out width) || width is < 1 or >= FullWidth) return null;
            last--;
            parts[last] = parts[last][..^2];
        }
        if (!TryIndex(parts.AsSpan(1..(last + 1)), out var index)) return null;
        var tile = new LogTile(level, index, width);
        return tile.Path == path ? tile : null;
    }

    /// <summary>The widest form of a tile that a tree of that size has.</summary>
    /// <param name="level">The level, or <see cref="Entries"/>.</param>
    /// <param name="index">The place.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <returns>Null if the tree has nothing there.</returns>
    public static LogTile? At(int level, ulong index, ulong size)
    {
        var hashes = level <= 0 ? size : level > 7 ? 0 : size >> (8 * level);
        if (index > hashes / FullWidth || index * FullWidth >= hashes) return null;
        return new(level, index, (int)Math.Min(FullWidth, hashes - index * FullWidth));
    }

    private static bool TryLevel(string text, out int level)
    {
        level = Entries;
        return text == "entries" || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out level) && level <= MaxLevel);
    }

    private static bool TryIndex(ReadOnlySpan<string> groups, out ulong index)
    {
        index = 0;
        if (groups.Length is 0 or > 7) return false;
        for (var i = 0; i < groups.Length; i++)
        {
            var digits = i < groups.Length - 1 && groups[i].StartsWith('x') ? groups[i][1..] : groups[i];
            if (digits.Length != 3 || !ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var group)) return false;
            if (index > (ulong.MaxValue - group) / 1000) return false;
            index = index * 1000 + group;
        }
        return true;
    }

    /// <summary>Groups of three digits, all but the last with an x before them.</summary>
    private static string Groups(ulong index)
    {
        var text = (index % 1000).ToString("D3", CultureInfo.InvariantCulture);
        for (index /= 1000; index > 0; index /= 1000) text = string.Create(CultureInfo.InvariantCulture, $"x{index % 1000:D3}/") + text;
        return text;
    }
}
