namespace DataDiplomacy.Core.Observations;

/// <summary>
/// One value with two clocks: the period it is about, and the versions in which it was known
/// (<see cref="FromVersion"/> up to but not including <see cref="ToVersion"/>).
/// </summary>
public sealed record Observation
{
    /// <summary>The value of <see cref="ToVersion"/> that says: still current.</summary>
    public const int Current = int.MaxValue;

    /// <summary>The series.</summary>
    public required int SeriesId { get; init; }

    /// <summary>The area.</summary>
    public required int AreaId { get; init; }

    /// <summary>The series key.</summary>
    public required int KeyId { get; init; }

    /// <summary>The period as a sortable code, see <c>TimePeriod.Code</c>.</summary>
    public required int Period { get; init; }

    /// <summary>Last day of the period as yyyymmdd.</summary>
    public required int PeriodEnd { get; init; }

    /// <summary>First version of the data set that had it.</summary>
    public required int FromVersion { get; init; }

    /// <summary>First later version that has it no more, or <see cref="Current"/>.</summary>
    public required int ToVersion { get; init; }

    /// <summary>The number; null when missing or bounded.</summary>
    public double? Value { get; init; }

    /// <summary>The published text, where the number alone would not give it back.</summary>
    public string? ValueText { get; init; }

    /// <summary>Why there is no number; null when there is one.</summary>
    public MissingReason? Missing { get; init; }

    /// <summary>Published lower bound of the uncertainty interval; null without one.</summary>
    public double? LowerBound { get; init; }

    /// <summary>Published upper bound of the uncertainty interval; null without one.</summary>
    public double? UpperBound { get; init; }

    /// <summary>The attribute set.</summary>
    public required int AttributesId { get; init; }
}
