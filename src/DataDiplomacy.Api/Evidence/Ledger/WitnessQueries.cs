using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Evidence.Logs;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Reads what witnesses cosigned, and holds it against the policy of the settings.</summary>
public sealed class WitnessQueries(IDbContextFactory<DataContext> contexts, LedgerKeys keys, LedgerOptions options)
{
    private const int MostLookedAt = 50;

    private readonly Lazy<WitnessPolicy> _policy = new(() => WitnessPolicy.Parse(Encoding.UTF8.GetBytes(options.PolicyOf(keys.Verifier))));

    /// <summary>The key of this log, and the witnesses of the settings.</summary>
    public WitnessPolicy Policy => _policy.Value;

    /// <summary>The policy as text.</summary>
    public string PolicyText => options.PolicyOf(keys.Verifier);

    /// <summary>Who witnesses this log, and how far they have.</summary>
    public async Task<WitnessStateView> StateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await context.Cosignatures.MaxAsync(c => (long?)c.Size, cancellationToken);
        return new WitnessStateView
        {
            Policy = PolicyText,
            Newest = newest is { } size && await NoteAsync(context, size, cancellationToken) is { } note ? ViewOf(Policy, size, note) : null,
        };
    }

    /// <summary>What witnesses say of a checkpoint.</summary>
    public static CosignaturesView ViewOf(WitnessPolicy policy, long size, SignedNote note)
    {
        var refusal = policy.Verify(note).Refusal;
        return new CosignaturesView
        {
            Size = size,
            Witnesses = [.. policy.Witnesses.Where(w => note.Verify([w.Value]).Count == 1).Select(w => w.Key).Order(StringComparer.Ordinal)],
            QuorumMet = refusal is null,
            Refusal = refusal,
        };
    }

    /// <summary>The size of the newest checkpoint that covers an entry and meets the quorum; null where none does, or nobody asks for one.</summary>
    public async Task<long?> QuorumCoveringAsync(long index, CancellationToken cancellationToken)
    {
        if (Policy.Witnesses.Count == 0)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sizes = await context.Cosignatures.Where(c => c.Size > index).Select(c => c.Size).Distinct().OrderByDescending(s => s).Take(MostLookedAt).ToListAsync(cancellationToken);
        foreach (var size in sizes)
        {
            if (await NoteAsync(context, size, cancellationToken) is { } note && Policy.Verify(note).Refusal is null)
            {
                return size;
            }
        }

        return null;
    }

    /// <summary>A checkpoint with the lines of its witnesses; null when there is none of this size.</summary>
    public static async Task<SignedNote?> NoteAsync(DataContext context, long size, CancellationToken cancellationToken)
    {
        var lines = await context.Cosignatures.AsNoTracking().Where(c => c.Size == size).OrderBy(c => c.Witness).Select(c => c.Line).ToListAsync(cancellationToken);
        return await context.SealedCheckpoints.AsNoTracking().Where(c => c.Size == size).Select(c => c.Note).FirstOrDefaultAsync(cancellationToken) is { } note
            ? SignedNote.Parse(Encoding.UTF8.GetBytes(note + string.Concat(lines.Select(line => line + "\n"))))
            : null;
    }
}
