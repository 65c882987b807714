namespace DataDiplomacy.Core.Tests.Statistics;

/// <summary>Series drawn from a seed, with ties where the levels are few and with missing values where asked for.</summary>
internal static class RandomSeries
{
    /// <summary>Values with halves between 0 and the number of levels, so that many are equal.</summary>
    public static double?[] Tied(Random random, int n, int levels, double missing = 0) =>
        [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() < missing ? (double?)null : random.Next(levels) / 2.0)];

    /// <summary>A first-order autoregression on a slope.</summary>
    public static double?[] Autoregressive(Random random, int n, double rho, double slope = 0)
    {
        var (values, last) = (new double?[n], 0.0);
        for (var i = 0; i < n; i++)
        {
            last = rho * last + random.NextDouble() - 0.5;
            values[i] = last + slope * i;
        }
        return values;
    }

    public static double[] Present(IEnumerable<double?> values) => [.. values.Where(v => v is not null).Select(v => v.GetValueOrDefault())];

    /// <summary>Median by sorting.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Series at the edges of the range of doubles, and those without anything to see.</summary>
    public static IEnumerable<double?[]> Extremes =>
    [
        [], [null, null, null], [1], [1, 2], [1e308, -1e308], [.. Enumerable.Repeat((double?)0.1, 30)], [.. Enumerable.Repeat((double?)null, 30)],
        [.. Enumerable.Range(0, 30).Select(i => (double?)(i % 2 == 0 ? 1e308 : -1e308))],
        [.. Enumerable.Range(0, 30).Select(i => (double?)(i % 3 == 0 ? 5e-324 : 0))],
        [.. Enumerable.Range(0, 30).Select(i => (double?)(i % 4 == 0 ? double.MaxValue : 5e-324))],
        [.. Enumerable.Range(0, 30).Select(i => (double?)(1e308 + i * 1e293))],
        [.. Enumerable.Range(0, 30).Select(i => (double?)(i - 15) * 1e307)],
        [.. Enumerable.Range(0, 30).Select(i => i % 7 == 0 ? null : (double?)Math.Pow(10, 20 * (i - 15)))]
    ];
}
