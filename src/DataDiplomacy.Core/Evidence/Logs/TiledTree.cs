namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>
/// The tree of one size over tiles: its root and its proofs, from the few tiles that they touch (at most two for each of the tree's levels of tiles).
/// Tiles are read once and kept as long as this object.
/// </summary>
/// <param name="size">Leaves of the tree.</param>
/// <param name="read">Gives the hashes of a tile, 32 bytes each, as many as its width; throws what it must when it cannot.</param>
public sealed class TiledTree(ulong size, Func<LogTile, ReadOnlyMemory<byte>> read)
{
    private const int LevelsPerTile = 8;

    private readonly Dictionary<(int Level, ulong Index), ReadOnlyMemory<byte>> _tiles = [];

    /// <summary>Leaves of the tree.</summary>
    public ulong Size => size;

    /// <summary>The root.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] Root() => size == 0 ? Merkle.EmptyRoot.ToArray() : Range(0, size);

    /// <summary>The hash of a leaf.</summary>
    /// <param name="index">Below <see cref="Size"/>.</param>
    /// <returns>32 bytes.</returns>
    public byte[] Leaf(ulong index) => Node(0, index);

    /// <summary>The proof that a leaf stands at its index (RFC 6962, 2.1.1).</summary>
    /// <param name="index">Below <see cref="Size"/>.</param>
    /// <returns>The hashes from the leaf to the root.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No leaf has this index.</exception>
    public IReadOnlyList<ReadOnlyMemory<byte>> Inclusion(ulong index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = new List<ReadOnlyMemory<byte>>();
        var (start, end) = (0UL, size);
        while (end - start > 1)
        {
            var middle = start + Merkle.LargestPowerBelow(end - start);
            if (index < middle)
            {
                proof.Add(Range(middle, end));
                end = middle;
            }
            else
            {
                proof.Add(Range(start, middle));
                start = middle;
            }
        }
        proof.Reverse();
        return proof;
    }

    /// <summary>The proof that this tree begins with the older one (RFC 6962, 2.1.2).</summary>
    /// <param name="oldSize">1 to <see cref="Size"/>.</param>
    /// <returns>The hashes; none for the same size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">0, or more leaves than this tree has.</exception>
    public IReadOnlyList<ReadOnlyMemory<byte>> Consistency(ulong oldSize)
    {
        ArgumentOutOfRangeException.ThrowIfZero(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        var proof = new List<ReadOnlyMemory<byte>>();
        var (start, end, wholeOldTree) = (0UL, size, true);
        while (oldSize != end)
        {
            var middle = start + Merkle.LargestPowerBelow(end - start);
            if (oldSize <= middle)
            {
                proof.Add(Range(middle, end));
                end = middle;
            }
            else
            {
                proof.Add(Range(start, middle));
                (start, wholeOldTree) = (middle, false);
            }
        }
        // The older root itself is known to whoever asks.
        if (!wholeOldTree) proof.Add(Range(start, end));
        proof.Reverse();
        return proof;
    }

    /// <summary>The root over the leaves from start to before end, where start is where RFC 6962 would split.</summary>
    private byte[] Range(ulong start, ulong end)
    {
        var count = end - start;
        if (System.Numerics.BitOperations.IsPow2(count))
        {
            var height = System.Numerics.BitOperations.TrailingZeroCount(count);
            return Node(height, start >> height);
        }
        var middle = start + Merkle.LargestPowerBelow(count);
        return Merkle.NodeHash(Range(start, middle), Range(middle, end));
    }

    /// <summary>The root of a complete subtree: found in a tile, or made from at most 128 neighbours in one.</summary>
    private byte[] Node(int height, ulong index)
    {
        var level = height / LevelsPerTile;
        var neighbours = 1 << (height % LevelsPerTile);
        var first = index * (ulong)neighbours;
        var hashes = Tile(level, first / LogTile.FullWidth).Span;
        return Merkle.Root(hashes.Slice((int)(first % LogTile.FullWidth) * Merkle.HashLength, neighbours * Merkle.HashLength));
    }

    private ReadOnlyMemory<byte> Tile(int level, ulong index)
    {
        if (_tiles.TryGetValue((level, index), out var known)) return known;
        var tile = LogTile.At(level, index, size) ?? throw new ArgumentOutOfRangeException(nameof(index), index, $"A tree of {size} leaves has no such tile at level {level}.");
        var hashes = read(tile);
        if (hashes.Length != tile.Width * Merkle.HashLength)
            throw new FormatException($"{tile.Path} has {hashes.Length} bytes instead of {tile.Width * Merkle.HashLength}.");
        return _tiles[(level, index)] = hashes;
    }
}
