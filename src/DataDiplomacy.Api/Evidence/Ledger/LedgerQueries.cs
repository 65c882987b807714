using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Evidence.Logs;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Reads the public log.</summary>
public sealed class LedgerQueries(IDbContextFactory<DataContext> contexts, LedgerKeys keys, WitnessQueries witnesses)
{
    /// <summary>The newest checkpoint with the cosignatures of witnesses; null before the first.</summary>
    public async Task<SignedNote?> CheckpointAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SealedCheckpoints.AsNoTracking().MaxAsync(c => (long?)c.Size, cancellationToken) is { } newest
            ? await WitnessQueries.NoteAsync(context, newest, cancellationToken)
            : null;
    }

    /// <summary>The size of the newest checkpoint; 0 before the first.</summary>
    public async Task<long> SizeAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SealedCheckpoints.MaxAsync(c => (long?)c.Size, cancellationToken) ?? 0;
    }

    /// <summary>The bytes of a tile; null where the newest checkpoint has none.</summary>
    public async Task<byte[]?> TileAsync(LogTile tile, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var size = await context.SealedCheckpoints.AsNoTracking().OrderByDescending(c => c.Size).Select(c => c.Size).FirstOrDefaultAsync(cancellationToken);
        if (LogTile.At(tile.Level, tile.Index, (ulong)size) is not { } there || tile.Width > there.Width)
        {
            return null;
        }

        return tile.Level == LogTile.Entries
            ? EntryBundle.Write([.. LedgerTiles.Entries(context, tile).Select(e => (ReadOnlyMemory<byte>)e)])
            : LedgerTiles.Hashes(context, tile);
    }

    /// <summary>The proof of an entry under the newest checkpoint that meets the quorum of the policy, else under the newest; null as long as none covers it.</summary>
    public async Task<LogProof?> ProofAsync(long index, CancellationToken cancellationToken)
    {
        if (await witnesses.QuorumCoveringAsync(index, cancellationToken) is { } witnessed)
        {
            return await ProofUnderAsync(index, witnessed, cancellationToken);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await context.SealedCheckpoints.AsNoTracking().MaxAsync(c => (long?)c.Size, cancellationToken);
        return newest is { } size ? await ProofUnderAsync(index, size, cancellationToken) : null;
    }

    /// <summary>The proofs of several entries, each as it is given alone; they lead to two checkpoints at most, whose tiles are read once. None for what no checkpoint covers yet.</summary>
    public async Task<IReadOnlyDictionary<long, LogProof>> ProofsAsync(IReadOnlyCollection<long> indices, CancellationToken cancellationToken)
    {
        var proofs = new Dictionary<long, LogProof>();
        if (indices.Count == 0)
        {
            return proofs;
        }

        var witnessed = await witnesses.QuorumCoveringAsync(indices.Min(), cancellationToken) ?? 0;
        var newest = await SizeAsync(cancellationToken);
        foreach (var under in indices.Distinct().GroupBy(index => index < witnessed ? witnessed : newest))
        {
            foreach (var proof in await ProofsUnderAsync([.. under], under.Key, cancellationToken))
            {
                proofs[(long)proof.Index] = proof;
            }
        }

        return proofs;
    }

    /// <summary>The proofs of those of several entries that a checkpoint of this size covers; none when there is none such.</summary>
    public async Task<IReadOnlyList<LogProof>> ProofsUnderAsync(IReadOnlyCollection<long> indices, long size, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await WitnessQueries.NoteAsync(context, size, cancellationToken) is not { } note)
        {
            return [];
        }

        var tree = LedgerTiles.Tree(context, size);
        return [.. indices.Where(index => index < size).Select(index => new LogProof((ulong)index, tree.Inclusion((ulong)index), note))];
    }

    /// <summary>The proof of an entry under a checkpoint of this size; null when there is none such, or it does not cover the entry.</summary>
    public async Task<LogProof?> ProofUnderAsync(long index, long size, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return index < size && await WitnessQueries.NoteAsync(context, size, cancellationToken) is { } note
            ? new LogProof((ulong)index, LedgerTiles.Tree(context, size).Inclusion((ulong)index), note)
            : null;
    }

    /// <summary>The policy by which a proof of this log is checked: its key, and the witnesses of the settings.</summary>
    public string Policy => witnesses.PolicyText;

    /// <summary>The key of the log, one line.</summary>
    public string VerifierKey => keys.Verifier.ToString();

    /// <summary>The name of the log.</summary>
    public string Origin => keys.Origin;

    /// <summary>The key of the statements, as PEM.</summary>
    public string CustodianKey => keys.Custodian.Verification.ToPem();
}
