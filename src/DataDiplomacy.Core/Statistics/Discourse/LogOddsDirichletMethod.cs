using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Discourse;

/// <summary>LogOddsDirichlet as published.</summary>
internal sealed class LogOddsDirichletMethod : IPublishedMethod
{
    private const string Informative = "informative";
    private const string Uniform = "uniform";

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "log_odds_dirichlet",
        Title = "Weighted log-odds ratio with informative Dirichlet prior",
        Version = LogOddsDirichlet.Version,
        Summary = "Ranks words by how much more one corpus uses them than another, without favouring very rare or very common words.",
        Formula = "delta_w = ln((y_iw + a_w)/(n_i + a_0 - y_iw - a_w)) - ln((y_jw + a_w)/(n_j + a_0 - y_jw - a_w)); "
            + "variance = 1/(y_iw + a_w) + 1/(y_jw + a_w); z = delta/sqrt(variance); n = sum of y, a_0 = sum of a_w; "
            + "uniform: a_w = prior_value; informative: a_w = prior_value (y_iw + y_jw)/(n_i + n_j)",
        Source = "Monroe, B. L., Colaresi, M. P. and Quinn, K. M. (2008), Fightin' Words: lexical feature selection and evaluation for identifying "
            + "the content of political conflict, Political Analysis 16(4):372-403",
        Limits = "Undefined without a word in either corpus (insufficient_data). Under the informative prior the figures of a word in neither corpus are null. "
            + "In a vocabulary with one word delta and z are null.",
        DoNotTrustWhen =
        [
            "one author or document makes up most of a corpus: the words are then theirs",
            "the corpora are in different languages, or were cut into words in different ways",
            "z is read as a test: the words are picked after looking, and words come in bursts, which the variance does not know",
            "the vocabulary was cut to chosen words: the odds are among these words only",
            "the ranking turns with prior_value: publish it beside the figures"
        ],
        Inputs =
        [
            new() { Name = "words", Meaning = "the words, to check that the vocabulary is one; may be left out", Shape = "array of n different texts", Unit = "words", MaxLength = LogOddsDirichlet.MaxPoints, IsOptional = true },
            new() { Name = "counts_i", Meaning = "counts of the words in the first corpus", Shape = "array of n whole numbers, 0 to 10^12", Unit = "counts", MaxLength = LogOddsDirichlet.MaxPoints },
            new() { Name = "counts_j", Meaning = "counts of the same words in the same order in the second corpus", Shape = "array of n whole numbers, 0 to 10^12", Unit = "counts", MaxLength = LogOddsDirichlet.MaxPoints }
        ],
        Parameters =
        [
            new() { Name = "prior", Meaning = "informative spreads the prior as the words of both corpora together are spread; uniform gives each word the same", Default = Informative, Range = "informative or uniform" },
            new() { Name = "prior_value", Meaning = "strength of the prior in counts, of all words together where informative, of each word where uniform; it must be given", Default = null, Range = "10^-9 to 10^12" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("delta", "log-odds ratio of each word, above 0 where the first corpus uses it more; null for a word in neither corpus under the informative prior"),
            new("variance", "approximate variance of delta; null for a word in neither corpus under the informative prior"),
            new("z", "delta in standard deviations; null as delta")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var countsI = json.Wholes("counts_i", LogOddsDirichlet.MaxPoints, 0, CountTable.Largest);
        var countsJ = json.Wholes("counts_j", LogOddsDirichlet.MaxPoints, 0, CountTable.Largest);
        json.SameLength("counts_i", countsI.Count, "counts_j", countsJ.Count);
        if (json.Has("words")) CheckWords(json, countsI.Count);
        var prior = json.Settings.Choice("prior", Informative, Uniform) == Uniform ? LogOddsPrior.Uniform : LogOddsPrior.Informative;
        var priorValue = json.Settings.NeededNumber("prior_value", LogOddsDirichlet.LeastPrior, LogOddsDirichlet.MostPrior);
        if (json.Error is not null) return null;

        var result = LogOddsDirichlet.Compare(countsI, countsJ, prior, priorValue);
        if (!result.Defined || result.Delta is not { } delta || result.Variance is not { } variance || result.Z is not { } z)
            return StatisticalAnswers.Undefined(result.Reason);
        AddWarnings(warnings, countsI, countsJ);
        return new JsonObject
        {
            ["defined"] = true,
            ["delta"] = StatisticalAnswers.Numbers(delta),
            ["variance"] = StatisticalAnswers.Numbers(variance),
            ["z"] = StatisticalAnswers.Numbers(z)
        };
    }

    private static void CheckWords(StatisticalJson json, int count)
    {
        var words = json.Texts("words", LogOddsDirichlet.MaxPoints);
        json.SameLength("words", words.Count, "counts_i", count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (!seen.Add(words[i])) json.Refuse($"inputs.words[{i}]", "is there twice; each word is needed once, with the sum of its counts.");
        }
    }

    private static void AddWarnings(List<string> warnings, IReadOnlyList<long> countsI, IReadOnlyList<long> countsJ)
    {
        var absent = countsI.Zip(countsJ).Count(pair => pair is (0, 0));
        if (absent > 0) warnings.Add($"{absent} words are in neither corpus.");
        var oneSided = countsI.Zip(countsJ).Count(pair => pair.First == 0 != (pair.Second == 0));
        if (oneSided > 0) warnings.Add($"{oneSided} words are in one corpus only; their figures hang on the prior.");
        var (small, large) = (Math.Min(countsI.Sum(), countsJ.Sum()), Math.Max(countsI.Sum(), countsJ.Sum()));
        if (small == 0) warnings.Add("One corpus is empty: the figures compare the other with the prior.");
        else if (large / small >= 10) warnings.Add("One corpus is ten times as large as the other or more; an informative prior is then almost the larger corpus.");
        if (countsI.Count == 1) warnings.Add("There is one word only, and so no odds.");
    }
}
