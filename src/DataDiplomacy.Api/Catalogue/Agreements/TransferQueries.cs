using System.Text.Json;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Odrl;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Reads transfers.</summary>
public sealed class TransferQueries(IDbContextFactory<DataContext> contexts, AgreementQueries agreements, Access.AuditNote note)
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

    internal static TransferView ToView(DataTransfer transfer, IEnumerable<StoredTransferMove> moves) => new()
    {
        Number = transfer.Number,
        Agreement = transfer.AgreementId,
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
