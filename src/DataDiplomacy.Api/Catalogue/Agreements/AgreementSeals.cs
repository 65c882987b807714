using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Bulk;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>
/// Gives each agreement its leaf. It commits to the terms, the parties, and the last move of the negotiation, whose hash covers all moves before;
/// the salt comes from a key in the storage, so that the leaf tells nobody that there is an agreement, and a party can prove it to anyone.
/// </summary>
public sealed class AgreementSeals(LedgerKeys keys, IBulkStore store, TimeProvider time) : ILedgerSeal
{
    private const int AtOnce = 1_000;

    public async Task AddAsync(DataContext context, CancellationToken cancellationToken)
    {
        var unsealed = await WithHeads(context, context.DataAgreements.Where(a => a.LogIndex == null)).OrderBy(a => a.Agreement.Id).Take(AtOnce).ToListAsync(cancellationToken);
        if (unsealed.Count == 0) return;
        var writer = await LedgerWriter.StartAsync(context, keys, time, new LedgerTails(), []);
        foreach (var (agreement, head) in unsealed.Select(u => (u.Agreement, u.Head)))
        {
            var index = writer.Add(LogEntry.OfAgreement, DisclosureOf(agreement, head));
            // Whoever acts on it meanwhile writes other columns.
            await context.DataAgreements.Where(a => a.Id == agreement.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.LogIndex, index), cancellationToken);
        }

        await writer.SaveAsync(store);
    }

    public IQueryable<long> Leaves(DataContext context) => context.DataAgreements.Where(a => a.LogIndex != null).Select(a => a.LogIndex ?? 0);

    public async IAsyncEnumerable<string> FaultsAsync(DataContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = await (from a in WithHeads(context, context.DataAgreements.Where(a => a.LogIndex != null))
                           join l in context.LogEntries.AsNoTracking() on a.Agreement.LogIndex equals l.Index into leaves
                           from l in leaves.DefaultIfEmpty()
                           orderby a.Agreement.Id
                           select new { Sealed = a, Leaf = l == null ? null : l.Entry }).ToListAsync(cancellationToken);
        foreach (var each in found)
        {
            var expected = LogEntry.Write(LogEntry.OfAgreement, Commitment.Of(DisclosureOf(each.Sealed.Agreement, each.Sealed.Head)));
            if (each.Leaf is null || !expected.AsSpan().SequenceEqual(each.Leaf)) yield return $"agreement {each.Sealed.Agreement.Id}: it is not what its leaf {each.Sealed.Agreement.LogIndex} commits to";
        }
    }

    /// <summary>What opens the leaf of an agreement.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="head">Hash of the last move of its negotiation.</param>
    public Disclosure DisclosureOf(DataAgreement agreement, string head)
    {
        var path = "/agreements/" + agreement.Id;
        return new Disclosure("agreement", path, Commitment.Salt(keys.VersionSalts, path, "agreement"), new JsonObject
        {
            ["agreement"] = agreement.Id,
            ["dataset"] = agreement.DatasetId,
            ["policySha256"] = agreement.PolicySha256,
            ["assigner"] = agreement.Assigner,
            ["assignee"] = agreement.Assignee,
            ["madeAt"] = Instants.Format(agreement.MadeAt),
            ["negotiation"] = agreement.NegotiationId,
            ["lastMove"] = head,
        });
    }

    private static IQueryable<SealedAgreement> WithHeads(DataContext context, IQueryable<DataAgreement> agreements) =>
        from a in agreements.AsNoTracking()
        join n in context.DataNegotiations.AsNoTracking() on a.NegotiationId equals n.Id
        select new SealedAgreement { Agreement = a, Head = n.Head };

    private sealed record SealedAgreement
    {
        public required DataAgreement Agreement { get; init; }

        public required string Head { get; init; }
    }
}
