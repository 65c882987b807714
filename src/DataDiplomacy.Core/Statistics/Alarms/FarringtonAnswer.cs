namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>What both Farrington methods read and say in the same words.</summary>
internal static class FarringtonAnswer
{
    public const string Limits = "Undefined with missing counts (gaps), where no point asked for has a baseline with more points than parameters (insufficient_data), "
        + "or only baselines of zeros (constant). A single point without a model has nulls. Counts are whole, at most a thousand million. "
        + "No limit and no alarm with fewer than 5 cases in the last 4 points. At most 366 points are judged at once.";

    /// <param name="share">How much of alpha lies above the limit.</param>
    public static IReadOnlyList<string> DoNotTrustWhen(string share) =>
    [
        "there are fewer than 3 years before the point",
        "the level broke during the baseline, such as by a new test or a new policy",
        "the newest counts are incomplete because reports are late",
        $"many series are watched: {share} times series times points a year alarms are false"
    ];

    public static readonly StatisticalInput Counts = new()
    {
        Name = "counts",
        Meaning = "counts at equal steps, oldest first; null is a gap, which leaves the answer undefined",
        Shape = "array of n whole numbers or null",
        Unit = "number of cases per step",
        MaxLength = FarringtonSeries.MaxPoints
    };

    public static readonly IReadOnlyList<StatisticalParameter> Parameters =
    [
        new() { Name = "freq", Meaning = "points a year: 52 for weeks, 12 for months", Default = 52, Range = $"whole number from 2 to {FarringtonSeries.MaxFreq}" },
        new() { Name = "evaluate", Meaning = "positions to judge, from 1 on; absent: the last", Default = null, Range = $"array of 1 to {FarringtonSeries.MaxEvaluated} whole numbers from 1 to n" },
        new() { Name = "b", Meaning = "years back; with fewer than 3 no trend is kept", Default = 5, Range = $"whole number from 1 to {FarringtonSeries.MaxYears}" },
        new() { Name = "w", Meaning = "half the width of the window in each year; absent: 3, or the most where that is less", Default = 3, Range = "whole number from 0; the window 2w + 1 is no longer than freq" }
    ];

    public static IReadOnlyList<double?> ReadCounts(StatisticalJson json)
    {
        var counts = json.Numbers("counts", FarringtonSeries.MaxPoints);
        CountValues.Check(json, "counts", counts);
        return counts;
    }

    public static FarringtonReference ReadReference(StatisticalJson json)
    {
        var freq = json.Settings.Whole("freq", 52, 2, FarringtonSeries.MaxFreq);
        var most = (freq - 1) / 2;
        return new FarringtonReference(freq, json.Settings.Whole("b", 5, 1, FarringtonSeries.MaxYears), json.Settings.Whole("w", Math.Min(3, most), 0, most));
    }

    public static IReadOnlyList<int>? ReadPositions(StatisticalJson json, IReadOnlyList<double?> counts)
    {
        var positions = json.Settings.Wholes("evaluate", FarringtonSeries.MaxEvaluated, 1, counts.Count);
        if (positions is { Count: 0 }) json.Refuse("parameters.evaluate", "is empty; at least one position is needed, or none of it for the last.");
        return positions;
    }

    public static void Warn(List<string> warnings, FarringtonReference reference, int withoutModel, int first)
    {
        if (reference.B < 3 || first - 3 * reference.Freq - reference.W < 1)
            warnings.Add("Some points have fewer than 3 years before them: their limits are not to be trusted.");
        else if (first - reference.B * reference.Freq - reference.W < 1)
            warnings.Add($"Some points have fewer than {reference.B} years before them: what there is was used.");
        if (withoutModel > 0) warnings.Add($"{withoutModel} points have a baseline of zeros, or too short, and no model.");
    }
}
