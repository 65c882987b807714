namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>How changes are looked for.</summary>
public sealed record ChangePointSettings
{
    /// <summary>Fewest values of a segment, at least 1.</summary>
    public int MinSize { get; init; } = 5;

    /// <summary>Penalty for each change in units of the noise variance times ln n, 0 or more; not used with <see cref="Penalty"/>.</summary>
    public double PenaltyFactor { get; init; } = 3;

    /// <summary>Penalty for each change in the squared unit of the values, 0 or more; null takes <see cref="PenaltyFactor"/>.</summary>
    public double? Penalty { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinSize, 1);
        if (!double.IsFinite(PenaltyFactor) || PenaltyFactor < 0)
            throw new ArgumentException(FormattableString.Invariant($"The penalty factor is {PenaltyFactor}; a number of at least 0 is needed."));
        if (Penalty is { } penalty && (!double.IsFinite(penalty) || penalty < 0))
            throw new ArgumentException(FormattableString.Invariant($"The penalty is {penalty}; a number of at least 0 is needed."));
    }
}
