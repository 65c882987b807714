namespace DataDiplomacy.Api.Catalogue.Profiles;

/// <summary>How far to believe it.</summary>
public sealed record VeracityView
{
    /// <summary>Observations without a number by reason; missing is not zero.</summary>
    public required IReadOnlyList<ProfileMissingView> Missing { get; init; }

    /// <summary>Rows of the file that were not taken; null when no record of the import is kept.</summary>
    public required ProfileImportView? Import { get; init; }

    /// <summary>Values far from the median of their own time series.</summary>
    public required OutliersView Outliers { get; init; }

    /// <summary>Runs of equal values, as a value that is carried forward leaves them; a constant is one too.</summary>
    public required FlatRunsView FlatRuns { get; init; }

    /// <summary>How far it agrees with each other data set that has the same series code, area, period and dimensions; only data sets that the caller may see.</summary>
    public required IReadOnlyList<PairAgreementView> Agreement { get; init; }
}

/// <summary>Observations without a number, for one reason.</summary>
public sealed record ProfileMissingView
{
    /// <summary>Why there is no number.</summary>
    /// <example>notReported</example>
    public required string Reason { get; init; }

    /// <summary>Number of observations.</summary>
    /// <example>31</example>
    public required long Observations { get; init; }

    /// <summary>Share of all observations of the version, 0 to 1.</summary>
    /// <example>0.0368</example>
    public required double Share { get; init; }
}

/// <summary>Rows of a file that were not taken.</summary>
public sealed record ProfileImportView
{
    /// <summary>Rows read.</summary>
    /// <example>843</example>
    public required long RowsRead { get; init; }

    /// <summary>Rows rejected.</summary>
    /// <example>0</example>
    public required long Rejected { get; init; }

    /// <summary>Share of rows rejected, 0 to 1; null when no row was read.</summary>
    /// <example>0</example>
    public required double? RejectedShare { get; init; }

    /// <summary>Rows that repeat another one word for word.</summary>
    /// <example>0</example>
    public required long Duplicates { get; init; }

    /// <summary>Share of rows that repeat another one, 0 to 1; null when no row was read.</summary>
    /// <example>0</example>
    public required double? DuplicateShare { get; init; }
}

/// <summary>Values far from the median of their own time series.</summary>
public sealed record OutliersView
{
    /// <summary>The rule.</summary>
    /// <example>Robust z of Iglewicz and Hoaglin (1993)</example>
    public required string Rule { get; init; }

    /// <summary>Robust z beyond which a value counts.</summary>
    /// <example>3.5</example>
    public required double Cut { get; init; }

    /// <summary>Time series with enough values to be judged.</summary>
    /// <example>40</example>
    public required int JudgedKeys { get; init; }

    /// <summary>Values of these.</summary>
    /// <example>640</example>
    public required long JudgedValues { get; init; }

    /// <summary>Outliers among these.</summary>
    /// <example>12</example>
    public required long Outliers { get; init; }

    /// <summary>Their share, 0 to 1; null when no time series is long enough.</summary>
    /// <example>0.0188</example>
    public required double? Share { get; init; }
}

/// <summary>Runs of equal values.</summary>
public sealed record FlatRunsView
{
    /// <summary>Least number of equal neighbours that make a run.</summary>
    /// <example>5</example>
    public required int LeastLength { get; init; }

    /// <summary>Number of runs.</summary>
    /// <example>3</example>
    public required int Runs { get; init; }

    /// <summary>Share of values that are in runs, 0 to 1; null without any value.</summary>
    /// <example>0.021</example>
    public required double? Share { get; init; }

    /// <summary>Values of the longest run; 0 without any.</summary>
    /// <example>8</example>
    public required int Longest { get; init; }
}

/// <summary>How far two data sets agree where they publish the same.</summary>
public sealed record PairAgreementView
{
    /// <summary>The other data set.</summary>
    /// <example>world-bank</example>
    public required string Dataset { get; init; }

    /// <summary>Its version: the newest when this was measured.</summary>
    /// <example>4</example>
    public required int Version { get; init; }

    /// <summary>Pairs of values compared.</summary>
    /// <example>120</example>
    public required int Pairs { get; init; }

    /// <summary>Share of pairs that differ by 1 % or less, 0 to 1.</summary>
    /// <example>0.93</example>
    public required double EqualShare { get; init; }

    /// <summary>Median of |a - b| / max(|a|, |b|).</summary>
    /// <example>0.002</example>
    public required double MedianRelativeDifference { get; init; }
}

/// <summary>What was measured of the veracity of a version, and when.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="ComputedAt">When it was measured, UTC.</param>
/// <param name="Veracity">The figures, without agreement.</param>
public sealed record KeptVeracity(string Dataset, int Version, DateTime ComputedAt, VeracityView Veracity);
