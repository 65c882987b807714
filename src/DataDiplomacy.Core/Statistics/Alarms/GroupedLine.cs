namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Weighted least squares of values on a level per group and one common slope over time (analysis of covariance).</summary>
internal sealed class GroupedLine
{
    private readonly double[] _weights;
    private readonly double[] _times;
    private readonly double[] _values;

    private GroupedLine(int groups) => (_weights, _times, _values) = (new double[groups], new double[groups], new double[groups]);

    /// <summary>The slope; 0 where it is not wanted.</summary>
    public double Slope { get; private set; }

    /// <summary>Weighted sum of squared times around the means of their groups; infinite where no slope is wanted, which then has no variance.</summary>
    public double TimeSquares { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether a slope that is wanted has times to rest on.</summary>
    public bool IsEstimable { get; private set; } = true;

    /// <summary>Number of groups that have values.</summary>
    public int Levels => _weights.Count(weight => weight > 0);

    /// <summary>Fits a line; the arrays belong together one by one.</summary>
    public static GroupedLine Fit(QuasiPoissonData data, double[] values, double[] weights, bool hasSlope)
    {
        var line = new GroupedLine(data.Groups.Max() + 1);
        for (var i = 0; i < values.Length; i++)
        {
            var group = data.Groups[i];
            line._weights[group] += weights[i];
            // Means that are carried along keep their digits where sums of large times would not.
            line._times[group] += weights[i] / line._weights[group] * (data.Times[i] - line._times[group]);
            line._values[group] += weights[i] / line._weights[group] * (values[i] - line._values[group]);
        }
        if (hasSlope) line.FitSlope(data, values, weights);
        return line;
    }

    /// <summary>Value of the line, in a group that has values.</summary>
    public double Value(int group, double time) => _values[group] + Slope * (time - _times[group]);

    /// <summary>Variance of <see cref="Value"/> where a value of weight 1 has variance 1.</summary>
    public double Variance(int group, double time) => 1 / _weights[group] + (time - _times[group]) * (time - _times[group]) / TimeSquares;

    /// <summary>Value and variance; null where the group has no values.</summary>
    public (double Value, double Variance)? Predict(int group, double time) =>
        group < _weights.Length && _weights[group] > 0 ? (Value(group, time), Variance(group, time)) : null;

    private void FitSlope(QuasiPoissonData data, double[] values, double[] weights)
    {
        var (squares, products, scale) = (0.0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            var time = data.Times[i] - _times[data.Groups[i]];
            squares += weights[i] * time * time;
            products += weights[i] * time * (values[i] - _values[data.Groups[i]]);
            scale += weights[i];
        }
        // Times are whole steps: less than a millionth of a step of spread is rounding.
        IsEstimable = squares > 1e-12 * scale;
        TimeSquares = squares;
        if (IsEstimable) Slope = products / squares;
    }
}
