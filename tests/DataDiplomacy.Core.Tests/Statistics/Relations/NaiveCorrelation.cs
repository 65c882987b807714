namespace DataDiplomacy.Core.Tests.Statistics.Relations;

/// <summary>The formulas of correlation written out in double loops, sharing no code with the methods.</summary>
internal sealed record NaiveCorrelation(int N, double? Pearson, double? Spearman, double? Tau, double? Z)
{
    public static NaiveCorrelation Of(double?[] x, double?[] y)
    {
        var pairs = x.Zip(y).Where(pair => pair.First is not null && pair.Second is not null)
            .Select(pair => (X: pair.First.GetValueOrDefault(), Y: pair.Second.GetValueOrDefault())).ToList();
        double[] a = [.. pairs.Select(pair => pair.X)];
        double[] b = [.. pairs.Select(pair => pair.Y)];
        var n = a.Length;
        if (n < 3 || a.Distinct().Count() == 1 || b.Distinct().Count() == 1) return new(n, null, null, null, null);
        var (tau, z) = KendallOf(a, b);
        return new(n, PearsonOf(a, b), PearsonOf(Ranks(a), Ranks(b)), tau, z);
    }

    public static double PearsonOf(double[] a, double[] b)
    {
        var (ma, mb) = (a.Average(), b.Average());
        double ab = 0, aa = 0, bb = 0;
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - ma) * (b[i] - mb);
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
        }
        return ab / (Math.Sqrt(aa) * Math.Sqrt(bb));
    }

    /// <summary>Both p-values by going through all permutations of the ranks.</summary>
    public static (double Spearman, double Kendall) ExactP(double[] y)
    {
        double[] x = [.. Enumerable.Range(1, y.Length)];
        var (rho, s) = (PearsonOf(x, y), S(x, y));
        double all = 0, rhoLow = 0, rhoHigh = 0, sLow = 0, sHigh = 0;
        foreach (var permutation in Permutations(x))
        {
            all++;
            var (r, t) = (PearsonOf(x, permutation), S(x, permutation));
            if (r <= rho + 1e-9) rhoLow++;
            if (r >= rho - 1e-9) rhoHigh++;
            if (t <= s) sLow++;
            if (t >= s) sHigh++;
        }
        return (Math.Min(1, 2 * Math.Min(rhoLow, rhoHigh) / all), Math.Min(1, 2 * Math.Min(sLow, sHigh) / all));
    }

    /// <summary>
    /// Two-sided tail of Student's t by Simpson's rule. With u = atan(t/sqrt(df)) the density is cos(u)^(df-1) over its integral.
    /// </summary>
    public static double StudentTail(double t, double df)
    {
        var from = Math.Atan(Math.Abs(t) / Math.Sqrt(df));
        var width = Math.Min(Math.PI / 2, 40 / Math.Sqrt(df));
        return Simpson(from, Math.Min(Math.PI / 2, from + width), df) / Simpson(0, width, df);
    }

    private static double Simpson(double from, double to, double df)
    {
        const int steps = 20_000;
        var (h, sum) = ((to - from) / steps, 0.0);
        for (var i = 0; i <= steps; i++)
        {
            var weight = i is 0 or steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.Exp((df - 1) * Math.Log(Math.Max(1e-300, Math.Cos(from + i * h))));
        }
        return sum * h / 3;
    }

    private static double[] Ranks(double[] values) =>
        [.. values.Select(v => values.Count(w => w < v) + (values.Count(w => w == v) + 1) / 2.0)];

    private static int S(double[] a, double[] b)
    {
        var s = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = i + 1; j < a.Length; j++) s += a[i].CompareTo(a[j]) * b[i].CompareTo(b[j]);
        }
        return s;
    }

    private static (double Tau, double Z) KendallOf(double[] a, double[] b)
    {
        double n = a.Length;
        double Sum(double[] values, Func<double, double> term) => values.GroupBy(v => v).Sum(group => term(group.Count()));
        var n0 = n * (n - 1) / 2;
        var (n1, n2) = (Sum(a, t => t * (t - 1) / 2), Sum(b, t => t * (t - 1) / 2));
        var v = (n * (n - 1) * (2 * n + 5) - Sum(a, t => t * (t - 1) * (2 * t + 5)) - Sum(b, t => t * (t - 1) * (2 * t + 5))) / 18
            + Sum(a, t => t * (t - 1)) * Sum(b, t => t * (t - 1)) / (2 * n * (n - 1))
            + Sum(a, t => t * (t - 1) * (t - 2)) * Sum(b, t => t * (t - 1) * (t - 2)) / (9 * n * (n - 1) * (n - 2));
        return (S(a, b) / Math.Sqrt((n0 - n1) * (n0 - n2)), S(a, b) / Math.Sqrt(v));
    }

    private static IEnumerable<double[]> Permutations(double[] values)
    {
        if (values.Length <= 1)
        {
            yield return values;
            yield break;
        }
        foreach (var first in values)
        {
            foreach (var rest in Permutations([.. values.Where(v => v != first)])) yield return [first, .. rest];
        }
    }
}
