namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>The root of a tree that grows, from one hash for each bit of its size: leaves that were added need not be kept.</summary>
public sealed class CompactRange
{
    private readonly List<(int Height, byte[] Hash)> _nodes;

    /// <summary>The tree without leaves.</summary>
    public CompactRange() => _nodes = [];

    private CompactRange(CompactRange other) => _nodes = [.. other._nodes];

    /// <summary>Adds a complete subtree, not higher than those before it.</summary>
    /// <param name="height">Its height; 0 for a leaf.</param>
    /// <param name="hash">Its root, 32 bytes.</param>
    public void Append(int height, byte[] hash)
    {
        while (_nodes is [.., var last] && last.Height == height)
        {
            _nodes.RemoveAt(_nodes.Count - 1);
            hash = Merkle.NodeHash(last.Hash, hash);
            height++;
        }
        _nodes.Add((height, hash));
    }

    /// <summary>The root with further leaves, which are not added.</summary>
    /// <param name="leaves">Their hashes one after the other, 32 bytes each; none for the root of what was added.</param>
    /// <returns>32 bytes.</returns>
    public byte[] RootWith(ReadOnlySpan<byte> leaves)
    {
        var copy = new CompactRange(this);
        for (var at = 0; at < leaves.Length; at += Merkle.HashLength) copy.Append(0, leaves.Slice(at, Merkle.HashLength).ToArray());
        return copy.Root();
    }

    private byte[] Root()
    {
        if (_nodes.Count == 0) return Merkle.EmptyRoot.ToArray();
        var hash = _nodes[^1].Hash;
        for (var i = _nodes.Count - 2; i >= 0; i--) hash = Merkle.NodeHash(_nodes[i].Hash, hash);
        return hash;
    }
}
