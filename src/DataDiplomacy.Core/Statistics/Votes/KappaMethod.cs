using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>Kappa as published.</summary>
internal sealed class KappaMethod : IPublishedMethod
{
    /// <summary>Below this number of cases the asymptotic standard error is rough.</summary>
    private const int FewBelow = 30;

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "kappa",
        Title = "Cohen's kappa, plain and weighted",
        Version = Kappa.Version,
        Summary = "Asks how far two raters, or two voters, agree beyond what their own habits would give by chance.",
        Formula = "p_ij = count/n; po = sum w_ij p_ij, pe = sum w_ij p_i. p_.j, kappa = (po - pe)/(1 - pe); plain: w = 1 on the diagonal, else 0; "
            + "linear: w = 1 - |i-j|/(k-1); squared: w = 1 - ((i-j)/(k-1))^2; ase^2 = {sum p_ij [w_ij - (w_i. + w_.j)(1 - kappa)]^2 - [kappa - pe (1 - kappa)]^2}/(n (1 - pe)^2), "
            + "w_i. = sum over j of w_ij p_.j, w_.j = sum over i of w_ij p_i.; interval kappa +- z ase",
        Source = "Cohen, J. (1960), A coefficient of agreement for nominal scales, Educ. Psychol. Meas. 20:37-46; "
            + "Cohen, J. (1968), Weighted kappa, Psychological Bulletin 70:213-220; "
            + "Fleiss, J. L., Cohen, J. and Everitt, B. S. (1969), Large sample standard errors of kappa and weighted kappa, Psychological Bulletin 72:323-327; agrees with R's vcd::Kappa",
        Limits = "Undefined without a case (insufficient_data) or where both chose one and the same category throughout (chance_agreement_one). "
            + "At most 100 categories. The interval is not cut at -1 and 1, and has no width with perfect agreement.",
        DoNotTrustWhen =
        [
            "nearly all cases fall into one category: kappa is low although po is high; publish po and the marginals as well",
            "kappas from different marginals are compared",
            "there are fewer than 30 cases: the standard error is asymptotic",
            "the categories have no order: read kappa, not weighted_kappa"
        ],
        Inputs = [new() { Name = "matrix", Meaning = "counts of cases: rows are the categories of the first rater, columns those of the second, in the same order", Shape = "k rows of k whole numbers of at least 0", Unit = "cases", MaxLength = Kappa.MaxCategories * Kappa.MaxCategories }],
        Parameters =
        [
            new() { Name = "weights", Meaning = "weights of weighted_kappa", Default = "linear", Range = "linear or squared" },
            new() { Name = "confidence", Meaning = "confidence of the interval of kappa", Default = 0.95, Range = "between 0 and 1, both excluded" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined, new("n", "number of cases"),
            new("po", "share of cases in the same category, 0 to 1"),
            new("kappa", "Cohen's kappa, at most 1, 0 = as by chance"),
            new("ase", "asymptotic standard error of kappa"),
            new("ci_low", "lower end of the interval of kappa"),
            new("ci_high", "upper end of the interval of kappa"),
            new("weighted_kappa", "weighted kappa, at most 1"),
            new("weighted_ase", "asymptotic standard error of weighted_kappa")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var matrix = WholeNumbers.Rows(json, "matrix", Kappa.MaxCategories * Kappa.MaxCategories);
        if (json.Error is null && matrix.Count > 0 && matrix[0].Count != matrix.Count)
            json.Refuse("inputs.matrix", $"has {matrix.Count} rows of {matrix[0].Count}; as many rows as columns are needed.");
        if (json.Error is null && matrix.Count > Kappa.MaxCategories)
            json.RefuseSize("inputs.matrix", $"has {matrix.Count} rows; at most {Kappa.MaxCategories} are accepted.");
        var weights = json.Settings.Choice("weights", "linear", "squared") == "linear" ? KappaWeights.Linear : KappaWeights.Squared;
        var confidence = json.Settings.Share("confidence", 0.95);
        if (json.Error is not null) return null;

        var result = Kappa.Of(matrix, weights, confidence);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        Warn(warnings, result);
        return new JsonObject
        {
            ["defined"] = true,
            ["n"] = result.N,
            ["po"] = result.Po,
            ["kappa"] = result.Kappa,
            ["ase"] = result.Ase,
            ["ci_low"] = result.CiLow,
            ["ci_high"] = result.CiHigh,
            ["weighted_kappa"] = result.WeightedKappa,
            ["weighted_ase"] = result.WeightedAse
        };
    }

    private static void Warn(List<string> warnings, KappaResult result)
    {
        if (result.N < FewBelow) warnings.Add($"Few cases: n={result.N}; the standard error is asymptotic and rough below {FewBelow}.");
        if (result is { Po: > 0.8, Kappa: < 0.4 })
            warnings.Add("The raters agree in most cases but kappa is low, because nearly all cases fall into one category: publish po and the marginals as well.");
        if (result.Po == 1) warnings.Add("The raters agree in every case: the interval has no width and is no certainty.");
    }
}
