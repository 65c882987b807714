using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Evidence.Logs;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Reads the public log.</summary>
public sealed class LedgerQueries(IDbContextFactory<DataContext> contexts, LedgerKeys keys)
{
    /// <summary>The newest checkpoint with the cosignatures of witnesses; null before the first.</summary>
    public async Task<SignedNote?> CheckpointAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SealedCheckpoints.AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancellationToken) is { } newest
            ? await WithWitnessesAsync(context, newest, cancellationToken)
            : null;
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

    /// <summary>The proof of an entry under the newest checkpoint; null as long as none covers it.</summary>
    public async Task<LogProof?> ProofAsync(long index, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await context.SealedCheckpoints.AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancellationToken);
        return newest is null || index >= newest.Size
            ? null
            : new LogProof((ulong)index, LedgerTiles.Tree(context, newest.Size).Inclusion((ulong)index), await WithWitnessesAsync(context, newest, cancellationToken));
    }

    /// <summary>The proof of an entry under a checkpoint of this size; null when there is none such, or it does not cover the entry.</summary>
    public async Task<LogProof?> ProofUnderAsync(long index, long size, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return index < size && await context.SealedCheckpoints.AsNoTracking().FirstOrDefaultAsync(c => c.Size == size, cancellationToken) is { } checkpoint
            ? new LogProof((ulong)index, LedgerTiles.Tree(context, size).Inclusion((ulong)index), await WithWitnessesAsync(context, checkpoint, cancellationToken))
            : null;
    }

    /// <summary>The policy by which a proof of this log alone is checked: its key, no witnesses.</summary>
    public string Policy => $"log {keys.Verifier}\nquorum none\n";

    /// <summary>The key of the log, one line.</summary>
    public string VerifierKey => keys.Verifier.ToString();

    /// <summary>The name of the log.</summary>
    public string Origin => keys.Origin;

    /// <summary>The key of the statements, as PEM.</summary>
    public string CustodianKey => keys.Custodian.Verification.ToPem();

    private static async Task<SignedNote> WithWitnessesAsync(DataContext context, SealedCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        var witnesses = await context.Cosignatures.AsNoTracking().Where(c => c.Size == checkpoint.Size).OrderBy(c => c.Witness).Select(c => c.Line).ToListAsync(cancellationToken);
        return SignedNote.Parse(Encoding.UTF8.GetBytes(checkpoint.Note + string.Concat(witnesses.Select(line => line + "\n"))));
    }
}
