using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>AgreementIndex as published.</summary>
internal sealed class AgreementIndexMethod : IPublishedMethod
{
    /// <summary>Fewer votes say little about a group.</summary>
    private const int FewBelow = 10;

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "agreement_index",
        Title = "Agreement index of Hix, Noury and Roland, and Rice index",
        Version = AgreementIndex.Version,
        Summary = "Asks how united a group votes, vote by vote and on average, with abstention as a position of its own.",
        Formula = "all = yes + no + abstain, most = max(yes, no, abstain); ai = (most - 0.5 (all - most))/all; rice = |yes - no|/(yes + no); mean_ai = mean of ai over votes, every vote counting alike",
        Source = "Hix, S., Noury, A. and Roland, G. (2005), Power to the parties: cohesion and competition in the European Parliament, 1979-2001, "
            + "British Journal of Political Science 35:209-234; Rice, S. A. (1928), Quantitative Methods in Politics, Knopf",
        Limits = "Absences are not counted. Null where nobody voted (ai) or nobody voted yes or no (rice). Undefined where nobody voted at all (insufficient_data).",
        DoNotTrustWhen =
        [
            "there are few votes, or nearly all are consensual",
            "the group is small: with two or three voters the index jumps",
            "absence is used as a way of voting"
        ],
        Inputs = [new() { Name = "yes_no_abstain", Meaning = "one row per vote: number in favour, against, abstaining; absences are left out", Shape = "array of rows of 3 whole numbers of at least 0", Unit = "votes", MaxLength = 3 * AgreementIndex.MaxVotes }],
        Parameters = [],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("ai", "agreement index by vote, 0 (split in three) to 1; null where nobody voted"),
            new("rice", "Rice index by vote, 0 to 1; null where nobody voted yes or no"),
            new("mean_ai", "mean of ai, 0 to 1"),
            new("votes_used", "number of votes in which anybody voted")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var rows = WholeNumbers.Rows(json, "yes_no_abstain", 3 * AgreementIndex.MaxVotes);
        if (json.Error is null && rows.Count > 0 && rows[0].Count != 3)
            json.Refuse("inputs.yes_no_abstain[0]", $"has {rows[0].Count} elements; 3 are needed: yes, no, abstain.");
        if (json.Error is not null) return null;

        var result = AgreementIndex.Of([.. rows.Select(row => new VoteCount(row[0], row[1], row[2]))]);
        if (rows.Count > result.VotesUsed) warnings.Add($"{rows.Count - result.VotesUsed} votes without a voter were left out of the mean.");
        if (result is not { Ai: { } agreement, Rice: { } rice }) return StatisticalAnswers.Undefined(result.Reason);
        if (result.VotesUsed < FewBelow) warnings.Add($"Few votes: {result.VotesUsed}, fewer than the {FewBelow} that a published cohesion should rest on.");
        return new JsonObject
        {
            ["defined"] = true,
            ["ai"] = StatisticalAnswers.Numbers(agreement),
            ["rice"] = StatisticalAnswers.Numbers(rice),
            ["mean_ai"] = result.MeanAi,
            ["votes_used"] = result.VotesUsed
        };
    }
}
