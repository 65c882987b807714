namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>A chart with an upper limit, one element per point.</summary>
/// <param name="Upper">Upper limit; null where the baseline is incomplete or leaves the range of doubles.</param>
/// <param name="Statistic">Standard deviations above the mean of the baseline; null where it has no spread or anything is missing.</param>
/// <param name="Alarm">Whether the point lies above the limit; null where either is missing.</param>
public sealed record AlarmChart(IReadOnlyList<double?> Upper, IReadOnlyList<double?> Statistic, IReadOnlyList<bool?> Alarm);
