using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Logs;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Takes cosignatures of the witnesses of the policy. Only what verifies under their keys is kept; who brings it does not matter.</summary>
public sealed class WitnessCommands(IDbContextFactory<DataContext> contexts, WitnessQueries witnesses, TimeProvider time, IValidator<AddCosignatures> validator)
{
    /// <summary>Keeps the cosignatures of a checkpoint that were not known yet.</summary>
    /// <returns>What witnesses say of it now.</returns>
    public async Task<CosignaturesView> AddAsync(AddCosignatures request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var policy = witnesses.Policy;
        var (note, size) = Read(request.Checkpoint ?? "");
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await LedgerLock.BeginAsync(context, cancellationToken);
        var own = await WitnessQueries.NoteAsync(context, size, cancellationToken);
        if (own is null || own.Text != note.Text)
        {
            throw new ProblemException(Problems.RuleBroken, own is null
                ? $"This log signed no checkpoint of {size} entries."
                : $"This log signed another checkpoint of {size} entries. If its signature is under yours too, keep it: it shows that two histories were told.");
        }

        var known = await context.Cosignatures.Where(c => c.Size == size).Select(c => c.Witness).ToListAsync(cancellationToken);
        var valid = policy.Witnesses.Select(w => (w.Key, Found: note.Verify([w.Value]))).Where(w => w.Found.Count == 1).ToList();
        if (valid.Count == 0 && note.Signatures.Count > own.Signatures.Count)
        {
            throw new ProblemException(Problems.RuleBroken, policy.Witnesses.Count == 0
                ? "No witnesses are set (Log__Witnesses): nobody's cosignature would count."
                : $"No line is a valid cosignature by a witness of the policy ({string.Join(", ", policy.Witnesses.Keys.Order(StringComparer.Ordinal))}).");
        }

        context.Cosignatures.AddRange(valid.Where(w => !known.Contains(w.Key)).Select(w => new StoredCosignature
        {
            Size = size,
            Witness = w.Key,
            Line = w.Found[0].Signature.ToString(),
            ReceivedAt = Instants.Truncate(time.GetUtcNow().UtcDateTime),
        }));
        await context.SaveChangesAsync(cancellationToken);
        var now = await WitnessQueries.NoteAsync(context, size, cancellationToken) ?? own;
        await transaction.CommitAsync(cancellationToken);
        return WitnessQueries.ViewOf(policy, size, now);
    }

    private static (SignedNote Note, long Size) Read(string text)
    {
        try
        {
            var note = SignedNote.Parse(Encoding.UTF8.GetBytes(text));
            return (note, checked((long)Checkpoint.Parse(note.Text).Size));
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw ProblemException.Invalid("checkpoint", "It is no checkpoint: " + e.Message);
        }
    }
}
