using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Trade;

/// <summary>Concentration as published.</summary>
internal sealed class ConcentrationMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "concentration",
        Title = "Concentration: HHI, entropy, effective numbers, Gini, top shares",
        Version = Concentration.Version,
        Summary = "Asks how unequally a total is spread over categories, such as trade over partners: from equal shares to all in one hand.",
        Formula = "s = value/sum; hhi = sum s^2; hhi_normalised = (hhi - 1/n)/(1 - 1/n); shannon = -sum s ln s; shannon_normalised = shannon/ln n; "
            + "effective_shannon = exp(shannon); effective_hhi = 1/hhi; gini = sum (2i-n-1) s_(i)/n, s_(i) ascending; top_share[k] = sum of the k largest shares, k = 1 to 3",
        Source = "Herfindahl, O. C. (1950), Concentration in the steel industry, PhD thesis, Columbia University; "
            + "Hirschman, A. O. (1964), The paternity of an index, Am. Econ. Review 54:761-762; "
            + "Shannon, C. E. (1948), A mathematical theory of communication, Bell System Technical Journal 27:379-423; "
            + "Hill, M. O. (1973), Diversity and evenness: a unifying notation and its consequences, Ecology 54:427-432 (effective numbers); "
            + "Gini, C. (1912), Variabilità e mutabilità, Bologna",
        Limits = "n counts the categories given, those with 0 included: hhi_normalised, shannon_normalised and gini depend on which are given. "
            + "Null among the values is refused: it is not 0. Undefined without a category (insufficient_data), with a value below 0 (negative) or where all are 0 (zero_total). "
            + "hhi is 0 to 1; times 10,000 it is on the scale of antitrust authorities.",
        DoNotTrustWhen =
        [
            "results with a different number or cut of categories are compared",
            "a rest category such as 'other' holds many small ones",
            "values are missing for some categories"
        ],
        Inputs = [new() { Name = "values", Meaning = "amounts, one per category; 0 is allowed, and null is refused because it is not 0", Shape = "array of n numbers", Unit = "any, the same throughout", MaxLength = Concentration.MaxPoints }],
        Parameters = [],
        Outputs =
        [
            StatisticalOutput.Defined, new("n", "number of categories given, those with 0 included"),
            new("hhi", "Herfindahl-Hirschman index, 1/n to 1"),
            new("hhi_normalised", "index from 0 (equal shares) to 1; null with one category"),
            new("shannon", "entropy in nats, 0 to ln n"),
            new("shannon_normalised", "entropy over ln n, 0 to 1 (equal shares); null with one category"),
            new("effective_shannon", "number of equal categories with this entropy, 1 to n"),
            new("effective_hhi", "number of equal categories with this hhi, 1 to n"),
            new("gini", "Gini coefficient without small-sample correction, 0 (equal shares) to (n-1)/n"),
            new("top_share", "share of the largest, two largest and three largest categories, 0 to 1")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var values = json.Complete("values", Concentration.MaxPoints);
        if (json.Error is not null) return null;

        var result = Concentration.Of(values);
        if (result.TopShare is not { } topShare) return StatisticalAnswers.Undefined(result.Reason);
        if (result.N < 5) warnings.Add($"Few categories: n={result.N}; the figures hang on how they were cut.");
        return new JsonObject
        {
            ["defined"] = true,
            ["n"] = result.N,
            ["hhi"] = result.Hhi,
            ["hhi_normalised"] = result.HhiNormalised,
            ["shannon"] = result.Shannon,
            ["shannon_normalised"] = result.ShannonNormalised,
            ["effective_shannon"] = result.EffectiveShannon,
            ["effective_hhi"] = result.EffectiveHhi,
            ["gini"] = result.Gini,
            ["top_share"] = StatisticalAnswers.Numbers(topShare)
        };
    }
}
