namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>What a policy is for (ODRL Information Model 2.2, section 2.1, and ODRL Vocabulary and Expression 2.2, policy subclasses, 2018).</summary>
public enum OdrlPolicyType
{
    /// <summary>Rules without a statement who grants them; what a policy without type is.</summary>
    Set,

    /// <summary>Rules which an assigner proposes; it grants nothing.</summary>
    Offer,

    /// <summary>Rules which an assigner has granted to an assignee.</summary>
    Agreement,

    /// <summary>Rules which a party claims; it grants nothing.</summary>
    Assertion,

    /// <summary>Rules which an assignee asks for; it grants nothing.</summary>
    Request,

    /// <summary>Rules for whoever holds the ticket.</summary>
    Ticket,

    /// <summary>Rules about an asset with personal information.</summary>
    Privacy
}
