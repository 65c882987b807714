namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>
/// One pass over the entries of a log. Two trees are carried, the one that the entries give and the one that the tiles state,
/// so that a fault is told where it is and not again on each level above.
/// </summary>
internal sealed class LogWalk(ulong size, IReadOnlyList<Checkpoint> earlier, Func<LogTile, byte[]?> read, LogFaults faults)
{
    private const int TileHeight = 8;

    private readonly CompactRange _byEntries = new();
    private readonly CompactRange _byTiles = new();
    private readonly List<LogLevel> _levels = [];
    private readonly LogTileSource _source = new(read, faults);

    /// <summary>The leaves after the last full tile.</summary>
    private TwoHashes _rest = new([], []);

    /// <summary>Entries that were read.</summary>
    public ulong Entries { get; private set; }

    /// <summary>Tiles that were compared.</summary>
    public ulong Tiles { get; private set; }

    /// <summary>Compares every tile; false where it stopped because neither the entries nor their hashes are there.</summary>
    public bool Run()
    {
        foreach (var state in earlier.Where(each => each.Size == 0)) CompareEarlier(state, Merkle.EmptyRoot.Span, Merkle.EmptyRoot.Span);
        for (ulong index = 0, start = 0; start < size; start = ++index * LogTile.FullWidth)
        {
            if (!CompareBundle(index)) return false;
        }
        for (var level = 0; level < _levels.Count; level++)
        {
            if (_levels[level].Width > 0) CompareTile(level);
        }
        return true;
    }

    /// <summary>Compares the root, which decides whether entries or tiles are wrong where they contradict each other.</summary>
    public void CompareRoot(ReadOnlySpan<byte> root)
    {
        var derived = _byEntries.RootWith(_rest.ByEntries);
        var isByEntries = root.SequenceEqual(derived);
        faults.Decide(isByEntries, root.SequenceEqual(_byTiles.RootWith(_rest.ByTiles)));
        if (!isByEntries)
            faults.Add(LogFaultKind.RootMismatch, LogAudit.CheckpointPath, null, $"The {size} entries give the root {Convert.ToBase64String(derived)}, the checkpoint states {Convert.ToBase64String(root)}.");
    }

    /// <summary>Up to 256 entries: their bundle against the tile of their hashes. Where one of the two is missing the other stands for it.</summary>
    private bool CompareBundle(ulong index)
    {
        var (bundle, tile) = (Existing(LogTile.Entries, index), Existing(0, index));
        var entries = _source.LeafHashes(bundle);
        var stated = _source.Hashes(tile);
        var isWhole = entries.Count == bundle.Width;
        if (isWhole) Entries += (ulong)bundle.Width;
        if (stated is not null)
        {
            Tiles++;
            CompareEntries(bundle, tile, entries, stated);
        }
        var derived = isWhole ? [.. entries.SelectMany(each => each)] : stated;
        if (derived is null) return false;
        Append(index * LogTile.FullWidth, new TwoHashes(derived, stated ?? derived));
        return true;
    }

    private void CompareEntries(LogTile bundle, LogTile tile, IReadOnlyList<byte[]> entries, byte[] stated)
    {
        for (var i = 0; i < Math.Min(entries.Count, tile.Width); i++)
        {
            if (Hash(stated, i).SequenceEqual(entries[i])) continue;
            faults.AddMismatch(bundle.Path, tile.Path, bundle.Index * LogTile.FullWidth + (ulong)i);
            // Where one is missing or added all that follow are out of place: the first tells where.
            if (entries.Count != bundle.Width) return;
        }
    }

    private void Append(ulong start, TwoHashes leaves)
    {
        var width = leaves.ByEntries.Length / Merkle.HashLength;
        foreach (var state in earlier.Where(each => each.Size > start && each.Size - start <= (ulong)width))
        {
            var length = (int)(state.Size - start) * Merkle.HashLength;
            CompareEarlier(state, _byEntries.RootWith(leaves.ByEntries.AsSpan(0, length)), _byTiles.RootWith(leaves.ByTiles.AsSpan(0, length)));
        }
        if (width < LogTile.FullWidth)
        {
            _rest = leaves;
            return;
        }
        var roots = leaves.Roots();
        _byEntries.Append(TileHeight, roots.ByEntries);
        _byTiles.Append(TileHeight, roots.ByTiles);
        Climb(0, roots);
    }

    private void CompareEarlier(Checkpoint state, ReadOnlySpan<byte> byEntries, ReadOnlySpan<byte> byTiles)
    {
        if (state.Root.Span.SequenceEqual(byEntries) || state.Root.Span.SequenceEqual(byTiles)) return;
        faults.Add(LogFaultKind.Forked, LogAudit.CheckpointPath, null, $"The first {state.Size} entries are not those of the earlier checkpoint of that size: readers were shown different logs.");
    }

    /// <summary>Puts the root of a tile into the level above; a tile that is full goes on to the next.</summary>
    private void Climb(int level, TwoHashes roots)
    {
        if (_levels.Count == level) _levels.Add(new LogLevel());
        _levels[level].Add(roots);
        if (_levels[level].Width == LogTile.FullWidth) Climb(level + 1, CompareTile(level));
    }

    /// <summary>Compares the open tile of a level, the first above the leaves being 0, and gives its roots.</summary>
    private TwoHashes CompareTile(int level)
    {
        var tile = Existing(level + 1, _levels[level].Index);
        var open = _levels[level].Take();
        if (_source.Hashes(tile) is not { } stated) return open.Roots();
        Tiles++;
        for (var i = 0; i < tile.Width; i++)
        {
            // What agrees with the tile below repeats a fault that was told there.
            if (Hash(stated, i).SequenceEqual(Hash(open.ByEntries, i)) || Hash(stated, i).SequenceEqual(Hash(open.ByTiles, i))) continue;
            var first = (tile.Index * LogTile.FullWidth + (ulong)i) << (TileHeight * (level + 1));
            faults.Add(LogFaultKind.TileChanged, tile.Path, first, $"Hash {i} of {tile.Path}, over the entries from {first} on, is not what the entries give.");
        }
        return new TwoHashes(open.ByEntries, stated).Roots();
    }

    private LogTile Existing(int level, ulong index) =>
        LogTile.At(level, index, size) ?? throw new InvalidOperationException($"A tree of {size} leaves has no tile {index} at level {level}.");

    private static ReadOnlySpan<byte> Hash(byte[] hashes, int index) => hashes.AsSpan(index * Merkle.HashLength, Merkle.HashLength);
}
