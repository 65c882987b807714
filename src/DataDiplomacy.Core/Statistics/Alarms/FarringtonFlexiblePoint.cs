namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>One point judged by the flexible Farrington method.</summary>
public sealed record FarringtonFlexiblePoint
{
    /// <summary>Position of the point, from 1 on.</summary>
    public required int T { get; init; }

    /// <summary>Whether the trend was kept.</summary>
    public required bool TrendUsed { get; init; }

    /// <summary>Expected count; null where the baseline allows no model.</summary>
    public double? Mu0 { get; init; }

    /// <summary>Dispersion, 1 or more; null as <see cref="Mu0"/>.</summary>
    public double? Phi { get; init; }

    /// <summary>Standard error of <see cref="Mu0"/>, in counts, which the limit takes no account of; null as that.</summary>
    public double? SeMu0 { get; init; }

    /// <summary>Whether the last four points have five cases; without them there is no alarm.</summary>
    public required bool EnoughCases { get; init; }

    /// <summary>Largest count that is no alarm; null without model or enough cases.</summary>
    public double? Upper { get; init; }

    /// <summary>P(X >= count) for the expected count and dispersion, 0 to 1; null without a model.</summary>
    public double? PValue { get; init; }

    /// <summary>Whether the count exceeds the limit; null without a model.</summary>
    public bool? Alarm { get; init; }
}
