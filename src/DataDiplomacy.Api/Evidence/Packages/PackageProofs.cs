using DataDiplomacy.Api.Evidence.Ledger;

namespace DataDiplomacy.Api.Evidence.Packages;

/// <summary>The leaves of a package with their proofs: all under the same checkpoint where one covers them all, so that a large case reads its tiles once.</summary>
public sealed class PackageProofs(LedgerQueries log, SealCommands seals)
{
    /// <summary>The leaves and the proofs.</summary>
    public async Task<IReadOnlyList<PackageFile>> OfAsync(IReadOnlyCollection<PackedLeaf> leaves, CancellationToken cancellationToken)
    {
        var indices = leaves.Select(l => l.LogIndex).ToList();
        var proofs = await log.ProofsAsync(indices, cancellationToken);
        if (proofs.Count < indices.Count)
        {
            // Some were just written: nobody waits for the next seal.
            await seals.SealAsync(cancellationToken);
            proofs = await log.ProofsAsync(indices, cancellationToken);
        }

        return [.. leaves.SelectMany(l => new[] { PackageFile.Of(l.EntryPath, l.Entry), PackageFile.Of(l.ProofPath, proofs.GetValueOrDefault(l.LogIndex)?.ToString() ?? "") })];
    }
}
