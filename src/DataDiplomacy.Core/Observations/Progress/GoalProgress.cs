namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>What a method says of a goal: how many of its series stand where, and the publisher's own sum where there is one.</summary>
public sealed record GoalProgress
{
    /// <summary>Share of the series that must be assessed before SDSN gives a goal a trend.</summary>
    public const double SdsnCoverage = 0.75;

    /// <summary>Number of series that were looked at.</summary>
    public required int Series { get; init; }

    /// <summary>Number of series at each standing, those that cannot be assessed among them.</summary>
    public required IReadOnlyDictionary<ProgressStanding, int> Standings { get; init; }

    /// <summary>Mean of the scores of the series that have one, on the scale of the method; null without any.</summary>
    public required double? MeanScore { get; init; }

    /// <summary>Class of the goal by the publisher's own rule; null where the method has none, or too little to apply it to.</summary>
    public required string? Class { get; init; }

    /// <summary>What must be known before it is believed.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Sums up the series of a goal by one method.</summary>
    public static GoalProgress Of(string method, IReadOnlyCollection<ProgressAssessment> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var assessed = series.Where(a => a.Standing != ProgressStanding.NotAssessable).ToList();
        var scores = assessed.Where(a => a.Score is not null).Select(a => a.Score.GetValueOrDefault()).ToList();
        var mean = scores.Count == 0 ? (double?)null : scores.Average();
        return new GoalProgress
        {
            Series = series.Count,
            Standings = Enum.GetValues<ProgressStanding>().ToDictionary(s => s, s => series.Count(a => a.Standing == s)),
            MeanScore = mean,
            Class = method switch
            {
                "opensdg" => OpenSdgClass(mean, assessed),
                "sdsn" => SdsnClass(series, assessed),
                _ => null
            },
            Warnings = [.. WarningsOf(series, assessed)]
        };
    }

    /// <summary>Open SDG 2.4 (2025): by the mean score; achieved only where every series is.</summary>
    private static string? OpenSdgClass(double? mean, List<ProgressAssessment> assessed)
    {
        if (assessed.Count > 0 && assessed.TrueForAll(a => a.Class == a.Rules.Met?.Class)) return "target_achieved";
        return mean switch
        {
            null => null,
            >= 2.5 => "on_track",
            >= 0 => "moderate",
            >= -2.5 => "limited",
            _ => "deterioration"
        };
    }

    /// <summary>SDSN: each series on a scale of 0 to 4, the mean of them, where enough series have a trend.</summary>
    private static string? SdsnClass(IReadOnlyCollection<ProgressAssessment> series, List<ProgressAssessment> assessed)
    {
        if (assessed.Count == 0 || assessed.Count < SdsnCoverage * series.Count) return null;
        return assessed.Average(OnScaleOfFour) switch
        {
            >= 3 => "on_track",
            >= 2 => "moderately_improving",
            >= 1 => "stagnating",
            _ => "decreasing"
        };
    }

    /// <summary>0 to 1 decreasing, 1 to 2 stagnating, 2 to 3 moderate, 3 to 4 on track; the ratio is cut at -1 and 2.</summary>
    private static double OnScaleOfFour(ProgressAssessment assessment)
    {
        if (assessment.Measure is not { } ratio) return 4;
        if (assessment.Standing == ProgressStanding.OnTrack) return 3 + Math.Clamp(ratio - 1, 0, 1);
        return ratio < 0 ? 1 + Math.Max(ratio, -1) : 1 + 2 * Math.Min(ratio, 1);
    }

    private static IEnumerable<string> WarningsOf(IReadOnlyCollection<ProgressAssessment> series, List<ProgressAssessment> assessed)
    {
        if (assessed.Count < series.Count)
            yield return FormattableString.Invariant($"{series.Count - assessed.Count} of {series.Count} series cannot be assessed and are not part of the mean.");
        if (assessed.Count is > 0 and < 3)
            yield return "Fewer than three series speak for the goal.";
    }
}
