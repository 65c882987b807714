using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Timestamps;
using DataDiplomacy.Core.Evidence.Packages;
using DataDiplomacy.Core.Evidence.Time;

namespace DataDiplomacy.Api.Evidence.Packages;

/// <summary>
/// What a package says of time: for each event and each statement the proof under the first checkpoint that was stamped after it, and each such checkpoint once, with the
/// responses and tokens of its authorities and the roots that this server pins.
/// </summary>
public sealed class PackageTimes(TimestampQueries timestamps, LedgerQueries log)
{
    private readonly SortedDictionary<long, (byte[] Checkpoint, IReadOnlyList<StoredTimestamp> Stamps)> _stamped = [];

    /// <summary>The proofs of leaves under stamped checkpoints; what none covers yet has none.</summary>
    public async Task<IReadOnlyList<PackageFile>> ProofsAsync(IEnumerable<PackedLeaf> leaves, CancellationToken cancellationToken)
    {
        var (bySize, size) = (new Dictionary<long, List<PackedLeaf>>(), 0L);
        foreach (var leaf in leaves.OrderBy(l => l.LogIndex))
        {
            // In the order of the log, a checkpoint covers all that follow below its size.
            size = leaf.LogIndex < size ? size : await StampedAsync(leaf.LogIndex, cancellationToken) ?? 0;
            if (size == 0)
            {
                break;
            }

            (bySize.TryGetValue(size, out var covered) ? covered : bySize[size] = []).Add(leaf);
        }

        var files = new List<PackageFile>();
        foreach (var (under, covered) in bySize)
        {
            var paths = covered.ToDictionary(l => (ulong)l.LogIndex, l => l.StampedPath);
            files.AddRange((await log.ProofsUnderAsync([.. covered.Select(l => l.LogIndex)], under, cancellationToken)).Select(proof => PackageFile.Of(paths[proof.Index], proof.ToString())));
        }

        return files;
    }

    /// <summary>The stamped checkpoints that the proofs lead to.</summary>
    public IEnumerable<PackageFile> Stamps()
    {
        foreach (var (size, (checkpoint, stamps)) in _stamped)
        {
            yield return PackageFile.Of(PackagePaths.StampedCheckpoint((ulong)size), checkpoint);
            foreach (var stamp in stamps)
            {
                yield return PackageFile.Of(PackagePaths.Response((ulong)size, stamp.Authority), stamp.Response);
                yield return PackageFile.Of(PackagePaths.Token((ulong)size, stamp.Authority), stamp.Token);
            }
        }

        var used = _stamped.Values.SelectMany(s => s.Stamps).Select(s => s.Authority).ToHashSet(StringComparer.Ordinal);
        foreach (var authority in used.Order(StringComparer.Ordinal))
        {
            if (timestamps.RootsOf(authority) is { } roots)
            {
                yield return PackageFile.Of(PackagePaths.Roots(authority), roots);
            }
        }
    }

    /// <summary>The size of the first stamped checkpoint that covers an entry; null as long as there is none.</summary>
    private async Task<long?> StampedAsync(long index, CancellationToken cancellationToken)
    {
        var stamps = await timestamps.CoveringAsync(index, cancellationToken);
        if (stamps.Count == 0)
        {
            return null;
        }

        var size = stamps[0].Size;
        if (!_stamped.ContainsKey(size))
        {
            _stamped[size] = (await timestamps.FindAsync(size, "checkpoint", cancellationToken) ?? [], stamps);
        }

        return size;
    }
}
