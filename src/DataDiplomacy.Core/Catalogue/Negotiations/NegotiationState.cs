using System.Text.Json.Serialization;

namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>Where a negotiation stands (Dataspace Protocol 2025-1, Contract Negotiation Protocol, States).</summary>
public enum NegotiationState
{
    /// <summary>The consumer asked for a contract or made a counter-offer.</summary>
    [JsonStringEnumMemberName("REQUESTED")]
    Requested,

    /// <summary>The provider made an offer.</summary>
    [JsonStringEnumMemberName("OFFERED")]
    Offered,

    /// <summary>The consumer accepted the last offer.</summary>
    [JsonStringEnumMemberName("ACCEPTED")]
    Accepted,

    /// <summary>The provider stated the agreement.</summary>
    [JsonStringEnumMemberName("AGREED")]
    Agreed,

    /// <summary>The consumer confirmed the agreement.</summary>
    [JsonStringEnumMemberName("VERIFIED")]
    Verified,

    /// <summary>The provider finalized the agreement; nothing follows.</summary>
    [JsonStringEnumMemberName("FINALIZED")]
    Finalized,

    /// <summary>One side ended the negotiation; nothing follows.</summary>
    [JsonStringEnumMemberName("TERMINATED")]
    Terminated
}
