using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Logs;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>
/// Seals what was appended: nodes of tiles, then one signed checkpoint, in one transaction under the lock of the ledger. A checkpoint is signed only
/// if the tree begins with that of the one before, as the signed note says it. Before it can be served it is written beside the database too, so
/// that after a crash the same one is published, and a database that was rolled back is not signed over.
/// </summary>
public sealed class SealCommands(IDbContextFactory<DataContext> contexts, LedgerKeys keys, IEnumerable<ILedgerSeal> things, TimeProvider time)
{
    /// <summary>Seals what is there.</summary>
    /// <returns>The newest checkpoint.</returns>
    /// <exception cref="LedgerInconsistentException">The tables do not continue what was signed.</exception>
    public async Task<SealedCheckpoint> SealAsync(CancellationToken cancellationToken)
    {
        await AddThingsAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await LedgerLock.BeginAsync(context, cancellationToken);
        var last = await context.SealedCheckpoints.AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancellationToken);
        var size = await context.LogEntries.AsNoTracking().OrderByDescending(e => e.Index).Select(e => e.Index + 1).FirstOrDefaultAsync(cancellationToken);
        var highest = HighWater();
        if (last is not null && last.Size == size && (highest is null || highest.Checkpoint.Size == (ulong)size))
        {
            Continues(context, size, last.Size, last.Root);
            await transaction.CommitAsync(cancellationToken);
            return last;
        }

        if (last is not null)
        {
            Continues(context, size, last.Size, last.Root);
        }

        foreach (var node in LedgerTiles.Filled(context, last?.Size ?? 0, size))
        {
            context.LogNodes.Add(node);
        }

        await context.SaveChangesAsync(cancellationToken);
        if (highest is not null)
        {
            // After a crash it may be larger than the last that was stored: its nodes are there only now.
            Continues(context, size, (long)highest.Checkpoint.Size, highest.Checkpoint.Root.ToArray());
        }

        var made = Sign(size, LedgerTiles.Tree(context, size).Root());
        DurableFile.Write(keys.HighWaterFile, Encoding.UTF8.GetBytes(made.Note), mayReplace: true);
        context.SealedCheckpoints.Add(made);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return made;
    }

    /// <summary>In a transaction of its own: what is signed and written beside the database must be committed already, or a crash would leave a checkpoint of leaves that are not there.</summary>
    private async Task AddThingsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await LedgerLock.BeginAsync(context, cancellationToken);
        foreach (var thing in things)
        {
            await thing.AddAsync(context, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The newest checkpoint that was written beside the database; null before the first.</summary>
    public (SignedNote Note, Checkpoint Checkpoint)? ReadHighWater() => HighWater() is { } highest ? (highest.Note, highest.Checkpoint) : null;

    private Highest? HighWater()
    {
        if (!File.Exists(keys.HighWaterFile))
        {
            return null;
        }

        var note = SignedNote.Parse(File.ReadAllBytes(keys.HighWaterFile));
        return note.Verify([keys.Verifier]).Count == 1
            ? new Highest(note, Checkpoint.Parse(note.Text))
            : throw new LedgerInconsistentException($"The checkpoint in {keys.HighWaterFile} is not signed by the key of this log. Nothing is sealed until the operator has looked.");
    }

    private static void Continues(DataContext context, long size, long oldSize, byte[] oldRoot)
    {
        if (oldSize > size)
        {
            throw new LedgerInconsistentException($"A checkpoint of {oldSize} entries was signed, the database has {size}: it was rolled back. Nothing is sealed until the operator has restored a newer copy.");
        }

        var root = oldSize == 0 ? Merkle.EmptyRoot.ToArray() : LedgerTiles.Tree(context, oldSize).Root();
        if (!root.AsSpan().SequenceEqual(oldRoot))
        {
            throw new LedgerInconsistentException($"The first {oldSize} entries of the database are not those that were signed. Nothing is sealed; fsck tells which differ.");
        }
    }

    private SealedCheckpoint Sign(long size, byte[] root)
    {
        var checkpoint = new Checkpoint(keys.Origin, (ulong)size, root, []);
        var note = SignedNote.Sign(checkpoint.ToString(), keys.Origin, keys.LogKey);
        return new SealedCheckpoint { Size = size, Root = root, Note = note.ToString(), SealedAt = Instants.Truncate(time.GetUtcNow().UtcDateTime) };
    }

    private sealed record Highest(SignedNote Note, Checkpoint Checkpoint);
}

/// <summary>The tables of the ledger contradict what was signed.</summary>
public sealed class LedgerInconsistentException(string message) : Exception(message);
