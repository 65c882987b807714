namespace DataDiplomacy.Core.Statistics;

/// <summary>
/// A power of two that brings the largest magnitude into [1, 2), so that squares and sums can neither overflow nor
/// vanish. Multiplying by it is exact, so that figures are not changed by it.
/// </summary>
internal readonly record struct BinaryScale(int Exponent)
{
    /// <summary>The scale of these values; 2^0 where all are 0 or there is none.</summary>
    public static BinaryScale Of(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        return new BinaryScale(largest > 0 ? Math.ILogB(largest) : 0);
    }

    /// <summary>The values divided by the scale.</summary>
    public double[] Down(ReadOnlySpan<double> values)
    {
        var scaled = new double[values.Length];
        for (var i = 0; i < values.Length; i++) scaled[i] = Math.ScaleB(values[i], -Exponent);
        return scaled;
    }

    /// <summary>A figure in the unit of the values again; infinite where it is beyond the range of doubles.</summary>
    public double Up(double figure) => Math.ScaleB(figure, Exponent);

    /// <summary>The root of the mean of squares, of values whose squares may be beyond the range of doubles; infinite where a value is.</summary>
    public static double RootMeanSquare(double[] values, double count)
    {
        if (!Array.TrueForAll(values, double.IsFinite)) return double.PositiveInfinity;
        var scale = Of(values);
        return scale.Up(Math.Sqrt(scale.Down(values).Sum(value => value * value) / count));
    }

    /// <summary>A figure in the squared unit of the values again; null where it is beyond the range of doubles, also below it.</summary>
    public double? UpSquaredInRange(double figure) => UpSquared(figure) is var up && double.IsFinite(up) && (up != 0 || figure == 0) ? up : null;

    /// <summary>A figure in the squared unit of the values again.</summary>
    public double UpSquared(double figure) => Math.ScaleB(figure, 2 * Exponent);
}
