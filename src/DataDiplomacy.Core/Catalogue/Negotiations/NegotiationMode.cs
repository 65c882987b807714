namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>
/// Whose reading of the protocol holds. Its diagram lets only the provider end ACCEPTED and VERIFIED and only the consumer end AGREED; its text lets
/// either end a negotiation at any state.
/// </summary>
public enum NegotiationMode
{
    /// <summary>The state diagram.</summary>
    Strict,

    /// <summary>The text: either party ends any negotiation that has not ended.</summary>
    Compatible
}
