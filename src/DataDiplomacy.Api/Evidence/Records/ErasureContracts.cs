namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Why a record is to be erased.</summary>
public sealed record AskErasure
{
    /// <summary>Why, at most 2,000 characters; it stands in the receipt and is not destroyed: name nobody.</summary>
    /// <example>The person shown withdrew consent.</example>
    public string? Reason { get; init; }

    /// <summary>The legal basis.</summary>
    /// <example>GDPR, Article 17(1)(b)</example>
    public string? LegalBasis { get; init; }
}

/// <summary>Agrees that a record is erased.</summary>
public sealed record AgreeErasure
{
    /// <summary>Why it is proportionate, at most 2,000 characters; it stands in the receipt: name nobody.</summary>
    /// <example>No case needs it; copies were not given away.</example>
    public string? Reason { get; init; }
}

/// <summary>An erasure that waits for a second person.</summary>
public sealed record ErasureView
{
    /// <summary>The record.</summary>
    /// <example>ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string RecordId { get; init; }

    /// <summary>Who asked; another must agree.</summary>
    /// <example>actor-6b8f59571b96caf8de02f7de</example>
    public required string RequestedBy { get; init; }

    /// <summary>When, UTC.</summary>
    /// <example>2026-11-25T09:24:04.345Z</example>
    public required DateTime RequestedAt { get; init; }
}
