namespace DataDiplomacy.Api.Observations.Anomalies;

/// <summary>What one method did with one series in one area.</summary>
public sealed record AnomalyScanView
{
    /// <summary>Series code.</summary>
    /// <example>EG_FEC_RNEW</example>
    public required string Series { get; init; }

    /// <summary>Title of the series.</summary>
    /// <example>Renewable energy share in the total final energy consumption (%)</example>
    public required string SeriesTitle { get; init; }

    /// <summary>Data set id.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Number of the version of the data set that was read.</summary>
    /// <example>2</example>
    public required int DatasetVersion { get; init; }

    /// <summary>Area code: M49 without leading zeros.</summary>
    /// <example>404</example>
    public required string Area { get; init; }

    /// <summary>Name of the area in English.</summary>
    /// <example>Kenya</example>
    public required string AreaName { get; init; }

    /// <summary>The dimensions that all observations share, by id.</summary>
    /// <example>{"REPORTING_TYPE":"G"}</example>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>The method; null where the observations are no series that a method could be chosen for.</summary>
    /// <example>robust_z</example>
    public required string? Method { get; init; }

    /// <summary>What <c>statistic</c> is.</summary>
    /// <example>robust z of the change from the bin before</example>
    public required string? StatisticName { get; init; }

    /// <summary>Number of values of the series.</summary>
    /// <example>18</example>
    public required int N { get; init; }

    /// <summary>Number of observations without a number.</summary>
    /// <example>0</example>
    public required int NDropped { get; init; }

    /// <summary>Number of periods that were judged.</summary>
    /// <example>17</example>
    public required int Tests { get; init; }

    /// <summary>Number of alarms.</summary>
    /// <example>1</example>
    public required int Alarms { get; init; }

    /// <summary>Whether any period was judged.</summary>
    public required bool Applied { get; init; }

    /// <summary>
    /// Why none was: <c>insufficient_data</c>, <c>gaps</c>, <c>constant</c>, <c>not_counts</c>, <c>frequency</c> (it needs weeks or months), <c>half_equal</c> (half of the changes
    /// are the same), <c>out_of_range</c>, <c>mixed_units</c>, <c>mixed_periods</c>, <c>several_breakdowns</c>; null where applied.
    /// </summary>
    /// <example>gaps</example>
    public required string? Reason { get; init; }

    /// <summary>Highest p that is an alarm; null for charts.</summary>
    /// <example>0.001</example>
    public required double? Level { get; init; }

    /// <summary>Average number of periods to a false alarm of a chart with a known baseline; null for methods with a p.</summary>
    /// <example>465.4</example>
    public required double? Arl0 { get; init; }

    /// <summary>Number of alarms expected if nothing changed.</summary>
    /// <example>0.017</example>
    public required double ExpectedFalseAlarms { get; init; }

    /// <summary>What must be known of the method on these values.</summary>
    /// <example>["The chart is one of the changes from bin to bin."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }
}
