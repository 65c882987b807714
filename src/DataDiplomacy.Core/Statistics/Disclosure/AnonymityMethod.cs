using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>Anonymity as published.</summary>
internal sealed class AnonymityMethod : IPublishedMethod
{
    private const int DefaultK = 5;

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "anonymity",
        Title = "k-anonymity, distinct and entropy l-diversity",
        Version = Anonymity.Version,
        Summary = "Tells how many rows about people share the attributes by which they could be found, and how varied the sensitive attribute is among them.",
        Formula = "class = rows with the same quasi-identifiers; k = size of the smallest class; l_distinct = smallest number of different sensitive values "
            + "in a class; l_entropy = exp(min over classes of -sum p ln p), p = share of a sensitive value in the class; unique_rows = rows in classes "
            + "of size 1; at_risk_share = rows in classes smaller than k_required / rows",
        Source = "Sweeney, L. (2002), k-anonymity: a model for protecting privacy, Int. J. Uncertainty, Fuzziness and Knowledge-Based Systems 10(5):557-570; "
            + "Machanavajjhala, A., Kifer, D., Gehrke, J. and Venkitasubramaniam, M. (2007), l-diversity: privacy beyond k-anonymity, ACM TKDD 1(1), article 3",
        Limits = "Undefined without a row (insufficient_data). A missing quasi-identifier or sensitive code is a value of its own. "
            + "Codes are compared exactly. At most 100000 rows.",
        DoNotTrustWhen =
        [
            "it is taken for privacy: k-anonymity alone does not hide what all rows of a class have in common (l_distinct = 1)",
            "the attacker knows an attribute that was not counted as quasi-identifier, or other tables about the same people are out",
            "sensitive values are different but alike, such as two cancers: l-diversity counts them as two",
            "rows are a sample: uniqueness in the sample is not uniqueness in the population",
            "one person has several rows: classes then look larger than they are"
        ],
        Inputs =
        [
            new() { Name = "quasi", Meaning = "one row per person with the codes of the quasi-identifiers; null is missing and a value of its own", Shape = "array of n rows of m numbers or null, m at least 1", Unit = "codes", MaxLength = Anonymity.MaxCells },
            new() { Name = "sensitive", Meaning = "code of the sensitive attribute of each row; null is missing and a value of its own", Shape = "array of n numbers or null", Unit = "codes", MaxLength = Anonymity.MaxRows }
        ],
        Parameters = [new() { Name = "k_required", Meaning = "rows in classes smaller than this are at risk", Default = DefaultK, Range = "whole number, 1 to 1000000" }],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("classes", "number of classes of rows that share all quasi-identifiers"),
            new("k", "size of the smallest class"),
            new("l_distinct", "smallest number of different sensitive values in a class; 1 means that membership alone tells the value"),
            new("l_entropy", "exp of the smallest entropy of a class in nats, 1 to l_distinct"),
            new("unique_rows", "rows that are alone in their class"),
            new("at_risk_share", "share of rows in classes smaller than k_required, 0 to 1")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var quasi = json.Table("quasi", Anonymity.MaxCells);
        var sensitive = json.Numbers("sensitive", Anonymity.MaxRows);
        json.SameLength("sensitive", sensitive.Count, "quasi", quasi.Count);
        if (quasi.Count > 0 && quasi[0].Count == 0) json.Refuse("inputs.quasi[0]", "is empty; at least one quasi-identifier is needed.");
        var kRequired = json.Settings.Whole("k_required", DefaultK, 1, 1_000_000);
        if (json.Error is not null) return null;

        var result = Anonymity.Measure(quasi, sensitive, kRequired);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        AddWarnings(warnings, result, quasi, sensitive);
        return new JsonObject
        {
            ["defined"] = true,
            ["classes"] = result.Classes,
            ["k"] = result.K,
            ["l_distinct"] = result.LDistinct,
            ["l_entropy"] = result.LEntropy,
            ["unique_rows"] = result.UniqueRows,
            ["at_risk_share"] = result.AtRiskShare
        };
    }

    private static void AddWarnings(
        List<string> warnings, AnonymityResult result, IReadOnlyList<IReadOnlyList<double?>> quasi, IReadOnlyList<double?> sensitive)
    {
        if (result.UniqueRows > 0) warnings.Add($"{result.UniqueRows} rows are unique: whoever knows the quasi-identifiers finds the person.");
        if (result.LDistinct == 1) warnings.Add("In at least one class all rows have one sensitive value: it is disclosed without finding the row.");
        if (quasi.Any(row => row.Any(code => code is null)))
            warnings.Add("Missing quasi-identifiers count as a value of their own; someone who knows the value may match these rows to other classes.");
        if (sensitive.Any(code => code is null)) warnings.Add("Missing sensitive codes count as a value of their own and may make a class look varied.");
    }
}
