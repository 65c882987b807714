namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>What a reader of the published table can work out about one hidden cell.</summary>
public sealed record AuditedCell
{
    /// <summary>Row of the cell, from 0.</summary>
    public required int Row { get; init; }

    /// <summary>Column of the cell, from 0.</summary>
    public required int Column { get; init; }

    /// <summary>Smallest count that the margins allow.</summary>
    public required long Lower { get; init; }

    /// <summary>Largest count that the margins allow.</summary>
    public required long Upper { get; init; }

    /// <summary>Whether the margins allow a single count only.</summary>
    public required bool ExactlyDisclosed { get; init; }

    /// <summary>Whether the bounds are as far apart as asked; a hidden 0 always meets this, even where it is exactly disclosed.</summary>
    public required bool Protected { get; init; }
}
