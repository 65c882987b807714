namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>One point judged by the classic Farrington method.</summary>
public sealed record FarringtonPoint
{
    /// <summary>Position of the point, from 1 on.</summary>
    public required int T { get; init; }

    /// <summary>Number of reference points.</summary>
    public required int NReference { get; init; }

    /// <summary>Whether the trend was kept.</summary>
    public required bool TrendUsed { get; init; }

    /// <summary>Expected count; null where the baseline allows no model.</summary>
    public double? Mu0 { get; init; }

    /// <summary>Dispersion, 1 or more; null as <see cref="Mu0"/>.</summary>
    public double? Phi { get; init; }

    /// <summary>Standard error of <see cref="Mu0"/>, in counts; null as that.</summary>
    public double? SeMu0 { get; init; }

    /// <summary>Whether the last four points have five cases; without them there is no alarm.</summary>
    public required bool EnoughCases { get; init; }

    /// <summary>Upper limit, in counts; null without model or enough cases.</summary>
    public double? Upper { get; init; }

    /// <summary>Excess over the expected count in units of that of the limit: above 1 is an alarm; null as <see cref="Upper"/>.</summary>
    public double? Score { get; init; }

    /// <summary>Whether the count exceeds the limit; null without a model.</summary>
    public bool? Alarm { get; init; }
}
