namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>Hashes of one place as the entries give them and as the tiles state them.</summary>
/// <param name="ByEntries">From the bytes of the entries.</param>
/// <param name="ByTiles">From the tile below.</param>
internal readonly record struct TwoHashes(byte[] ByEntries, byte[] ByTiles)
{
    /// <summary>The roots over both.</summary>
    public TwoHashes Roots()
    {
        var root = Merkle.Root(ByEntries);
        return new(root, ByEntries.AsSpan().SequenceEqual(ByTiles) ? root : Merkle.Root(ByTiles));
    }
}

/// <summary>The open tile of one level.</summary>
internal sealed class LogLevel
{
    private readonly List<TwoHashes> _hashes = [];

    public ulong Index { get; private set; }

    public int Width => _hashes.Count;

    public void Add(TwoHashes hashes) => _hashes.Add(hashes);

    /// <summary>The hashes of the open tile one after the other; the next tile is opened.</summary>
    public TwoHashes Take()
    {
        var taken = new TwoHashes([.. _hashes.SelectMany(each => each.ByEntries)], [.. _hashes.SelectMany(each => each.ByTiles)]);
        _hashes.Clear();
        Index++;
        return taken;
    }
}
