namespace DataDiplomacy.Core.Tests.Statistics.Alarms;

/// <summary>The model behind both Farrington methods, written down with matrices and a column per season.</summary>
internal sealed class NaiveFarrington
{
    private NaiveFarrington(double[][] x, double[] y, double[] prior) => (X, Y, Prior) = (x, y, prior);

    public double[][] X { get; }

    public double[] Y { get; }

    public double[] Prior { get; }

    public double[] Beta { get; private set; } = [];

    public double[][] Inverse { get; private set; } = [];

    public double RawPhi { get; private set; }

    public static NaiveFarrington Fit(double[][] x, double[] y, double? threshold)
    {
        double[] ones = [.. y.Select(_ => 1.0)];
        var fit = Weighted(x, y, ones);
        if (threshold is not { } limit) return fit;
        var s = fit.Residuals();
        var gamma = y.Length / s.Sum(r => r > limit ? 1 / (r * r) : 1);
        return Weighted(x, y, [.. s.Select(r => r > limit ? gamma / (r * r) : gamma)]);
    }

    public double Mu(double[] row) => Math.Exp(Dot(row, Beta));

    public double Se(double[] row) => Mu(row) * Math.Sqrt(Math.Max(1, RawPhi) * Dot(row, [.. Inverse.Select(r => Dot(r, row))]));

    /// <summary>t of the last coefficient, the trend.</summary>
    public double TrendT() => Beta[^1] / Math.Sqrt(RawPhi * Inverse[^1][^1]);

    public int Degrees => Y.Length - Beta.Length;

    private static NaiveFarrington Weighted(double[][] x, double[] y, double[] prior)
    {
        var fit = new NaiveFarrington(x, y, prior) { Beta = new double[x[0].Length] };
        double[] eta = [.. y.Select(v => Math.Log(v + 0.1))];
        for (var iteration = 0; iteration < 60; iteration++)
        {
            var p = x[0].Length;
            var a = Enumerable.Range(0, p).Select(_ => new double[p]).ToArray();
            var b = new double[p];
            for (var i = 0; i < y.Length; i++)
            {
                var mu = Math.Exp(eta[i]);
                for (var j = 0; j < p; j++)
                {
                    b[j] += prior[i] * mu * x[i][j] * (eta[i] + (y[i] - mu) / mu);
                    for (var k = 0; k < p; k++) a[j][k] += prior[i] * mu * x[i][j] * x[i][k];
                }
            }
            fit.Inverse = Invert(a);
            fit.Beta = [.. fit.Inverse.Select(row => Dot(row, b))];
            eta = [.. x.Select(row => Dot(row, fit.Beta))];
        }
        fit.RawPhi = Enumerable.Range(0, y.Length).Sum(i => prior[i] * Math.Pow(y[i] - fit.Mu(x[i]), 2) / fit.Mu(x[i])) / fit.Degrees;
        return fit;
    }

    private double[] Residuals() =>
    [
        .. Enumerable.Range(0, Y.Length).Select(i =>
        {
            var mu = Mu(X[i]);
            var hat = Prior[i] * mu * Dot(X[i], [.. Inverse.Select(r => Dot(r, X[i]))]);
            // A count alone in its season decides its level: no residual is left.
            if (hat > 1 - 1e-9) return 0;
            return 1.5 * (Math.Pow(Y[i], 2.0 / 3) * Math.Pow(mu, -1.0 / 6) - Math.Sqrt(mu)) / Math.Sqrt(Math.Max(1, RawPhi) * (1 - hat));
        })
    ];

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    /// <summary>Gauss-Jordan with pivots.</summary>
    private static double[][] Invert(double[][] matrix)
    {
        var n = matrix.Length;
        double[][] m = [.. matrix.Select((row, i) => row.Concat(Enumerable.Range(0, n).Select(j => i == j ? 1.0 : 0)).ToArray())];
        for (var c = 0; c < n; c++)
        {
            var pivot = Enumerable.Range(c, n - c).MaxBy(r => Math.Abs(m[r][c]));
            (m[c], m[pivot]) = (m[pivot], m[c]);
            m[c] = [.. m[c].Select(v => v / m[c][c])];
            for (var r = 0; r < n; r++)
            {
                if (r != c) m[r] = [.. m[r].Zip(m[c], (v, w) => v - m[r][c] * w)];
            }
        }
        return [.. m.Select(row => row[n..])];
    }
}
