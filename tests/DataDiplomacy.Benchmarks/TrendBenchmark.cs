using System.Diagnostics;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Benchmarks;

/// <summary>The trend of one series: Mann-Kendall and Theil-Sen together, beside two double loops and a sort.</summary>
internal static class TrendBenchmark
{
    private const int SampleMilliseconds = 300;

    public static void Run()
    {
        Report.Print($"{"values",-8} {"ours us",10} {"in full us",11} {"floor us",10} {"floor/ours",11}");
        foreach (var n in (int[])[20, 100, 1_000])
        {
            Run(n);
        }
    }

    private static void Run(int n)
    {
        var random = new Random(n);
        double[] times = [.. Enumerable.Range(0, n).Select(i => 2000.0 + i)];
        // Other values each time: a processor learns the comparisons of one series by heart.
        double[][] series = [.. Enumerable.Range(0, 64).Select(_ => times.Select(t => (0.1 * t) + random.NextDouble()).ToArray())];
        double?[][] nullable = [.. series.Select(s => s.Select(v => (double?)v).ToArray())];
        double?[] nullableTimes = [.. times.Select(t => (double?)t)];
        var slopes = new double[n * (n - 1) / 2];
        Compare(times, series[0], slopes);
        var (ours, full, floor) = (new List<double>(), new List<double>(), new List<double>());
        for (var sample = 0; sample <= Report.Samples; sample++)
        {
            ours.Add(Microseconds(i => TrendScreen.Assess(times, series[i % 64]).Slope.GetValueOrDefault()));
            full.Add(Microseconds(i => MannKendall.Test(nullable[i % 64]).VarS.GetValueOrDefault() + TheilSen.Estimate(nullableTimes, nullable[i % 64]).Slope.GetValueOrDefault()));
            floor.Add(Microseconds(i => Floor(times, series[i % 64], slopes).Slope));
        }

        var (us, inFull, least) = (Report.Median(ours[1..]), Report.Median(full[1..]), Report.Median(floor[1..]));
        Report.Print($"{n,-8:N0} {us,10:F2} {inFull,11:F2} {least,10:F2} {least / us,11:F2}");
    }

    /// <summary>The floor must find the same: S and the median of the slopes.</summary>
    private static void Compare(double[] times, double[] values, double[] slopes)
    {
        var (ours, floor) = (TrendScreen.Assess(times, values), Floor(times, values, slopes));
        if ((ours.S, ours.Slope) != (floor.S, floor.Slope))
        {
            throw new InvalidOperationException($"The floor finds S {floor.S} and slope {floor.Slope}, we find {ours.S} and {ours.Slope}.");
        }
    }

    /// <summary>Each pair compared and divided by itself, into an array that is there; no variance, no p, no interval.</summary>
    private static (int S, double Slope) Floor(double[] times, double[] values, double[] slopes)
    {
        var (s, count) = (0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = i + 1; j < values.Length; j++)
            {
                s += values[j] > values[i] ? 1 : values[j] < values[i] ? -1 : 0;
                slopes[count++] = (values[j] - values[i]) / (times[j] - times[i]);
            }
        }

        Array.Sort(slopes);
        return (s, count % 2 == 1 ? slopes[count / 2] : (slopes[(count / 2) - 1] + slopes[count / 2]) / 2);
    }

    private static double Microseconds(Func<int, double> work)
    {
        var (clock, done, sum) = (Stopwatch.StartNew(), 0, 0.0);
        do
        {
            sum += work(done++);
        }
        while (clock.ElapsedMilliseconds < SampleMilliseconds);

        // The sum is looked at so that no work is left out as useless.
        return double.IsNaN(sum) ? throw new InvalidOperationException("A figure is not a number.") : clock.Elapsed.TotalMicroseconds / done;
    }
}
