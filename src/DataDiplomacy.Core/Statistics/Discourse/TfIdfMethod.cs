using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Discourse;

/// <summary>TfIdf as published.</summary>
internal sealed class TfIdfMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "tf_idf",
        Title = "tf-idf (tidytext definition)",
        Version = TfIdf.Version,
        Summary = "Weighs how much a term marks out a document: high where the document uses it often and few other documents have it.",
        Formula = "tf = count/sum of the counts of the document; idf = ln(documents/documents with count > 0); tf_idf = tf idf. No smoothing, no normalisation",
        Source = "Spärck Jones, K. (1972), A statistical interpretation of term specificity and its application in retrieval, J. Documentation 28(1):11-21; "
            + "Silge, J. and Robinson, D. (2016), tidytext: text mining and analysis using tidy data principles in R, JOSS 1(3):37; agrees with tidytext::bind_tf_idf",
        Limits = "Undefined where no document has a term (insufficient_data). The figures of an empty document and of a term in no document are null. "
            + "Empty documents count among the documents of idf. At most 500000 cells. scikit-learn's figures differ: it smooths and normalises.",
        DoNotTrustWhen =
        [
            "the terms are not all words of the documents: tf is the share among the given terms only",
            "documents are in different languages, or were cut into words in different ways",
            "figures of different collections are compared: idf belongs to the collection, and its logarithm does not shrink with few documents",
            "the term is in all documents: its weight is 0 however unequally it is used; compare by log_odds_dirichlet instead"
        ],
        Inputs = [new() { Name = "counts", Meaning = "one row per document with the counts of the same terms", Shape = "array of rows of whole numbers, 0 to 10^12, all of one length", Unit = "counts", MaxLength = TfIdf.MaxCells }],
        Parameters = [],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("idf", "inverse document frequency of each term, 0 or more; null for a term in no document"),
            new("tf_idf", "weights, one row per document with one figure per term, 0 or more; null in an empty document and for a term in no document")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var counts = CountTable.Read(json, "counts", TfIdf.MaxCells);
        if (json.Error is not null) return null;

        var result = TfIdf.Weigh(counts);
        if (!result.Defined || result.Idf is not { } idf || result.Weights is not { } weights) return StatisticalAnswers.Undefined(result.Reason);
        AddWarnings(warnings, counts, idf);
        return new JsonObject
        {
            ["defined"] = true,
            ["idf"] = StatisticalAnswers.Numbers(idf),
            ["tf_idf"] = StatisticalAnswers.Table(weights)
        };
    }

    private static void AddWarnings(List<string> warnings, IReadOnlyList<IReadOnlyList<long>> counts, IReadOnlyList<double?> idf)
    {
        var empty = counts.Count(row => row.All(count => count == 0));
        if (empty > 0) warnings.Add($"{empty} documents are empty; they count among the documents of idf.");
        var unused = idf.Count(figure => figure is null);
        if (unused > 0) warnings.Add($"{unused} terms are in no document.");
        if (counts.Count == 1) warnings.Add("With one document all weights are 0.");
    }
}
