namespace DataDiplomacy.Api.Data.Bulk;

/// <summary>What a version changes, in observations.</summary>
public sealed record MergeCounts
{
    public required long Added { get; init; }

    public required long Changed { get; init; }

    public required long AttributesChanged { get; init; }

    public required long Unchanged { get; init; }
}
