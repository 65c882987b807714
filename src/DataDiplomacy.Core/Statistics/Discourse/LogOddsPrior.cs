namespace DataDiplomacy.Core.Statistics.Discourse;

/// <summary>What is assumed of the words before they are counted.</summary>
public enum LogOddsPrior
{
    /// <summary>Each word gets a share of the prior as large as its share in both corpora together.</summary>
    Informative,

    /// <summary>Each word gets the same.</summary>
    Uniform
}
