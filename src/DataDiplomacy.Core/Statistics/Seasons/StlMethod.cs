using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Seasons;

/// <summary>Stl as published.</summary>
internal sealed class StlMethod : IPublishedMethod
{
    /// <summary>Longer windows differ from this one in nothing.</summary>
    private const int LongestWindow = 10 * Stl.MaxPoints + 1;

    private const string WindowRange = "odd whole number from 3 to 20001";

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "stl",
        Title = "STL decomposition (Cleveland et al. 1990)",
        Version = Stl.Version,
        Summary = "Parts a series into a trend, a season that may change slowly, and a remainder, and says how strong trend and season are.",
        Formula = "inner pass: values less trend, each season smoothed over the cycles by LOESS (s_window, s_degree) and carried on by one cycle at both ends, less its low-pass "
            + "(moving means of period, period and 3, then LOESS of l_window, degree 1) = seasonal; values less seasonal, smoothed by LOESS (t_window, degree 1) = trend; "
            + "every position is fitted (jumps 1); outer round: weights (1 - (|r|/6 median|r|)^2)^2 for the next inner passes; periodic: s_window = 10 n + 1, s_degree = 0, "
            + "and the seasonal is then its mean by season; remainder = value - seasonal - trend; "
            + "strength_trend = max(0, 1 - var(R)/var(T + R)); strength_season = max(0, 1 - var(R)/var(S + R))",
        Source = "Cleveland, R. B., Cleveland, W. S., McRae, J. E. and Terpenning, I. (1990), STL: a seasonal-trend decomposition procedure based on loess, "
            + "Journal of Official Statistics 6:3-73; strengths: Wang, X., Smith, K. A. and Hyndman, R. J. (2006), Characteristic-based clustering for time series data, "
            + "Data Mining and Knowledge Discovery 13:335-364; agrees with R's stats::stl with all jumps 1",
        Limits = "Needs a complete, equally spaced series of more than two periods: undefined where a value is missing (gaps), with too few (insufficient_data) or beyond the range of doubles "
            + "(out_of_range). At most 2,000 values. A strength is null where there is nothing but rounding to measure it by.",
        DoNotTrustWhen =
        [
            "there are fewer than 5 cycles: season and remainder cannot be told apart",
            "the calendar moves (Easter, Ramadan): the season is smeared",
            "the season grows with the level: take logarithms first",
            "the ends of the trend are read as its turn: they change with the next values"
        ],
        Inputs = [new() { Name = "values", Meaning = "values at equal steps in the order of time; a null makes it undefined", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = Stl.MaxPoints }],
        Parameters =
        [
            new() { Name = "period", Meaning = "number of seasons in a cycle, such as 12 or 4; must be given", Default = null, Range = "whole number from 2 to 2000" },
            new() { Name = "periodic", Meaning = "whether the season is the same in each cycle; s_window and s_degree are not used then", Default = true, Range = "true or false" },
            new() { Name = "s_window", Meaning = "cycles over which a season is smoothed", Default = 7, Range = WindowRange },
            new() { Name = "s_degree", Meaning = "degree of the smoothing of a season", Default = 0, Range = "0 or 1" },
            new() { Name = "t_window", Meaning = "window of the trend; absent: smallest odd number of at least 1.5 period/(1 - 1.5/s_window)", Default = null, Range = WindowRange },
            new() { Name = "l_window", Meaning = "window of the low-pass filter; absent: smallest odd number of at least period", Default = null, Range = WindowRange },
            new() { Name = "inner", Meaning = "inner passes; absent: 2, or 1 where robust", Default = null, Range = "whole number from 1 to 3" },
            new() { Name = "outer", Meaning = "rounds of robustness weights; absent: 0, or 15 where robust", Default = null, Range = "whole number from 0 to 15" },
            new() { Name = "robust", Meaning = "whether outliers are given less weight; decides the defaults of inner and outer only", Default = false, Range = "true or false" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("seasonal", "seasonal component at each position, unit of the values"),
            new("trend", "trend at each position, unit of the values"),
            new("remainder", "value less seasonal and trend at each position"),
            new("robustness_weights", "weight of each value in the last outer round, 0 to 1; 1 throughout without rounds"),
            new("strength_trend", "strength of the trend, 0 to 1; null where nothing but season varies"),
            new("strength_season", "strength of the season, 0 to 1; null where nothing but trend varies")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var values = json.Numbers("values", Stl.MaxPoints);
        var settings = Settings(json);
        if (json.Error is not null) return null;

        var result = Stl.Decompose(values, settings);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        Warn(warnings, result, settings);
        return new JsonObject
        {
            ["defined"] = true,
            ["seasonal"] = StatisticalAnswers.Numbers(result.Seasonal ?? []),
            ["trend"] = StatisticalAnswers.Numbers(result.Trend ?? []),
            ["remainder"] = StatisticalAnswers.Numbers(result.Remainder ?? []),
            ["robustness_weights"] = StatisticalAnswers.Numbers(result.RobustnessWeights ?? []),
            ["strength_trend"] = result.StrengthTrend,
            ["strength_season"] = result.StrengthSeason
        };
    }

    private static StlSettings Settings(StatisticalJson json) => new()
    {
        Period = json.Settings.NeededWhole("period", 2, Stl.MaxPoints),
        Periodic = json.Settings.Flag("periodic", true),
        SWindow = Window(json, "s_window"),
        SDegree = json.Settings.Whole("s_degree", 0, 0, 1),
        TWindow = Window(json, "t_window"),
        LWindow = Window(json, "l_window"),
        Inner = json.Settings.OptionalWhole("inner", 1, Stl.MaxInner),
        Outer = json.Settings.OptionalWhole("outer", 0, Stl.MaxOuter),
        Robust = json.Settings.Flag("robust", false)
    };

    private static int? Window(StatisticalJson json, string name)
    {
        var window = json.Settings.OptionalWhole(name, 3, LongestWindow);
        if (window % 2 == 0) json.Refuse($"parameters.{name}", $"is {window}; an odd number is needed, so that the window has a middle.");
        return window;
    }

    private static void Warn(List<string> warnings, StlResult result, StlSettings settings)
    {
        if (result.N < 5 * settings.Period)
            warnings.Add($"Fewer than 5 cycles ({ReadableNumber.Of((double)result.N / settings.Period)}): season and remainder cannot be told apart.");
        if (result.StrengthTrend is null || result.StrengthSeason is null)
            warnings.Add("A strength is missing, because there is nothing but rounding to measure it by.");
        if (result.RobustnessWeights?.Count(weight => weight == 0) is > 0 and var left)
            warnings.Add($"{left} values were left out as outliers (weight 0).");
    }
}
