namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>An asset or a party, or a collection of them (ODRL Information Model 2.2, sections 2.2 and 2.3, 2018).</summary>
public sealed record OdrlReference
{
    /// <summary>The asset, party or collection; null for a collection known by its source only.</summary>
    public string? Uid { get; init; }

    /// <summary>The type, such as AssetCollection or PartyCollection; null if not said.</summary>
    public string? Type { get; init; }

    /// <summary>The collection which is meant, in part if there are refinements; null if not said.</summary>
    public string? Source { get; init; }

    /// <summary>Which elements of the collection are meant; all of them must be satisfied.</summary>
    public IReadOnlyList<OdrlConstraint> Refinements { get; init; } = [];

    /// <summary>All else that is said: property to canonical JSON. It takes part in the hash, not in the evaluation.</summary>
    public IReadOnlyDictionary<string, string> Other { get; init; } = new Dictionary<string, string>();
}
