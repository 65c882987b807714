using System.Globalization;
using System.Text;
using DataDiplomacy.Core.Evidence.Logs;

namespace DataDiplomacy.Core.Tests.Evidence.Logs;

/// <summary>The tiles of a log, straight from their definition: hash i of level l is the root of leaves i·256^l to (i+1)·256^l.</summary>
internal sealed class LogInMemory
{
    private readonly List<byte[]> _levels = [];

    public LogInMemory(ulong size) : this(size, i => Merkle.LeafHash(Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture)))) { }

    public LogInMemory(ulong size, Func<ulong, byte[]> leaf)
    {
        var hashes = new byte[(int)size * Merkle.HashLength];
        for (var i = 0; i < (int)size; i++) leaf((ulong)i).CopyTo(hashes, i * Merkle.HashLength);
        while (hashes.Length > 0)
        {
            _levels.Add(hashes);
            var below = hashes;
            const int tile = LogTile.FullWidth * Merkle.HashLength;
            hashes = [.. Enumerable.Range(0, below.Length / tile).SelectMany(i => Merkle.Root(below.AsSpan(i * tile, tile)))];
        }
    }

    public byte[] Leaf(ulong index) => _levels[0].AsSpan((int)index * Merkle.HashLength, Merkle.HashLength).ToArray();

    public TiledTree Tree(ulong size) => new(size, Read);

    public ReadOnlyMemory<byte> Read(LogTile tile) =>
        _levels[tile.Level].AsMemory((int)tile.Index * LogTile.FullWidth * Merkle.HashLength, tile.Width * Merkle.HashLength);
}
