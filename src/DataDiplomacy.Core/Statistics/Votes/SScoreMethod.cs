using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>SScore as published.</summary>
internal sealed class SScoreMethod : IPublishedMethod
{
    /// <summary>Fewer votes say little about two voters.</summary>
    private const int FewBelow = 10;

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "s_score",
        Title = "Vote similarity: Signorino-Ritter S, agreement share, kappa",
        Version = SScore.Version,
        Summary = "Asks how similarly two voted, with an abstention half way between yes and no. S is high by chance where most votes are consensual: read it beside kappa.",
        Formula = "over votes in which both took part: s = 1 - 2 sum w |a - b|/(d_max sum w); agreement = sum of w where a = b, over sum w; "
            + "kappa_linear = (po - pe)/(1 - pe) with weights 1 - |i-j|/d_max over d_max + 1 positions",
        Source = "Signorino, C. S. and Ritter, J. M. (1999), Tau-b or not tau-b: measuring the similarity of foreign policy positions, International Studies Quarterly 43:115-144; "
            + "Häge, F. M. (2011), Choice or circumstance? Adjusting measures of foreign policy similarity for chance agreement, Political Analysis 19:287-305 (kappa)",
        Limits = "An absence (null) is no position and drops the vote for the pair. Undefined without a common vote (insufficient_data) or where all weigh 0 (zero_weight). "
            + "kappa_linear is null where votes weigh differently or both voted one and the same way throughout.",
        DoNotTrustWhen =
        [
            "s is read as if 0 were chance: it is usually clearly above 0 for strangers",
            "most votes are consensual, or there are few",
            "absence is used as a way of voting"
        ],
        Inputs =
        [
            Positions("a", "positions of one voter"),
            Positions("b", "positions of the other voter in the same votes"),
            new() { Name = "weights", Meaning = "weight of each vote; left out, every vote weighs 1", Shape = "array of n numbers of at least 0", Unit = "none", MaxLength = SScore.MaxVotes, IsOptional = true }
        ],
        Parameters = [new() { Name = "d_max", Meaning = "largest distance between two positions; positions are 1 to d_max + 1", Default = 2, Range = "whole number from 1 to 10" }],
        Outputs =
        [
            StatisticalOutput.Defined, new("n_votes", "number of votes in which both took part"),
            new("s", "Signorino and Ritter's S, -1 to 1; not 0 by chance"),
            new("agreement", "weighted share of identical votes, 0 to 1"),
            new("kappa_linear", "kappa with linear weights, at most 1, 0 = as by chance; null where votes weigh differently or both voted one and the same way throughout")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var distance = json.Settings.Whole("d_max", 2, 1, SScore.MaxDistance);
        var a = WholeNumbers.Codes(json, "a", SScore.MaxVotes, distance + 1);
        var b = WholeNumbers.Codes(json, "b", SScore.MaxVotes, distance + 1);
        json.SameLength("a", a.Count, "b", b.Count);
        var weights = json.Has("weights") ? Weights(json, a.Count) : null;
        if (json.Error is not null) return null;

        var result = SScore.Of(a, b, weights, distance);
        if (a.Count > result.NVotes) warnings.Add($"{a.Count - result.NVotes} votes in which one was absent were dropped.");
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        Warn(warnings, result, weights);
        return new JsonObject
        {
            ["defined"] = true,
            ["n_votes"] = result.NVotes,
            ["s"] = result.S,
            ["agreement"] = result.Agreement,
            ["kappa_linear"] = result.KappaLinear
        };
    }

    private static IReadOnlyList<double> Weights(StatisticalJson json, int votes)
    {
        var weights = json.Complete("weights", SScore.MaxVotes);
        json.SameLength("a", votes, "weights", weights.Count);
        for (var i = 0; i < weights.Count; i++)
        {
            if (weights[i] < 0) json.Refuse($"inputs.weights[{i}]", FormattableString.Invariant($"is {weights[i]}; a number of at least 0 is needed."));
        }
        return weights;
    }

    private static void Warn(List<string> warnings, SScoreResult result, IReadOnlyList<double>? weights)
    {
        if (result.NVotes < FewBelow) warnings.Add($"Few votes: {result.NVotes}, fewer than the {FewBelow} that a published similarity should rest on.");
        if (result is { KappaLinear: null, Agreement: 1 } && weights is null)
            warnings.Add("Both voted one and the same way throughout: chance alone would agree fully, and s says nothing.");
        else if (result.KappaLinear is null)
            warnings.Add("There is no kappa beside s, because the votes weigh differently or show no variety: how much of s is chance is not known.");
        if (result is { S: > 0.5, KappaLinear: < 0.2 })
            warnings.Add("s is high but kappa is not: most of the similarity is what consensual votes give by chance.");
    }

    private static StatisticalInput Positions(string name, string meaning) => new()
    {
        Name = name,
        Meaning = meaning + ": 1 yes, 2 abstention, 3 no; null is absent and drops the vote",
        Shape = "array of n whole numbers from 1 to d_max + 1, or null",
        Unit = "position on an ordered scale",
        MaxLength = SScore.MaxVotes
    };
}
