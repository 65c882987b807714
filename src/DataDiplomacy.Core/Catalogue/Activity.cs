namespace DataDiplomacy.Core.Catalogue;

/// <summary>A PROV activity (W3C PROV-DM, section 5.1.2, 2013): what was done, by whom, with which input.</summary>
public sealed record Activity
{
    /// <summary>Identifier, unique on this server.</summary>
    public required string Id { get; init; }

    /// <summary>What was done, such as <c>import</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public required DateTime EndedAt { get; init; }

    /// <summary>Name of the key that asked for it, or <c>command line</c>.</summary>
    public required string Agent { get; init; }

    /// <summary>The program and its version.</summary>
    public required string Software { get; init; }

    /// <summary>The parameters, as JSON.</summary>
    public required string Parameters { get; init; }

    /// <summary>Name of the file that was used, without its folder; null when it had none.</summary>
    public string? UsedName { get; init; }

    /// <summary>SHA-256 of the file that was used, lower-case hex.</summary>
    public required string UsedSha256 { get; init; }

    /// <summary>The data set whose version it generated.</summary>
    public required string DatasetId { get; init; }

    /// <summary>The number of the version that it generated.</summary>
    public required int VersionNumber { get; init; }
}
