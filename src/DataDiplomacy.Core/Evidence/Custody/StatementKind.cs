namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>What a signed statement about a record is, apart from events of custody.</summary>
public enum StatementKind
{
    /// <summary>A report of checks that were run.</summary>
    Verification,

    /// <summary>What an analyst holds of a claim and its sources.</summary>
    Assessment,

    /// <summary>What a second analyst holds of the same claim, written before seeing the first.</summary>
    Review
}
