namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>Reads tiles and bundles for an audit and tells what is missing or malformed.</summary>
internal sealed class LogTileSource(Func<LogTile, byte[]?> read, LogFaults faults)
{
    /// <summary>The hashes of a tile; null where they are not there.</summary>
    public byte[]? Hashes(LogTile tile)
    {
        if (Find(tile) is not var (found, bytes)) return null;
        if (bytes.Length == found.Width * Merkle.HashLength) return bytes[..(tile.Width * Merkle.HashLength)];
        faults.Add(LogFaultKind.Malformed, found.Path, null, $"{found.Path} has {bytes.Length} bytes instead of {found.Width * Merkle.HashLength}.");
        return null;
    }

    /// <summary>The hashes of the entries of a bundle; of another number than its width where it is malformed.</summary>
    public IReadOnlyList<byte[]> LeafHashes(LogTile bundle)
    {
        if (Find(bundle) is not var (found, bytes)) return [];
        var entries = new List<ReadOnlyMemory<byte>>();
        var problem = EntryBundle.Problem(bytes, entries);
        if (problem is null && entries.Count != found.Width) problem = $"It has {entries.Count} entries instead of {found.Width}.";
        if (problem is not null) faults.Add(LogFaultKind.Malformed, found.Path, null, $"{found.Path} is malformed. {problem}");
        var hashes = entries.ConvertAll(entry => Merkle.LeafHash(entry.Span));
        return problem is null ? hashes[..bundle.Width] : hashes;
    }

    /// <summary>A partial tile may be gone once the full one is there (c2sp.org/tlog-tiles, "Partial Tiles").</summary>
    private (LogTile Tile, byte[] Bytes)? Find(LogTile tile)
    {
        if (read(tile) is { } bytes) return (tile, bytes);
        var full = tile with { Width = LogTile.FullWidth };
        if (!tile.IsFull && read(full) is { } wider) return (full, wider);
        faults.Add(LogFaultKind.Missing, tile.Path, tile.Level <= 0 ? tile.Index * LogTile.FullWidth : null, $"{tile.Path} is not there.");
        return null;
    }
}
