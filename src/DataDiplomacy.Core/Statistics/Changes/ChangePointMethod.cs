using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>ChangePoint as published.</summary>
internal sealed class ChangePointMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "changepoint",
        Title = "Multiple change points in the mean: exact optimal partitioning (PELT gives the same optimum)",
        Version = ChangePoint.Version,
        Summary = "Looks for places where the mean of a series changes: the best ones for each number of changes, how many by BIC, and how many under a penalty. They are candidates.",
        Formula = "cost of a segment = sum of (x - its mean)^2; rss_m = smallest sum of costs with m changes and segments of at least min_size values; "
            + "bic_m = n (ln rss_m + 1 - ln n + ln 2 pi) + 2 (m + 1) ln n, m = 0 to min(5, max(1, ceiling(n/min_size) - 2)); pelt_changes minimise rss_m + penalty m over all m; "
            + "penalty = penalty_factor sigma2 ln n where not given; sigma2 = (1.4826 median |d - median d|/sqrt 2)^2, d = differences between neighbours",
        Source = "Bai, J. and Perron, P. (2003), Computation and analysis of multiple structural change models, Journal of Applied Econometrics 18:1-22; "
            + "Killick, R., Fearnhead, P. and Eckley, I. A. (2012), Optimal detection of changepoints with a linear computational cost, JASA 107:1590-1598; "
            + "agrees with breakpoints of R's package strucchange and cpt.mean(method = 'PELT') of changepoint",
        Limits = "Undefined with fewer than 2 min_size values (insufficient_data) or equal values throughout (constant). At most 5,000 values. Missing values are dropped, and positions refer to what "
            + "is left. Where sigma2 is 0, up to rounding, a penalty must be given: penalty_used and the pelt fields and segment_means are null otherwise. bic is null where a partition leaves only rounding, "
            + "and the one with the fewest changes that does so is chosen.",
        DoNotTrustWhen =
        [
            "neighbouring values are correlated: both criteria find too many changes",
            "there is a season or a trend: take them out first",
            "a change is near an end, or a segment is hardly longer than min_size",
            "the changes are read as tested: they are candidates, without p"
        ],
        Inputs = [new() { Name = "values", Meaning = "values in the order of time; null is missing and dropped", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = ChangePoint.MaxPoints }],
        Parameters =
        [
            new() { Name = "min_size", Meaning = "fewest values of a segment", Default = 5, Range = "whole number from 1 to 2500" },
            new() { Name = "penalty_factor", Meaning = "penalty for each change in units of sigma2 ln n; not used where penalty is given", Default = 3, Range = "0 to 1000000" },
            new() { Name = "penalty", Meaning = "penalty for each change, squared unit of the values; absent: from penalty_factor", Default = null, Range = "0 or more" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined, StatisticalOutput.Used,
            new("rss_0", "sum of squared deviations from the mean without a change"),
            new("optimal_by_m", "for m = 1, 2, …: m, changes (positions from 1 of the last value of each segment but the last) and rss of the best partition"),
            new("bic", "Bayesian information criterion for m = 0, 1, …; null where only rounding is left"),
            new("bic_changes", "changes of the partition with the smallest bic"),
            new("sigma2", "variance of the noise from differences between neighbours, squared unit of the values"),
            new("penalty_used", "penalty for each change; null where there is none to use"),
            new("pelt_changes", "changes of the penalised optimum; null without a penalty"),
            new("pelt_objective", "sum of squares and penalties of the penalised optimum; null without a penalty"),
            new("segment_means", "means of the segments of the penalised optimum, unit of the values; null without a penalty")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var values = json.Numbers("values", ChangePoint.MaxPoints);
        var settings = new ChangePointSettings
        {
            MinSize = json.Settings.Whole("min_size", 5, 1, ChangePoint.MaxPoints / 2),
            PenaltyFactor = json.Settings.Number("penalty_factor", 3, 0, 1e6),
            Penalty = json.Settings.OptionalNumber("penalty", 0)
        };
        if (json.Error is not null) return null;

        var result = ChangePoint.Find(values, settings);
        StatisticalWarnings.AddDropped(warnings, values.Count - result.N);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        Warn(warnings, result, FiniteValues.Present(values, nameof(values)));
        return Answer(result);
    }

    private static JsonObject Answer(ChangePointResult result) => new()
    {
        ["defined"] = true,
        ["n"] = result.N,
        ["rss_0"] = result.Rss0,
        ["optimal_by_m"] = StatisticalAnswers.Array(result.OptimalByM ?? [], partition => new JsonObject
        {
            ["m"] = partition.M,
            ["changes"] = StatisticalAnswers.Wholes(partition.Changes),
            ["rss"] = partition.Rss
        }),
        ["bic"] = StatisticalAnswers.Numbers(result.Bic ?? []),
        ["bic_changes"] = StatisticalAnswers.Wholes(result.BicChanges ?? []),
        ["sigma2"] = result.Sigma2,
        ["penalty_used"] = result.PenaltyUsed,
        ["pelt_changes"] = result.PeltChanges is { } changes ? StatisticalAnswers.Wholes(changes) : null,
        ["pelt_objective"] = result.PeltObjective,
        ["segment_means"] = result.SegmentMeans is { } means ? StatisticalAnswers.Numbers(means) : null
    };

    private static void Warn(List<string> warnings, ChangePointResult result, double[] sample)
    {
        if (result.Bic is { } bic && bic.Contains(null)) warnings.Add("A partition leaves nothing but rounding: its bic is null.");
        if (result.PeltChanges is not { } changes)
        {
            warnings.Add("The differences between neighbours have no spread, so there is no penalty to go by: give the parameter penalty.");
            LevelShiftWarnings.AddCorrelation(warnings, sample, result.BicChanges ?? []);
            return;
        }
        if (!changes.SequenceEqual(result.BicChanges ?? []))
            warnings.Add("BIC and the penalty choose different changes: none of them is certain.");
        LevelShiftWarnings.AddCorrelation(warnings, sample, changes);
    }
}
