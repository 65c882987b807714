using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Discourse;

/// <summary>Bursts as published.</summary>
internal sealed class BurstsMethod : IPublishedMethod
{
    private const double DefaultRatio = 2;
    private const double DefaultGamma = 1;

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "bursts",
        Title = "Two-state burst detection (Kleinberg 2002, batched)",
        Version = Bursts.Version,
        Summary = "Finds runs of batches, such as weeks, in which a topic takes up clearly more of the documents than usual.",
        Formula = "p0 = sum r/sum d, p1 = min(s p0, 0.9999); cost of state i in batch t: -[ln C(d,r) + r ln p_i + (d-r) ln(1-p_i)]; going up costs gamma ln n, "
            + "down 0, and the sequence starts in state 0 before the first batch; states = cheapest sequence (Viterbi), the lower state of equally cheap ones; "
            + "bursts = runs of state 1 with weight = sum of cost in state 0 minus cost in state 1",
        Source = "Kleinberg, J. (2002), Bursty and hierarchical structure in streams, ACM KDD:91-101; "
            + "Kleinberg, J. (2003), the same title, Data Mining and Knowledge Discovery 7:373-397",
        Limits = "Undefined without a batch (insufficient_data), without a document on the topic (no_relevant), and where p1 is not above p0 (no_room_above). "
            + "Each batch needs at least one document: join or leave out empty ones. total_cost of batches beyond 10^7 documents is exact to about 6 digits.",
        DoNotTrustWhen =
        [
            "the collection changed: more sources on one topic look like a burst of it",
            "the usual share rises or falls over the years: the later part becomes one long burst",
            "documents copy each other, as agency reports do: the cost counts them as independent",
            "many topics are scanned: some burst by chance; weight ranks and is no test",
            "s and gamma were chosen after looking at the bursts"
        ],
        Inputs =
        [
            new() { Name = "relevant", Meaning = "documents on the topic in each batch, in the order of time", Shape = "array of n whole numbers, 0 to the total of the batch", Unit = "documents", MaxLength = Bursts.MaxPoints },
            new() { Name = "total", Meaning = "all documents in each batch", Shape = "array of n whole numbers, 1 to 10^9", Unit = "documents", MaxLength = Bursts.MaxPoints }
        ],
        Parameters =
        [
            new() { Name = "s", Meaning = "raised share over usual share", Default = DefaultRatio, Range = "above 1, to 10^6" },
            new() { Name = "gamma", Meaning = "price of entering a burst in units of ln n; higher finds fewer bursts", Default = DefaultGamma, Range = "0 to 10^6" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("p0", "usual share of documents on the topic, 0 to 1"),
            new("p1", "raised share, at most 0.9999"),
            new("total_cost", "cost of the cheapest sequence of states, nats"),
            new("states", "state of each batch: 0 usual, 1 raised"),
            new("bursts", "runs of state 1: start and end batch, counted from 1, and weight in nats; empty where there is none")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var relevant = json.Wholes("relevant", Bursts.MaxPoints, 0, Bursts.LargestTotal);
        var total = json.Wholes("total", Bursts.MaxPoints, 1, Bursts.LargestTotal);
        json.SameLength("relevant", relevant.Count, "total", total.Count);
        for (var t = 0; t < total.Count && json.Error is null; t++)
        {
            if (relevant[t] > total[t]) json.Refuse($"inputs.relevant[{t}]", $"is {relevant[t]}; at most the total of the batch, {total[t]}, is needed.");
        }
        var ratio = json.Settings.Number("s", DefaultRatio, 1, 1_000_000);
        // Exactly 1 is meant: the two states would be one.
        if (ratio == 1) json.Refuse("parameters.s", "is 1; a number above 1 is needed.");
        var gamma = json.Settings.Number("gamma", DefaultGamma, 0, 1_000_000);
        if (json.Error is not null) return null;

        var result = Bursts.Find(relevant, total, ratio, gamma);
        if (!result.Defined || result.States is not { } states || result.Runs is not { } runs) return StatisticalAnswers.Undefined(result.Reason);
        AddWarnings(warnings, result, ratio, states);
        return new JsonObject
        {
            ["defined"] = true,
            ["p0"] = result.P0,
            ["p1"] = result.P1,
            ["total_cost"] = result.TotalCost,
            ["states"] = StatisticalAnswers.Wholes(states),
            ["bursts"] = StatisticalAnswers.Array(runs, Write)
        };
    }

    private static JsonNode Write(Burst burst) => new JsonObject
    {
        ["start"] = burst.Start,
        ["end"] = burst.End,
        ["weight"] = StatisticalAnswers.Number(burst.Weight)
    };

    private static void AddWarnings(List<string> warnings, BurstsResult result, double ratio, IReadOnlyList<int> states)
    {
        StatisticalWarnings.AddShort(warnings, states.Count);
        if (ratio * result.P0 > result.P1) warnings.Add("The raised share was cut to 0.9999: the topic is too common for this s.");
        if (states.Count(state => state == 1) * 2 > states.Count)
            warnings.Add("More than half of the batches are in a burst: the usual share may have changed for good.");
    }
}
