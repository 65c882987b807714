using System.Text.Json;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Dataspace;
using DataDiplomacy.Core.Standards.Odrl;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Reads transfers.</summary>
public sealed class TransferQueries(IDbContextFactory<DataContext> contexts, AgreementQueries agreements, AgreementIris iris, Access.AuditNote note)
{
    /// <summary>The transfers of an agreement, oldest first; null when there is no such agreement that the caller may see.</summary>
    public async Task<PageView<TransferView>?> ListAsync(string agreement, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await agreements.Visible(context).AsNoTracking().FirstOrDefaultAsync(a => a.Id == agreement, cancellationToken) is not { } found) return null;
        note.Add(found.DatasetId);
        var transfers = await context.DataTransfers.AsNoTracking().Where(t => t.AgreementId == agreement).OrderBy(t => t.Number).ToListAsync(cancellationToken);
        var moves = (await context.TransferMoves.AsNoTracking().Where(m => m.AgreementId == agreement).ToListAsync(cancellationToken)).ToLookup(m => m.Transfer);
        return new PageView<TransferView> { Items = [.. transfers.Select(t => ToView(t, moves[t.Number]))], Next = null };
    }

    /// <summary>A transfer, and what a message that starts it says of where the data are; null when there is none that the caller may see.</summary>
    public async Task<(TransferView Transfer, DataAddress Address)?> FindAsync(string agreement, int number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await agreements.Visible(context).AsNoTracking().FirstOrDefaultAsync(a => a.Id == agreement, cancellationToken) is not { } found) return null;
        note.Add(found.DatasetId);
        if (await context.DataTransfers.AsNoTracking().FirstOrDefaultAsync(t => t.AgreementId == agreement && t.Number == number, cancellationToken) is not { } transfer) return null;
        var moves = await context.TransferMoves.AsNoTracking().Where(m => m.AgreementId == agreement && m.Transfer == number).ToListAsync(cancellationToken);
        var recorded = await context.DatasetVersions.Where(v => v.DatasetId == found.DatasetId && v.Number == transfer.Version).Select(v => (DateTime?)v.RecordedAt).FirstOrDefaultAsync(cancellationToken);
        return (ToView(transfer, moves), iris.DataOf(found.DatasetId, recorded));
    }

    /// <summary>The transfer that a message names, by agreement and number; null when there is none that the caller may see.</summary>
    internal async Task<NamedTransfer?> NamedAsync(string providerPid, string consumerPid, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from t in context.DataTransfers.AsNoTracking()
            join a in agreements.Visible(context) on t.AgreementId equals a.Id
            where t.ProviderPid == providerPid && t.ConsumerPid == consumerPid
            select new NamedTransfer(t.AgreementId, t.Number, a.Members)).FirstOrDefaultAsync(cancellationToken);
    }

    internal static TransferView ToView(DataTransfer transfer, IEnumerable<StoredTransferMove> moves) => new()
    {
        Number = transfer.Number,
        Agreement = transfer.AgreementId,
        ProviderPid = transfer.ProviderPid,
        ConsumerPid = transfer.ConsumerPid,
        State = transfer.State,
        Version = transfer.Version,
        // What is denied is not kept.
        Decision = AccessDecision.Permit,
        Because = JsonSerializer.Deserialize<List<string>>(transfer.Because) ?? [],
        EvaluatedAt = transfer.EvaluatedAt,
        Sha256 = transfer.Sha256,
        Bytes = transfer.Bytes,
        ConsumerMay = TransferRules.AllowedMoves(transfer.State, NegotiationParty.Consumer),
        ProviderMay = TransferRules.AllowedMoves(transfer.State, NegotiationParty.Provider),
        Moves = [.. moves.OrderBy(m => m.Number).Select(Move)],
    };

    private static TransferMoveView Move(StoredTransferMove move) => new() { Number = move.Number, Move = move.Kind, By = move.Party, Actor = move.Actor, Reason = move.Reason, At = move.At };
}

/// <summary>A transfer that a message names.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Number">Counts the transfers of the agreement from 1.</param>
/// <param name="Members">Pseudonyms of the keys of the consumer, as <see cref="AgreementCallers.MembersOf"/> writes them.</param>
internal sealed record NamedTransfer(string Agreement, int Number, string Members);
