namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>What a bag is, what is wrong with it, and whether it is taken.</summary>
public sealed record BagReport
{
    /// <summary>The version told, as "1.0"; null without a readable bagit.txt.</summary>
    public string? Version { get; init; }

    /// <summary>The encoding of the tag files told, as "UTF-8"; null without a readable bagit.txt.</summary>
    public string? Encoding { get; init; }

    /// <summary>Errors: each makes the bag invalid. Empty where none was found.</summary>
    public required IReadOnlyList<BagProblem> Problems { get; init; }

    /// <summary>Why the bag is not taken although RFC 8493 allows it. Empty where it is.</summary>
    public required IReadOnlyList<BagProblem> Refusals { get; init; }

    /// <summary>What should be better and does no harm.</summary>
    public required IReadOnlyList<BagProblem> Warnings { get; init; }

    /// <summary>How many files are below data/.</summary>
    public required int PayloadFileCount { get; init; }

    /// <summary>Their length, in octets.</summary>
    public required long PayloadOctets { get; init; }

    /// <summary>The algorithms of the payload manifests that were checked, as "sha256", in ordinal order.</summary>
    public required IReadOnlyList<string> Algorithms { get; init; }

    /// <summary>The files whose digests agree, for each algorithm of a manifest that was read, in ordinal order. Empty without such a manifest.</summary>
    public required IReadOnlyList<BagDigestCount> DigestCounts { get; init; }

    /// <summary>Whether the bag is complete and valid (RFC 8493, 3): no error was found.</summary>
    public bool Valid => Problems.Count == 0;

    /// <summary>Whether the bag is not taken, whether valid or not.</summary>
    public bool RefusedByPolicy => Refusals.Count > 0;
}
