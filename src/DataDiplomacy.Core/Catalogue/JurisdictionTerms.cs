namespace DataDiplomacy.Core.Catalogue;

/// <summary>What happens to data at a place, so that a law applies.</summary>
public enum JurisdictionAspect
{
    /// <summary>They come into being there.</summary>
    Created,

    /// <summary>They lie there.</summary>
    Stored,

    /// <summary>They are reached from there.</summary>
    Accessed,

    /// <summary>They are worked with there.</summary>
    Used,
}

/// <summary>How a dispute stands.</summary>
public enum DisputeStatus
{
    /// <summary>It goes on.</summary>
    Open,

    /// <summary>It was decided or agreed.</summary>
    Settled,

    /// <summary>Who disputed no longer does.</summary>
    Withdrawn,
}
