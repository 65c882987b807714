namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>What is asked of a bag beyond RFC 8493.</summary>
public sealed record BagPolicy
{
    /// <summary>No fetch.txt; a bag without tag manifest is told of in a warning.</summary>
    public static BagPolicy Default { get; } = new();

    /// <summary>Whether a bag with a fetch.txt is taken; its addresses are never followed. False when not told.</summary>
    public bool AllowFetch { get; init; }

    /// <summary>
    /// Whether a bag needs a tag manifest that lists all other tag files: without one, their change or loss goes unnoticed.
    /// False when not told: then it is a warning.
    /// </summary>
    public bool RequireTagManifest { get; init; }
}
