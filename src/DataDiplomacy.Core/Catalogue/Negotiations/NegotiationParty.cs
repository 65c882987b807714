namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>Who moves in a negotiation (Dataspace Protocol 2025-1, Terminology).</summary>
public enum NegotiationParty
{
    /// <summary>Who asks for data.</summary>
    Consumer,

    /// <summary>Who offers data.</summary>
    Provider
}
