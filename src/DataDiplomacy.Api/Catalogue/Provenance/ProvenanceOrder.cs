namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>How new statements fit into the order of the graph.</summary>
internal sealed record ProvenanceOrder
{
    /// <summary>Numbers of the held statements that are in a circle with a new one; empty without a circle.</summary>
    public required IReadOnlyCollection<long> Circle { get; init; }

    /// <summary>Ranks of things that have no row yet, by IRI; those that no step orders are left out.</summary>
    public required IReadOnlyDictionary<string, long> New { get; init; }

    /// <summary>New ranks of things that have a row, by number.</summary>
    public required IReadOnlyDictionary<long, long> Moved { get; init; }
}
