namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Counts with their times and groups, one element each.</summary>
/// <param name="Counts">Counts, 0 or more.</param>
/// <param name="Times">Times, for the trend.</param>
/// <param name="Groups">Groups from 0 on, for the levels.</param>
internal sealed record QuasiPoissonData(double[] Counts, double[] Times, int[] Groups);
