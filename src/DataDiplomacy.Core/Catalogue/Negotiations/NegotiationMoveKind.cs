namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>What a party does in a negotiation; each is a message of the Dataspace Protocol 2025-1, Contract Negotiation Protocol.</summary>
public enum NegotiationMoveKind
{
    /// <summary>Asks for a contract or makes a counter-offer (Contract Request Message): leads to REQUESTED.</summary>
    Request,

    /// <summary>Makes an offer (Contract Offer Message): leads to OFFERED.</summary>
    Offer,

    /// <summary>Accepts the last offer (Contract Negotiation Event Message): leads to ACCEPTED.</summary>
    Accept,

    /// <summary>States the agreement (Contract Agreement Message): leads to AGREED.</summary>
    Agree,

    /// <summary>Confirms the agreement (Contract Agreement Verification Message): leads to VERIFIED.</summary>
    Verify,

    /// <summary>Closes the negotiation with the agreement in force (Contract Negotiation Event Message): leads to FINALIZED.</summary>
    Finalize,

    /// <summary>Ends the negotiation (Contract Negotiation Termination Message): leads to TERMINATED.</summary>
    Terminate
}
