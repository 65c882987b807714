using System.Text.Json;
using System.Text.Json.Serialization;
using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>
/// The consumer asks for a contract: the first message of a negotiation with a callback address, or a counter-offer with the provider's IRI, never both
/// (negotiation/contract-request-message-schema.json, 2025).
/// </summary>
public sealed record ContractRequestMessage : DataspaceMessage
{
    /// <summary>The IRI that the consumer gave to the negotiation.</summary>
    public required string ConsumerPid { get; init; }

    /// <summary>The IRI that the provider gave to it; null in the first message.</summary>
    public string? ProviderPid { get; init; }

    /// <summary>What is asked for: an offer (ODRL, JSON-LD), by the text of the protocol with its target.</summary>
    public required JsonElement Offer { get; init; }

    /// <summary>Where the consumer takes messages; in the first message alone.</summary>
    public string? CallbackAddress { get; init; }
}

/// <summary>
/// The provider offers a contract: the first message of a negotiation with a callback address, or an answer with the consumer's IRI, never both
/// (negotiation/contract-offer-message-schema.json, 2025).
/// </summary>
public sealed record ContractOfferMessage : DataspaceMessage
{
    /// <summary>The IRI that the provider gave to the negotiation.</summary>
    public required string ProviderPid { get; init; }

    /// <summary>The IRI that the consumer gave to it; null in the first message.</summary>
    public string? ConsumerPid { get; init; }

    /// <summary>The offer (ODRL, JSON-LD) with its target.</summary>
    public required JsonElement Offer { get; init; }

    /// <summary>Where the provider takes messages; in the first message alone.</summary>
    public string? CallbackAddress { get; init; }
}

/// <summary>The provider agrees and states the agreement whole (negotiation/contract-agreement-message-schema.json, 2025).</summary>
public sealed record ContractAgreementMessage : DataspaceProcessMessage
{
    /// <summary>The agreement (ODRL, JSON-LD): target, assigner, assignee and rules.</summary>
    public required JsonElement Agreement { get; init; }
}

/// <summary>The consumer confirms the agreement (negotiation/contract-agreement-verification-message-schema.json, 2025).</summary>
public sealed record ContractAgreementVerificationMessage : DataspaceProcessMessage;

/// <summary>The consumer accepted, or the provider finalized (negotiation/contract-negotiation-event-message-schema.json, 2025).</summary>
public sealed record ContractNegotiationEventMessage : DataspaceProcessMessage
{
    /// <summary>Which of the two.</summary>
    public required ContractNegotiationEventType EventType { get; init; }
}

/// <summary>What an event of a negotiation tells.</summary>
public enum ContractNegotiationEventType
{
    /// <summary>The consumer accepts the last offer.</summary>
    [JsonStringEnumMemberName("ACCEPTED")]
    Accepted,

    /// <summary>The provider has finalized the agreement.</summary>
    [JsonStringEnumMemberName("FINALIZED")]
    Finalized
}

/// <summary>One side ends the negotiation (negotiation/contract-negotiation-termination-message-schema.json, 2025).</summary>
public sealed record ContractNegotiationTerminationMessage : DataspaceReasonedMessage;

/// <summary>The state of a negotiation, the answer to a message that was taken (negotiation/contract-negotiation-schema.json, 2025).</summary>
public sealed record ContractNegotiation : DataspaceProcessMessage
{
    /// <summary>The state.</summary>
    public required NegotiationState State { get; init; }
}

/// <summary>The answer to a message that was not taken; it changes no state (negotiation/contract-negotiation-error-schema.json, 2025).</summary>
public sealed record ContractNegotiationError : DataspaceReasonedMessage;
