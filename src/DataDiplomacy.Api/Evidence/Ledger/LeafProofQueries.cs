using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Evidence.Statements;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Proves that a thing has its leaf in the log, whatever it is; what was not sealed yet is sealed for it. Who asks has found the thing before.</summary>
public sealed class LeafProofQueries(IDbContextFactory<DataContext> contexts, SealCommands seals, LedgerQueries log)
{
    /// <param name="indexOf">The place of its leaf; null while it has none.</param>
    /// <param name="disclosure">What opens the leaf.</param>
    /// <param name="what">The thing, in words.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<LeafProofView> OfAsync(Func<DataContext, Task<long?>> indexOf, Disclosure disclosure, string what, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await indexOf(context);
        if (found is null || await log.ProofAsync(found.Value, cancellationToken) is not { } proof)
        {
            // It was just made: nobody waits for the next seal.
            await seals.SealAsync(cancellationToken);
            found = await indexOf(context) ?? throw new LedgerInconsistentException($"{what} was sealed and has no leaf.");
            proof = await log.ProofAsync(found.Value, cancellationToken) ?? throw new LedgerInconsistentException($"The leaf {found} was sealed and has no proof.");
        }

        var entry = await context.LogEntries.AsNoTracking().Where(e => e.Index == found).Select(e => e.Entry).FirstAsync(cancellationToken);
        using var opened = JsonDocument.Parse(disclosure.ToJson());
        return new LeafProofView { LogIndex = found.Value, Entry = Encoding.UTF8.GetString(entry), Disclosure = opened.RootElement.Clone(), Proof = proof.ToString() };
    }
}
