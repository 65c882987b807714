using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Dataspace;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Takes messages of the Transfer Process Protocol (Dataspace Protocol 2025-1) as the moves that they are.</summary>
public sealed class TransferMessageCommands(TransferQueries queries, TransferCommands transfers, AgreementCallers callers, AgreementIris iris, IValidator<ReceiveTransferMessage> validator)
{
    /// <summary>Reads a message and makes its move; null when it is about an agreement or a transfer that the caller may not see.</summary>
    /// <exception cref="ProblemException">It is no such message, or the move is refused.</exception>
    public async Task<(TransferView Transfer, bool IsNew)?> TakeAsync(ReadOnlyMemory<byte> json, ReceiveTransferMessage beside, CancellationToken cancellationToken)
    {
        validator.Check(beside);
        var message = DataspaceMessages.Read(json);
        if (message is TransferRequestMessage asked) return await RequestAsync(asked, beside, cancellationToken);
        if (DataspaceMoves.TransferMoveOf(message) is not { } kind || message is not DataspaceProcessMessage named)
            throw ProblemException.Invalid("@type", $"A {message.GetType().Name} moves no transfer. Send one of the messages of the Transfer Process Protocol.");
        if (await queries.NamedAsync(named.ProviderPid, named.ConsumerPid, cancellationToken) is not { } found) return null;
        var move = new MoveTransfer
        {
            Move = kind,
            // Either side may, by the state diagram: who sends it counts.
            By = callers.IsAmong(found.Members) ? NegotiationParty.Consumer : NegotiationParty.Provider,
            Reason = ReasonOf(message),
            Sha256 = beside.Sha256,
            Bytes = beside.Bytes,
        };
        return await transfers.MoveAsync(found.Agreement, found.Number, move, cancellationToken) is { } moved ? (moved, false) : null;
    }

    private async Task<(TransferView Transfer, bool IsNew)?> RequestAsync(TransferRequestMessage message, ReceiveTransferMessage beside, CancellationToken cancellationToken)
    {
        if (message.Format != TransferFormats.Pull || message.DataAddress is not null)
            throw new ProblemException(Problems.RuleBroken, $"Data are fetched here, not sent: ask for the format {TransferFormats.Pull} without a dataAddress. The message asks for '{message.Format}'{(message.DataAddress is null ? "" : " with a dataAddress")}.");
        var request = new RequestTransfer { Action = beside.Action, Purpose = beside.Purpose, Spatial = beside.Spatial, Recipient = beside.Recipient, Version = beside.Version };
        return await transfers.RequestAsync(iris.AgreementOf(message.AgreementId), request, message.ConsumerPid, cancellationToken) is { } begun ? (begun, true) : null;
    }

    private static string? ReasonOf(DataspaceDocument message) =>
        message is DataspaceReasonedMessage { Code: { Length: > 0 } code } ? $"{code}: {DataspaceMessages.ReasonOf(message)}".TrimEnd(' ', ':') : DataspaceMessages.ReasonOf(message);
}
