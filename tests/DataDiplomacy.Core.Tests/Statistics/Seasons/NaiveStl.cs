namespace DataDiplomacy.Core.Tests.Statistics.Seasons;

/// <summary>STL written out from the paper: each local fit solves its own weighted normal equations.</summary>
internal sealed record NaiveStl(int Period, int SWindow, int SDegree, int TWindow, int LWindow, int Inner, int Outer)
{
    public (double[] Seasonal, double[] Trend, double[] Weights) Decompose(double[] y)
    {
        var n = y.Length;
        var (seasonal, trend, weights) = (new double[n], new double[n], Enumerable.Repeat(1.0, n).ToArray());
        for (var round = 0; round <= Outer; round++)
        {
            for (var pass = 0; pass < Inner; pass++)
            {
                var cycle = new double[n + 2 * Period];
                for (var season = 0; season < Period; season++)
                {
                    int[] own = [.. Enumerable.Range(0, n).Where(i => i % Period == season)];
                    double[] part = [.. own.Select(i => y[i] - trend[i])];
                    double[] partWeights = [.. own.Select(i => weights[i])];
                    for (var k = -1; k <= own.Length; k++)
                    {
                        var otherwise = k < 0 ? Fit(part, partWeights, 0, SWindow, SDegree, part[0])
                            : k == own.Length ? Fit(part, partWeights, k - 1, SWindow, SDegree, part[^1]) : part[k];
                        cycle[season + (k + 1) * Period] = Fit(part, partWeights, k, SWindow, SDegree, otherwise);
                    }
                }
                var low = Means(Means(Means(cycle, Period), Period), 3);
                double[] none = [.. low.Select(_ => 1.0)];
                for (var i = 0; i < n; i++) seasonal[i] = cycle[i + Period] - Fit(low, none, i, LWindow, 1, low[i]);
                double[] rest = [.. y.Select((v, i) => v - seasonal[i])];
                for (var i = 0; i < n; i++) trend[i] = Fit(rest, weights, i, TWindow, 1, rest[i]);
            }
            if (round == Outer) break;
            double[] sizes = [.. y.Select((v, i) => Math.Abs(v - seasonal[i] - trend[i]))];
            var h = 6 * RandomSeries.Median(sizes);
            weights = [.. sizes.Select(r => r <= 0.001 * h ? 1 : r > 0.999 * h ? 0 : Math.Pow(1 - Math.Pow(r / h, 2), 2))];
        }
        return (seasonal, trend, weights);
    }

    private static double[] Means(double[] x, int length) =>
        [.. Enumerable.Range(0, x.Length - length + 1).Select(i => x[i..(i + length)].Average())];

    /// <summary>Fit at x over the q nearest positions; a window longer than the series reaches half of the rest further.</summary>
    private static double Fit(double[] y, double[] weights, int x, int q, int degree, double otherwise)
    {
        var n = y.Length;
        var left = Math.Clamp(x - (q - 1) / 2, 0, Math.Max(0, n - q));
        var near = Enumerable.Range(left, Math.Min(q, n)).ToList();
        double reach = near.Max(j => Math.Abs(j - x)) + Math.Max(0, (q - n) / 2);
        var w = near.ToDictionary(j => j, j => weights[j] * Tricube(Math.Abs(j - x) / reach));
        var total = w.Values.Sum();
        if (total <= 0) return otherwise;

        var mean = near.Sum(j => w[j] * j) / total;
        var level = near.Sum(j => w[j] * y[j]) / total;
        var spread = near.Sum(j => w[j] * (j - mean) * (j - mean));
        if (degree == 0 || Math.Sqrt(spread / total) <= 0.001 * (n - 1)) return level;
        return level + (x - mean) * near.Sum(j => w[j] * (j - mean) * (y[j] - level)) / spread;
    }

    private static double Tricube(double share) => share <= 0.001 ? 1 : share > 0.999 ? 0 : Math.Pow(1 - Math.Pow(share, 3), 3);
}
