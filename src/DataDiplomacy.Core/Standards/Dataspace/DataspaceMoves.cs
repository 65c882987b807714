using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>What a message does to the negotiation or transfer that it is about (Dataspace Protocol 2025-1, Message Types: Resulting state).</summary>
public static class DataspaceMoves
{
    /// <summary>The move in a negotiation.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The move; null for messages that move no negotiation, errors and states among them.</returns>
    public static NegotiationMoveKind? NegotiationMoveOf(DataspaceDocument message) => message switch
    {
        ContractRequestMessage => NegotiationMoveKind.Request,
        ContractOfferMessage => NegotiationMoveKind.Offer,
        ContractNegotiationEventMessage { EventType: ContractNegotiationEventType.Accepted } => NegotiationMoveKind.Accept,
        ContractAgreementMessage => NegotiationMoveKind.Agree,
        ContractAgreementVerificationMessage => NegotiationMoveKind.Verify,
        ContractNegotiationEventMessage => NegotiationMoveKind.Finalize,
        ContractNegotiationTerminationMessage => NegotiationMoveKind.Terminate,
        _ => null
    };

    /// <summary>The move in a transfer.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The move; null for messages that move no transfer, errors and states among them.</returns>
    public static TransferMoveKind? TransferMoveOf(DataspaceDocument message) => message switch
    {
        TransferRequestMessage => TransferMoveKind.Request,
        TransferStartMessage => TransferMoveKind.Start,
        TransferSuspensionMessage => TransferMoveKind.Suspend,
        TransferCompletionMessage => TransferMoveKind.Complete,
        TransferTerminationMessage => TransferMoveKind.Terminate,
        _ => null
    };
}
