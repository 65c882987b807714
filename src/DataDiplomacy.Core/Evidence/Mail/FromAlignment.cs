namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>How the signing domain relates to the domain of the author (RFC 7489, 3.1.1, 2015). Organisational domains are not looked up.</summary>
public enum FromAlignment
{
    /// <summary>The author's domain is another one, or there is not exactly one author.</summary>
    None,

    /// <summary>One of the two is below the other.</summary>
    Subdomain,

    /// <summary>They are the same.</summary>
    Exact
}
