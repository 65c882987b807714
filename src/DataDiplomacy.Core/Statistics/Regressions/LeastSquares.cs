using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace DataDiplomacy.Core.Statistics.Regressions;

/// <summary>
/// Least squares by QR on centred columns. Numbers are held up to powers of two, so that squares stay in range, and
/// centred, so that times such as seconds since 1970 do not use up the digits; <see cref="InUnits"/> turns them back.
/// </summary>
internal sealed class LeastSquares
{
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>Below this share of its length outside the span of the columns before, a column adds nothing but noise.</summary>
    private const double RankTolerance = 1e-9;

    private readonly BinaryScale[] _units;
    private readonly Matrix<double> _toCoefficients;
    private readonly double _totalSquares;

    private LeastSquares(double[] y, RegressionColumn[] columns, QR<double> qr)
    {
        var scale = BinaryScale.Of(y);
        var (centred, mean) = Centred(scale.Down(y));
        Q = qr.Q;
        var projected = Q.TransposeThisAndMultiply(Vector<double>.Build.Dense(centred));
        Residuals = (Vector<double>.Build.Dense(centred) - Q * projected).ToArray();
        // The rest of an exact fit is rounding; t and p from it would be noise that looks like certainty.
        if (Residuals.Max(Math.Abs) <= 64 * Epsilon) Array.Clear(Residuals);

        _units = [scale, .. columns.Select(column => new BinaryScale(scale.Exponent - column.Scale.Exponent))];
        _toCoefficients = Uncentring(columns) * qr.R.Inverse();
        _totalSquares = centred.Sum(value => value * value);
        Coefficients = (_toCoefficients * projected).ToArray();
        Coefficients[0] += mean;
    }

    /// <summary>Number of rows.</summary>
    public int N => Q.RowCount;

    /// <summary>Orthonormal columns that span intercept and regressors.</summary>
    public Matrix<double> Q { get; }

    /// <summary>What the fit leaves; all 0 where it is rounding only.</summary>
    public double[] Residuals { get; }

    /// <summary>Intercept and slopes.</summary>
    public double[] Coefficients { get; }

    /// <summary>Share of the variation of y that is fitted; null where y does not vary.</summary>
    public double? RSquared => _totalSquares > 0 ? 1 - ResidualSquares / _totalSquares : null;

    /// <summary>Residual standard error in the unit of y; null beyond the range of doubles.</summary>
    public double? Sigma => InUnits([ScaledSigma])[0];

    /// <summary>Largest share that a row has in its own fitted value, 0 to 1.</summary>
    public double LargestLeverage => Q.EnumerateRows().Max(row => row.DotProduct(row));

    private double ResidualSquares => Residuals.Sum(residual => residual * residual);

    private double ScaledSigma => Math.Sqrt(ResidualSquares / (N - Q.ColumnCount));

    /// <summary>The fit; null where the columns depend on each other.</summary>
    public static LeastSquares? Of(double[] y, double[][] x)
    {
        RegressionColumn[] columns = [.. x.Select(RegressionColumn.Of)];
        if (columns.Any(column => column.Spread <= 16 * Epsilon)) return null;

        var ones = Enumerable.Repeat(1.0, y.Length).ToArray();
        var qr = Matrix<double>.Build.DenseOfColumnArrays([ones, .. columns.Select(column => column.Centred)]).QR(QRMethod.Thin);
        for (var j = 0; j < columns.Length; j++)
        {
            // Digits that the values never had cannot make a column independent.
            var noise = 16 * Epsilon / columns[j].Spread;
            if (Math.Abs(qr.R[j + 1, j + 1]) <= Math.Max(RankTolerance, noise) * columns[j].Length) return null;
        }
        return new LeastSquares(y, columns, qr);
    }

    /// <summary>Square roots of the diagonal of the covariance whose middle, in terms of Q, is given.</summary>
    public double[] StandardErrors(Matrix<double> meat) =>
        [.. (_toCoefficients * meat).PointwiseMultiply(_toCoefficients).RowSums().Select(variance => Math.Sqrt(Math.Max(0, variance)))];

    /// <summary>Standard errors for independent errors of equal variance.</summary>
    public double[] ClassicalErrors() => [.. _toCoefficients.EnumerateRows().Select(row => ScaledSigma * row.L2Norm())];

    /// <summary>Coefficients or their errors in the units of the values; null beyond the range of doubles.</summary>
    public double?[] InUnits(double[] figures) =>
        [.. figures.Select((figure, j) => _units[j].Up(figure)).Select(figure => double.IsFinite(figure) ? figure : (double?)null)];

    private static (double[] Centred, double Mean) Centred(double[] values)
    {
        // Equal values have themselves as mean, without the rounding of a sum.
        var mean = values.AsSpan().IndexOfAnyExcept(values[0]) < 0 ? values[0] : values.Average();
        return (Array.ConvertAll(values, value => value - mean), mean);
    }

    /// <summary>From slopes on centred columns at their second scale to intercept and slopes on the columns.</summary>
    private static Matrix<double> Uncentring(RegressionColumn[] columns)
    {
        var matrix = Matrix<double>.Build.DenseIdentity(columns.Length + 1);
        for (var j = 0; j < columns.Length; j++)
        {
            var unit = columns[j].CentredScale.Up(1);
            matrix[j + 1, j + 1] = 1 / unit;
            matrix[0, j + 1] = -columns[j].Mean / unit;
        }
        return matrix;
    }
}
