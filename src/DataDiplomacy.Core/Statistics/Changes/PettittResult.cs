namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>Outcome of Pettitt's test. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record PettittResult
{
    /// <summary>Reason when fewer than three values are there.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>Reason when all values are equal.</summary>
    public const string Constant = "constant";

    /// <summary>Whether the test could be made.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why the test is undefined: <c>insufficient_data</c> or <c>constant</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of values used; positions refer to them.</summary>
    public required int N { get; init; }

    /// <summary>Largest |U|, at least 1.</summary>
    public long? KStat { get; init; }

    /// <summary>Positions from 1 of the last value before the change; all that attain <see cref="KStat"/>, ascending.</summary>
    public IReadOnlyList<int>? ChangeIndex { get; init; }

    /// <summary>U at these positions; positive where the values before are higher, negative where those after are.</summary>
    public IReadOnlyList<long>? UAtChange { get; init; }

    /// <summary>U at each position from 1 to n; the last is 0.</summary>
    public IReadOnlyList<long>? U { get; init; }

    /// <summary>Approximate two-sided p, 0 to 1; 0 where it is below the smallest double.</summary>
    public double? PApprox { get; init; }

    /// <summary>Median of the values up to the first change position, unit of the values.</summary>
    public double? MedianBefore { get; init; }

    /// <summary>Median of the values after the first change position, unit of the values.</summary>
    public double? MedianAfter { get; init; }
}
