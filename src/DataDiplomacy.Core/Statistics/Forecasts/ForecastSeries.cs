namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>Guards what all forecasts need: a complete series, a horizon within bounds, a finite target.</summary>
internal static class ForecastSeries
{
    /// <summary>Farthest step of a forecast.</summary>
    public const int MaxHorizon = 1_000;

    /// <summary>The values where none is missing; null where there are gaps: equal spacing is needed, and nothing is made up.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or horizon, target or length are out of range.</exception>
    public static double[]? Complete(IReadOnlyList<double?> values, int maxPoints, int horizon, double? target)
    {
        var present = FiniteValues.Present(values, nameof(values));
        if (values.Count > maxPoints) throw new ArgumentException($"{values.Count} values; at most {maxPoints} are taken.", nameof(values));
        if (horizon is < 1 or > MaxHorizon)
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, $"The horizon has 1 to {MaxHorizon} steps.");
        if (target is { } aim) FiniteValues.Require(aim, nameof(target), 0);
        return present.Length == values.Count ? present : null;
    }

    /// <summary>Whether a spread is no more than the rounding of the values, a few units in their last place.</summary>
    public static bool IsRounding(double spread, double[] values) => spread <= 1e-15 * values.Max(Math.Abs);
}
