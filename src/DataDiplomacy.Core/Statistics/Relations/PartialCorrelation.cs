using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Partial correlation (Pearson): what two variables share beyond what the control variables explain linearly.</summary>
public static class PartialCorrelation
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of variables, the pair included.</summary>
    public const int MaxVariables = 50;

    /// <summary>Largest number of values, all variables together, that a caller should accept.</summary>
    public const int MaxCells = 200_000;

    /// <summary>Beyond this condition number of the correlation matrix nothing is left to correlate.</summary>
    private const double MaxCondition = 1e12;

    /// <summary>Correlates the first two variables given the rest; times with a missing value in any variable are dropped.</summary>
    /// <param name="variables">Rows are variables, all of one length: the pair, then the controls (there may be none); null is missing.</param>
    /// <param name="confidence">Confidence of the interval, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">Fewer than two or too many variables, different lengths, a number is NaN or infinite, or the confidence is none.</exception>
    public static PartialCorrelationResult Test(IReadOnlyList<IReadOnlyList<double?>> variables, double confidence = 0.95)
    {
        CoefficientInference.RequireConfidence(confidence);
        return Test(Complete(variables), confidence);
    }

    /// <summary>Correlates two variables given others, without missing values.</summary>
    /// <param name="x">One variable of the pair.</param>
    /// <param name="y">The other, as many values.</param>
    /// <param name="controls">The variables held fixed, as many values each; there may be none.</param>
    /// <param name="confidence">Confidence of the interval, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">As for the other overload.</exception>
    public static PartialCorrelationResult Test(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, IReadOnlyList<double[]> controls, double confidence = 0.95)
    {
        CoefficientInference.RequireConfidence(confidence);
        PairedValues.Require(x, y);
        ArgumentNullException.ThrowIfNull(controls);
        foreach (var control in controls) PairedValues.Require(x, control);
        RequireCount(controls.Count + 2);
        return Test([x.ToArray(), y.ToArray(), .. controls], confidence);
    }

    private static PartialCorrelationResult Test(double[][] variables, double confidence)
    {
        var n = variables[0].Length;
        var df = n - variables.Length;
        if (df < 1) return Undefined(StatisticalAnswers.InsufficientData, n);
        // The pair comes last, so that the factorisation takes the controls out of both.
        var columns = new List<double[]>();
        foreach (var variable in variables.Skip(2).Concat(variables.Take(2)))
        {
            if (Deviations.Of(variable) is not { } deviations) return Undefined(StatisticalAnswers.Constant, n);
            columns.Add(OfLengthOne(deviations));
        }

        var triangle = Matrix<double>.Build.DenseOfColumnArrays(columns).QR(QRMethod.Thin).R;
        return IsSingular(triangle) ? Undefined(PartialCorrelationResult.Singular, n) : Result(triangle, n, df, confidence);
    }

    /// <summary>
    /// With the triangle ((a, b), (0, c)) at its end, what the controls leave of x is a in one direction; what they leave
    /// of y is b in the same direction and c across. Hence r = sign(a) b/sqrt(b^2 + c^2), which is -P12/sqrt(P11 P22) with P the
    /// inverse of the correlation matrix, without the loss of digits of an inverse.
    /// </summary>
    private static PartialCorrelationResult Result(Matrix<double> triangle, int n, int df, double confidence)
    {
        var last = triangle.ColumnCount - 1;
        var along = triangle[last - 1, last] * Math.Sign(triangle[last - 1, last - 1]);
        var across = Math.Abs(triangle[last, last]);
        var r = CoefficientInference.Bounded(along / double.Hypot(along, across));
        var t = along / across * Math.Sqrt(df);
        (double Low, double High)? interval = df > 1 ? CoefficientInference.Interval(r, 1 / Math.Sqrt(df - 1), confidence) : null;
        return new PartialCorrelationResult
        {
            Defined = true,
            N = n,
            R = r,
            Df = df,
            T = t,
            P = CoefficientInference.TwoSidedP(t, df),
            CiLow = interval?.Low,
            CiHigh = interval?.High
        };
    }

    /// <summary>The correlation matrix is R'R, so its condition number is the square of that of the triangle R.</summary>
    private static bool IsSingular(Matrix<double> triangle)
    {
        var values = triangle.Svd(false).S;
        return !(Math.Pow(values[0] / values[values.Count - 1], 2) <= MaxCondition);
    }

    private static double[] OfLengthOne(double[] deviations)
    {
        var length = Math.Sqrt(Deviations.Products(deviations, deviations));
        return [.. deviations.Select(deviation => deviation / length)];
    }

    private static double[][] Complete(IReadOnlyList<IReadOnlyList<double?>> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        RequireCount(variables.Count);
        if (variables.Any(variable => variable.Count != variables[0].Count))
            throw new ArgumentException("All variables need as many values as the first.", nameof(variables));

        int[] times = [.. Enumerable.Range(0, variables[0].Count).Where(t => variables.All(variable => variable[t] is not null))];
        double[][] complete = [.. variables.Select(variable => times.Select(t => variable[t].GetValueOrDefault()).ToArray())];
        foreach (var variable in complete) PairedValues.RequireFinite(variable, nameof(variables));
        return complete;
    }

    private static void RequireCount(int variables)
    {
        if (variables is < 2 or > MaxVariables)
            throw new ArgumentException(FormattableString.Invariant($"{variables} variables; 2 to {MaxVariables} are accepted."), nameof(variables));
    }

    private static PartialCorrelationResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };
}
