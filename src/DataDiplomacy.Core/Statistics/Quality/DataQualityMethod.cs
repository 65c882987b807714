using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Quality;

/// <summary>DataQuality as published.</summary>
internal sealed class DataQualityMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "data_quality",
        Title = "Completeness, gaps, regularity, timeliness, flat-lining",
        Version = DataQuality.Version,
        Summary = "Tells how much of a series is there, how long its gaps are, how old its last value is and how long it stands still.",
        Formula = "u = sorted different times; step = commonest u_(i+1) - u_i, the smallest of equally common ones; expected = (u_n - u_1)/step + 1; "
            + "usable = times with a value, the first that is not missing where a time comes again; completeness = usable/expected; "
            + "slot of time t = floor((t - u_1)/step), longest_gap = longest run of slots from u_1 to u_n without a usable value; "
            + "regularity = share of spacings equal to step; duplicates = rows - different times; timeliness = as_of - last usable time; "
            + "longest_flat = longest run of equal usable values",
        Source = "The dimensions are those of European Statistical System (2020), ESS Handbook for Quality and Metadata Reports, Eurostat, "
            + "and Pipino, L. L., Lee, Y. W. and Wang, R. Y. (2002), Data quality assessment, Commun. ACM 45(4):211-218; the counts are our own",
        Limits = "Undefined without a row (insufficient_data). With a single time step, expected, completeness, longest_gap and regularity are null. "
            + "Times are whole numbers. Trailing rows without value count as expected.",
        DoNotTrustWhen =
        [
            "it is read as validity: a complete series can be wrong throughout",
            "a long flat run is taken for stability: often it is imputed or carried forward",
            "times are months or quarters in days: they lie off any grid of equal steps; number the periods instead",
            "the series is missing at its ends: nothing is expected before the first and after the last time"
        ],
        Inputs =
        [
            new() { Name = "times", Meaning = "times in any order; a time may come again", Shape = "array of n whole numbers", Unit = "any, such as years or days", MaxLength = DataQuality.MaxPoints },
            new() { Name = "values", Meaning = "values, one per time; null is missing", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = DataQuality.MaxPoints }
        ],
        Parameters =
        [
            new() { Name = "as_of", Meaning = "time at which the series is looked at, in the unit of the times; without it timeliness is null", Default = null, Range = "-9007199254740991 to 9007199254740991" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("rows", "number of rows, missing and repeated ones included"),
            new("usable", "number of different times with a value"),
            new("duplicates", "rows beyond the first of each time"),
            new("step", "commonest spacing, unit of the times; null with a single time"),
            new("expected", "number of slots from the first to the last time; whole where the last time lies on the grid; null with a single time"),
            new("completeness", "usable values per expected slot, 0 to 1, above 1 only where times lie off the grid; null with a single time"),
            new("longest_gap", "longest run of slots without a usable value; null with a single time"),
            new("regularity", "share of spacings that equal the step, 0 to 1; null with a single time"),
            new("timeliness", "from the last time with a value to as_of, unit of the times; null without either"),
            new("longest_flat", "longest run of equal values, missing ones left out")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var times = json.Wholes("times", DataQuality.MaxPoints, -DataQuality.LargestTime, DataQuality.LargestTime);
        var values = json.Numbers("values", DataQuality.MaxPoints);
        json.SameLength("times", times.Count, "values", values.Count);
        var asOf = json.Settings.OptionalNumber("as_of", -DataQuality.LargestTime, DataQuality.LargestTime);
        if (json.Error is not null) return null;

        var result = DataQuality.Measure(times, values, asOf);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        AddWarnings(warnings, result);
        return new JsonObject
        {
            ["defined"] = true,
            ["rows"] = result.Rows,
            ["usable"] = result.Usable,
            ["duplicates"] = result.Duplicates,
            ["step"] = result.Step,
            ["expected"] = result.Expected,
            ["completeness"] = result.Completeness,
            ["longest_gap"] = result.LongestGap,
            ["regularity"] = result.Regularity,
            ["timeliness"] = result.Timeliness,
            ["longest_flat"] = result.LongestFlat
        };
    }

    private static void AddWarnings(List<string> warnings, DataQualityResult result)
    {
        if (result.Usable == 0) warnings.Add("No row has a value.");
        if (result.Duplicates > 0) warnings.Add($"{result.Duplicates} rows repeat a time; the first value of each time is used.");
        if (result.Step is null) warnings.Add("There is a single time: without a step nothing can be said about completeness and gaps.");
        if (result.Regularity <= 0.5) warnings.Add("Half of the spacings or more differ from the step: expected and completeness say little.");
        if (result.Expected is { } expected && (expected != Math.Floor(expected) || result.Completeness > 1))
            warnings.Add("Times lie off the grid of equal steps, so expected is no exact number of slots.");
        if (result.LongestFlat >= 3)
            warnings.Add($"{result.LongestFlat} values in a row are equal: look whether they were imputed or carried forward.");
        if (result.Timeliness < 0) warnings.Add("as_of lies before the last value.");
    }
}
