namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>How much of an agreement two different categories are.</summary>
public enum KappaWeights
{
    /// <summary>1 - |i-j|/(k-1): every step apart costs the same. Wire name <c>linear</c>.</summary>
    Linear,

    /// <summary>1 - ((i-j)/(k-1))^2: small steps cost little (Fleiss and Cohen). Wire name <c>squared</c>.</summary>
    Squared
}
