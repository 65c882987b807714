using System.Globalization;

namespace DataDiplomacy.Benchmarks;

/// <summary>Prints lines of the table and takes medians.</summary>
internal static class Report
{
    /// <summary>Samples of each side that count; one more before them warms up.</summary>
    public const int Samples = 5;

    public static void Header(string peer) => Print($"{"route",-16} {"ours rps",10} {$"{peer} rps",10} {"ratio",6} {"ours p50/p95/p99 ms",22} {$"{peer} p50/p99 ms",18}");

    public static void Print(string route, Sample ours, Sample peer) => Print(
        $"{route,-16} {ours.RequestsPerSecond,10:N0} {peer.RequestsPerSecond,10:N0} {ours.RequestsPerSecond / peer.RequestsPerSecond,6:F2} {$"{ours.P50:F1}/{ours.P95:F1}/{ours.P99:F1}",22} {$"{peer.P50:F1}/{peer.P99:F1}",18}");

    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public static Sample Median(IReadOnlyList<Sample> samples) => samples.OrderBy(s => s.RequestsPerSecond).ElementAt(samples.Count / 2);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
