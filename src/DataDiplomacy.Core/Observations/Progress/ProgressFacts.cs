using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>The two values and the target that progress is counted between, with what had to be assumed.</summary>
internal sealed record ProgressFacts
{
    /// <summary>Parity: a ratio this near to 1 counts as 1 (Open SDG, progress methodology, 2025).</summary>
    private const double ParityTolerance = 0.03;

    public required ProgressTarget Target { get; init; }

    /// <summary>The points that count, in the order of time, as published.</summary>
    public required IReadOnlyList<ProgressPoint> Points { get; init; }

    public required ProgressPoint Base { get; init; }

    public required ProgressPoint Latest { get; init; }

    /// <summary>The value to reach; null where only a direction is agreed.</summary>
    public required double? Goal { get; init; }

    /// <summary>+1 where a rise is good, -1 where a fall is. A series that should stay is measured by its distance, which should fall.</summary>
    public required int Sign { get; init; }

    public required ProgressChoices Choices { get; init; }

    /// <summary>How near a percentage must come to a target of 0 or 100 to meet it.</summary>
    public required double MetWithin { get; init; }

    public int Years => Latest.Year - Base.Year;

    /// <summary>Whether the latest value meets the target.</summary>
    public bool IsMet => Goal is { } goal && Meets(Latest.Value, goal);

    /// <summary>Whether the base value met the target already.</summary>
    public bool WasMet => Goal is { } goal && Meets(Base.Value, goal);

    /// <summary>The facts, or the reason why there are none.</summary>
    public static (ProgressFacts? Facts, string? Reason) Of(
        IReadOnlyList<ProgressPoint> points, ProgressTarget target, ProgressRules rules, ProgressChoices choices)
    {
        var ordered = points.OrderBy(p => p.Year).ToList();
        var hasGoal = target.Value is not null || target.ShareOfBase is not null;
        // Where the year of the target has passed, that year counts and not what came after it.
        var usable = hasGoal ? ordered.Where(p => p.Year <= target.Year).ToList() : ordered;
        if (usable.Count < 2) return (null, ProgressReasons.InsufficientData);
        if (target.Direction == DesiredDirection.Stable && target.Value is null) return (null, ProgressReasons.NoTarget);

        var latest = usable[^1];
        var start = usable.MinBy(p => Math.Abs(p.Year - target.BaseYear));
        if (hasGoal && target.Year <= start.Year) return (null, ProgressReasons.TargetYearPassed);
        // What moved before the base year is no progress since then.
        if (start.Year == latest.Year) return (null, ProgressReasons.NoValueAfterBase);
        var facts = new ProgressFacts
        {
            Target = target,
            Points = [.. usable.Where(p => p.Year >= start.Year)],
            Base = start,
            Latest = latest,
            Goal = target.Value ?? target.ShareOfBase * start.Value,
            Sign = target.Direction == DesiredDirection.Increase ? 1 : -1,
            Choices = choices,
            MetWithin = rules.MetWithin
        };
        return (facts, null);
    }

    /// <summary>
    /// The same series as a distance that should fall: a ratio as max(y, 1/y), anything else as target + |y - target|
    /// (Open SDG, progress methodology, 2025, parity and 50 per cent indicators).
    /// </summary>
    public ProgressFacts AsDistance()
    {
        if (Target.Direction != DesiredDirection.Stable || Goal is not { } goal) return this;
        return this with
        {
            Points = [.. Points.Select(p => p with { Value = Distance(p.Value, goal) })],
            Base = Base with { Value = Distance(Base.Value, goal) },
            Latest = Latest with { Value = Distance(Latest.Value, goal) }
        };
    }

    private static double Distance(double value, double goal)
    {
        if (goal != 1) return goal + Math.Abs(value - goal);
        if (Math.Abs(value - 1) <= ParityTolerance) return 1;
        return value > 0 ? Math.Max(value, 1 / value) : goal + Math.Abs(value - goal);
    }

    /// <summary>Whether the latest value meets the target by being near to it alone.</summary>
    public bool IsNearlyMet => Goal is { } goal && IsNear(Latest.Value, goal) && (Sign > 0 ? Latest.Value < goal : Latest.Value > goal);

    private bool IsNear(double value, double goal) => Target.IsPercentage && goal is 0 or 100 && Math.Abs(value - goal) <= MetWithin;

    private bool Meets(double value, double goal)
    {
        if (Target.Direction == DesiredDirection.Stable) return Distance(value, goal) <= goal;
        if (Sign > 0 ? value >= goal : value <= goal) return true;
        return IsNear(value, goal);
    }
}
