using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics;

/// <summary>MultipleTesting as published.</summary>
internal sealed class MultipleTestingMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "multiple_testing",
        Title = "Benjamini-Hochberg and relatives",
        Version = MultipleTesting.Version,
        Summary = "Adjusts p-values for having made many tests. The family is all tests made, not those shown.",
        Formula = "sorted p, m not missing: bh_(i) = min over j>=i of min(1, m p_(j)/j); by = bh with m times sum 1/i; "
            + "holm_(i) = max over j<=i of min(1, (m-j+1) p_(j)); bonferroni = min(1, m p)",
        Source = "Benjamini, Y. and Hochberg, Y. (1995), JRSS B 57:289-300; Benjamini, Y. and Yekutieli, D. (2001), Ann. Statist. 29:1165-1188; "
            + "Holm, S. (1979), Scand. J. Statist. 6:65-70; agrees with R's stats::p.adjust",
        Limits = "Missing p-values stay null and do not count in m.",
        DoNotTrustWhen =
        [
            "the family was chosen after looking at the results",
            "the tests depend on each other in an arbitrary way: use by instead of bh"
        ],
        Inputs = [new() { Name = "p_values", Meaning = "p-values of all tests made; null is missing", Shape = "array of m numbers or null", Unit = "probability, 0 to 1", MaxLength = MultipleTesting.MaxPoints }],
        Parameters = [],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("bh", "Benjamini-Hochberg q, 0 to 1, in the order of the input"),
            new("by", "Benjamini-Yekutieli q, 0 to 1"),
            new("holm", "Holm's adjusted p, 0 to 1"),
            new("bonferroni", "Bonferroni's adjusted p, 0 to 1")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var pValues = json.Numbers("p_values", MultipleTesting.MaxPoints);
        for (var i = 0; i < pValues.Count; i++)
        {
            if (pValues[i] is < 0 or > 1)
                json.Refuse($"inputs.p_values[{i}]", FormattableString.Invariant($"is {pValues[i]}; a probability between 0 and 1 is needed."));
        }
        if (json.Error is not null) return null;

        var result = MultipleTesting.Adjust(pValues);
        StatisticalWarnings.Add(warnings, pValues);
        return new JsonObject
        {
            ["defined"] = true,
            ["bh"] = StatisticalAnswers.Numbers(result.Bh),
            ["by"] = StatisticalAnswers.Numbers(result.By),
            ["holm"] = StatisticalAnswers.Numbers(result.Holm),
            ["bonferroni"] = StatisticalAnswers.Numbers(result.Bonferroni)
        };
    }
}
