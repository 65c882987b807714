namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Outcome of the Mann-Kendall test corrected for autocorrelation. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record MannKendallAutocorrelatedResult
{
    /// <summary>Reason when a value is missing.</summary>
    public const string Gaps = "gaps";

    /// <summary>Whether the test could be made.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why the test is undefined: <c>gaps</c>, <c>insufficient_data</c> or <c>constant</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of values that are there.</summary>
    public required int N { get; init; }

    /// <summary>Kendall's S: pairs that rise minus pairs that fall.</summary>
    public long? S { get; init; }

    /// <summary>Variance of S for independent values, corrected for ties.</summary>
    public double? VarS { get; init; }

    /// <summary>Two-sided p for independent values, by the normal approximation, 0 to 1.</summary>
    public double? PPlain { get; init; }

    /// <summary>Theil-Sen slope per step, unit of the values; null also where it is beyond the range of doubles.</summary>
    public double? Slope { get; init; }

    /// <summary>Lags whose rank autocorrelation is significant, ascending; empty where there is none.</summary>
    public IReadOnlyList<int>? SignificantLags { get; init; }

    /// <summary>Hamed-Rao factor as the formula gives it; below 1 or even negative under negative autocorrelation.</summary>
    public double? HrFactorRaw { get; init; }

    /// <summary>Hamed-Rao factor that is used, at least 1.</summary>
    public double? HrFactor { get; init; }

    /// <summary>The factor of Python's pymannkendall, which takes the sum of the lags without its sign.</summary>
    public double? HrFactorPymannkendall { get; init; }

    /// <summary>Variance of S times <see cref="HrFactor"/>.</summary>
    public double? HrVarS { get; init; }

    /// <summary>S standardised by <see cref="HrVarS"/>, with continuity correction.</summary>
    public double? HrZ { get; init; }

    /// <summary>Two-sided p after Hamed and Rao, 0 to 1.</summary>
    public double? HrP { get; init; }

    /// <summary>Yue-Wang factor over the lags asked for, as the formula gives it.</summary>
    public double? YwFactorRaw { get; init; }

    /// <summary>Yue-Wang factor over the lags asked for, at least 1.</summary>
    public double? YwFactor { get; init; }

    /// <summary>S standardised with <see cref="YwFactor"/>.</summary>
    public double? YwZ { get; init; }

    /// <summary>Two-sided p with <see cref="YwFactor"/>, 0 to 1; not to be relied on over all lags.</summary>
    public double? YwP { get; init; }

    /// <summary>Autocorrelation at lag 1 of the values less their line, -1 to 1; 0 where nothing but the line is there.</summary>
    public double? YwAr1Rho { get; init; }

    /// <summary>Yue-Wang factor of a first-order autoregression, as the formula gives it.</summary>
    public double? YwAr1FactorRaw { get; init; }

    /// <summary>Yue-Wang factor of a first-order autoregression, at least 1.</summary>
    public double? YwAr1Factor { get; init; }

    /// <summary>S standardised with <see cref="YwAr1Factor"/>.</summary>
    public double? YwAr1Z { get; init; }

    /// <summary>Two-sided p with <see cref="YwAr1Factor"/>, 0 to 1.</summary>
    public double? YwAr1P { get; init; }

    /// <summary>The largest of <see cref="PPlain"/>, <see cref="HrP"/> and <see cref="YwAr1P"/>: the one that decides.</summary>
    public double? LargestP => Defined ? new[] { PPlain, HrP, YwAr1P }.Max() : null;
}
