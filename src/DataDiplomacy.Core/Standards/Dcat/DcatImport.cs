namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>What was read from the catalogues of others.</summary>
public sealed record DcatImport
{
    /// <summary>The catalogues in the order of the graph, and at the end a frame without IRI around the entries that no catalogue names, when there are any.</summary>
    public required IReadOnlyList<Catalog> Catalogs { get; init; }

    /// <summary>The properties with statements that have no place in the catalogues, by IRI; empty when everything was kept.</summary>
    public required IReadOnlyList<UnkeptProperty> NotKept { get; init; }

    /// <summary>
    /// The same for what hangs on a data set, by data set (the instance, not an equal one); what hangs on several is told at the first of them. What
    /// is told of no data set, such as of catalogues, is in <see cref="NotKept"/> alone.
    /// </summary>
    public required IReadOnlyDictionary<CatalogDataset, IReadOnlyList<UnkeptProperty>> NotKeptOf { get; init; }
}

/// <summary>A property with statements that were not kept.</summary>
/// <param name="Predicate">IRI of the property.</param>
/// <param name="Count">How many statements.</param>
public sealed record UnkeptProperty(string Predicate, int Count);
