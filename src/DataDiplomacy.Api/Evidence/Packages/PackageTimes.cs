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

    /// <summary>The proofs of a record's events and of the statements about it under stamped checkpoints; what none covers yet has none.</summary>
    public async Task<IReadOnlyList<PackageFile>> ProofsAsync(PackedRecord packed, CancellationToken cancellationToken)
    {
        var id = packed.Record.Id;
        var leaves = packed.Events.Select(e => (e.LogIndex, Path: PackagePaths.StampedProof(id, e.Seq)))
            .Concat(packed.Statements.Leaves.Select(l => (l.LogIndex, Path: PackagePaths.StampedStatementProof(id, l.Id))));
        var proofs = new List<PackageFile>();
        foreach (var (index, path) in leaves)
        {
            if (await StampedAsync(index, cancellationToken) is { } size && await log.ProofUnderAsync(index, size, cancellationToken) is { } proof)
            {
                proofs.Add(PackageFile.Of(path, proof.ToString()));
            }
        }

        return proofs;
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
