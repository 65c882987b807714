using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>What a search compares of a public record; its view shows all of it.</summary>
public sealed record PublicRecordView
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>The title as it was written; empty without one.</summary>
    public required string Title { get; init; }

    /// <summary>The case; null for none.</summary>
    public required string? Case { get; init; }

    /// <summary>The words of title, name of the file and case, each after a space, without accents and punctuation, in lower case.</summary>
    public required string Words { get; init; }

    /// <summary>How far the title goes in <see cref="Words"/>, without the space before it.</summary>
    public required int TitleLength { get; init; }

    /// <summary>The leaf of its last change.</summary>
    public required long ChangedIndex { get; init; }

    /// <summary>Characters that it takes in memory, by which that is bounded.</summary>
    public int Letters => Title.Length + Words.Length;
}

/// <summary>The public records at one moment.</summary>
/// <param name="Records">The records, in no order.</param>
/// <param name="UpTo">The leaf of the last change that is in them; -1 before the first.</param>
/// <param name="IsCut">Whether older ones are missing, since only so many are held.</param>
public sealed record PublicRecordsView(IReadOnlyList<PublicRecordView> Records, long UpTo, bool IsCut)
{
    /// <summary>Before anything was looked at.</summary>
    public static PublicRecordsView None { get; } = new([], -1, IsCut: false);
}
