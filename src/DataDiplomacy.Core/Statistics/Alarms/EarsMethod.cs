using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Ears as published.</summary>
internal sealed class EarsMethod : IPublishedMethod
{
    private const double LowMean = 5;

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "ears",
        Title = "EARS C1, C2 and C3",
        Version = Ears.Version,
        Summary = "Says at which points a count lies far above the counts just before it; needs no history of years. A ranking for a human to look at.",
        Formula = "C1: mean and sample standard deviation s of the B counts t-B..t-1; C2: of t-B-2..t-3; s' = max(s, min_sigma); "
            + "statistic = (x_t - mean)/s', null where s' = 0; upper = mean + z(1-alpha) s'; alarm: x_t > upper; "
            + "C3 = sum over t-2..t of max(0, C2 - 1), from point B+5 on; alarm: C3 > c3_threshold",
        Source = "Hutwagner, L., Thompson, W., Seeman, G. M., Treadwell, T. (2003), The bioterrorism preparedness and response Early Aberration "
            + "Reporting System (EARS), Journal of Urban Health 80(2, suppl. 1):i89-i96; C1 and C2 agree with surveillance::earsC, "
            + "whose C3 leaves out the count of the day",
        Limits = "Undefined where no point has a complete baseline (insufficient_data) or every limit is beyond the range of doubles (out_of_range). Only increases alarm. A single figure beyond that range is null.",
        DoNotTrustWhen =
        [
            "daily counts follow the days of the week",
            "the mean is below 5: the limit is then set by min_sigma",
            "many series are watched: alpha = 0.001 in 500 weekly series gives 26 false alarms a year",
            "counts rise slowly: the baseline of C1 rises with them"
        ],
        Inputs = [new() { Name = "counts", Meaning = "counts at equal steps, oldest first; null is missing, and no baseline with it gives a limit", Shape = "array of n numbers or null", Unit = "number of events per step", MaxLength = Ears.MaxPoints }],
        Parameters =
        [
            new() { Name = "baseline", Meaning = "number B of points in the baseline", Default = 7, Range = $"whole number from 2 to {Ears.MaxBaseline}" },
            new() { Name = "alpha", Meaning = "chance of a C1 or C2 alarm per point if counts were normal", Default = 0.001, Range = "between 0 and 1, both excluded; 0.00135 is the 3 standard deviations of the CDC" },
            new() { Name = "min_sigma", Meaning = "least standard deviation", Default = 0.5, Range = "0 or more" },
            new() { Name = "c3_threshold", Meaning = "C3 above this is an alarm", Default = 2, Range = "0 or more" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("c1_upper", "upper limit of C1 per point; null where the baseline is incomplete"),
            new("c1_statistic", "standard deviations above the mean of the baseline per point; null without baseline or spread"),
            new("c1_alarm", "whether the count lies above the limit per point; null where either is missing"),
            new("c2_upper", "as c1_upper, with two points between baseline and point"),
            new("c2_statistic", "as c1_statistic, with two points between baseline and point"),
            new("c2_alarm", "as c1_alarm, with two points between baseline and point"),
            new("c3", "sum of max(0, C2 - 1) over three points, 0 or more; null where one C2 is missing"),
            new("c3_alarm", "whether C3 lies above its threshold per point; null where C3 is")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var counts = json.Numbers("counts", Ears.MaxPoints);
        var settings = new EarsSettings
        {
            Baseline = json.Settings.Whole("baseline", 7, 2, Ears.MaxBaseline),
            Alpha = json.Settings.Share("alpha", 0.001),
            MinSigma = json.Settings.Number("min_sigma", 0.5, 0),
            C3Threshold = json.Settings.Number("c3_threshold", 2, 0)
        };
        if (json.Error is not null) return null;

        var result = Ears.Watch(counts, settings);
        Warn(warnings, counts);
        if (result is not { C1: { } c1, C2: { } c2, C3: { } c3, C3Alarm: { } c3Alarm }) return StatisticalAnswers.Undefined(result.Reason);
        return new JsonObject
        {
            ["defined"] = true,
            ["c1_upper"] = StatisticalAnswers.Numbers(c1.Upper),
            ["c1_statistic"] = StatisticalAnswers.Numbers(c1.Statistic),
            ["c1_alarm"] = StatisticalAnswers.Flags(c1.Alarm),
            ["c2_upper"] = StatisticalAnswers.Numbers(c2.Upper),
            ["c2_statistic"] = StatisticalAnswers.Numbers(c2.Statistic),
            ["c2_alarm"] = StatisticalAnswers.Flags(c2.Alarm),
            ["c3"] = StatisticalAnswers.Numbers(c3),
            ["c3_alarm"] = StatisticalAnswers.Flags(c3Alarm)
        };
    }

    private static void Warn(List<string> warnings, IReadOnlyList<double?> counts)
    {
        var missing = counts.Count(count => count is null);
        if (missing > 0) warnings.Add($"{missing} counts are missing: points whose baseline has one of them have no limit.");
        if (counts.Average() < LowMean) warnings.Add("The mean count is below 5: the limits rest on min_sigma more than on the data.");
    }
}
