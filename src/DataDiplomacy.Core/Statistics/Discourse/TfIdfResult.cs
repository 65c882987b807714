namespace DataDiplomacy.Core.Statistics.Discourse;

/// <summary>Terms of documents weighed. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record TfIdfResult
{
    /// <summary>Whether a document has a term.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there are no figures: <c>insufficient_data</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Inverse document frequency of each term, 0 or more: 0 for a term in all documents, null for a term in none.</summary>
    public IReadOnlyList<double?>? Idf { get; init; }

    /// <summary>tf-idf, one row per document with one figure per term, 0 or more; null in an empty document and for a term in no document.</summary>
    public IReadOnlyList<IReadOnlyList<double?>>? Weights { get; init; }
}
