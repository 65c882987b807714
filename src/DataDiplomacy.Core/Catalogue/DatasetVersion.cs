namespace DataDiplomacy.Core.Catalogue;

/// <summary>A vintage of a data set: what one import made known. Written once, never changed.</summary>
public sealed record DatasetVersion
{
    /// <summary>The data set.</summary>
    public required string DatasetId { get; init; }

    /// <summary>Counts the versions of the data set from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Order of publication over all data sets of this server; strictly increasing at commit.</summary>
    public required long Sequence { get; init; }

    /// <summary>The activity (PROV) that made it.</summary>
    public required string ActivityId { get; init; }

    /// <summary>SHA-256 of the file as it was received, lower-case hex.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>Size of the file as it was received, bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Observations that are current in this version.</summary>
    public required long Rows { get; init; }

    /// <summary>Transaction time: since when this was known, UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>When this server published it, UTC; always later than that of the version published before.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>Why the version was made, in words; null when nobody said.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>Observations that the version before did not have.</summary>
    public required long Added { get; init; }

    /// <summary>Observations whose published text or reason of absence differs from the version before.</summary>
    public required long Changed { get; init; }

    /// <summary>Observations with the same value but other attributes (status, source, footnote and so on).</summary>
    public required long AttributesChanged { get; init; }

    /// <summary>Observations of the file that equal those of the version before, in value.</summary>
    public required long Unchanged { get; init; }

    /// <summary>Observations that the version before had and this one has not.</summary>
    public required long Withdrawn { get; init; }

    /// <summary>Observations that were not withdrawn because a rejected row may stand for them.</summary>
    public required long WithdrawalsHeld { get; init; }
}
