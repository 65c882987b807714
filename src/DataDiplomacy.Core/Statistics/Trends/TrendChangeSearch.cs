using DataDiplomacy.Core.Statistics.Changes;
using DataDiplomacy.Core.Statistics.Regressions;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Looks for shifts of level in a series and compares one step with a line.</summary>
internal static class TrendChangeSearch
{
    public static TrendChanges Of(TrendSeries series, double slope, TrendSeasonality seasonality, double? correlation)
    {
        if (series.N < TrendChanges.MinPoints) return TrendChanges.None(TrendResult.InsufficientData);
        var values = seasonality.Adjusted ?? series.Values;
        if (!double.IsFinite(series.Times[^1] - series.Times[0])) return TrendChanges.None(TrendResult.OutOfRange);
        var found = ChangePoint.Find([.. values.Select(value => (double?)value)]);
        if (!found.Defined) return TrendChanges.None(found.Reason ?? TrendResult.Constant);

        var line = LeastSquares.Of(values, [[.. series.Times.Select(time => time - series.Times[0])]]);
        var changes = new TrendChanges
        {
            Defined = true,
            Deseasonalised = seasonality.Adjusted is not null,
            OnValues = Shifts(series.Times, values, found),
            OnDetrended = Detrended(series.Times, values, slope),
            BicLevel = found.Bic?[0],
            BicLine = LineBic(line, values.Length),
            BicStep = found.Bic?[1],
            Step = StepOf(series.Times, values, found)
        };
        changes = changes with { Shape = ShapeOf(changes, found, line) };
        return changes with { Warnings = [.. WarningsFor(changes, series, correlation)] };
    }

    private static TrendShifts Detrended(double[] times, double[] values, double slope)
    {
        var scale = BinaryScale.Of(values);
        var scaled = scale.Down(values);
        double[] rest = [.. scaled.Select((value, i) => value - Math.ScaleB(slope, -scale.Exponent) * (times[i] - times[0]))];
        // What a straight line leaves is rounding, and a shift in it would be made up.
        if (rest.Max() - rest.Min() <= 1e-12 * rest.Max(Math.Abs) || !rest.All(double.IsFinite)) Array.Clear(rest);
        return Shifts(times, rest, ChangePoint.Find([.. rest.Select(value => (double?)value)]));
    }

    private static TrendShifts Shifts(double[] times, double[] values, ChangePointResult found)
    {
        var pettitt = Pettitt.Test([.. values.Select(value => (double?)value)]);
        return new TrendShifts
        {
            PettittP = pettitt.PApprox,
            Pettitt = Places(times, pettitt.ChangeIndex),
            Pelt = Places(times, found.PeltChanges),
            Bic = Places(times, found.BicChanges)
        };
    }

    private static List<TrendShift> Places(double[] times, IReadOnlyList<int>? positions) =>
        [.. (positions ?? []).Select(position => new TrendShift(position, times[position - 1], times[position]))];

    private static TrendStep? StepOf(double[] times, double[] values, ChangePointResult found)
    {
        if (found.OptimalByM is not [{ Changes: [var position] }, ..]) return null;
        var scale = BinaryScale.Of(values);
        var scaled = scale.Down(values);
        double? Mean(double[] part) => double.IsFinite(scale.Up(part.Average())) ? scale.Up(part.Average()) : null;
        return new TrendStep(Places(times, [position])[0], Mean(scaled[..position]), Mean(scaled[position..]));
    }

    /// <summary>As strucchange counts: coefficients and variance. By logarithms, because the squares of large values overflow.</summary>
    private static double? LineBic(LeastSquares? line, int n)
    {
        if (line?.Sigma is not { } sigma || sigma <= 0) return null;
        var logSquares = 2 * Math.Log(sigma) + Math.Log(n - 2);
        return n * (logSquares + 1 - Math.Log(n) + Math.Log(2 * Math.PI)) + 3 * Math.Log(n);
    }

    private static TrendShape? ShapeOf(TrendChanges changes, ChangePointResult found, LeastSquares? line)
    {
        // Exactly 0 is set where nothing but rounding is left.
        if (line?.Sigma == 0) return TrendShape.Line;
        if (found.OptimalByM is [{ Rss: 0 }, ..]) return TrendShape.Step;
        if (changes is not { BicLevel: { } level, BicLine: { } straight, BicStep: { } step }) return null;
        if (step < Math.Min(level, straight)) return TrendShape.Step;
        return straight < level ? TrendShape.Line : TrendShape.Level;
    }

    private static IEnumerable<string> WarningsFor(TrendChanges changes, TrendSeries series, double? correlation)
    {
        if (correlation > Autocorrelation.Bound(series.N))
            yield return $"Neighbouring values are correlated (lag-1 autocorrelation {ReadableNumber.Of(correlation.GetValueOrDefault())}): "
                + "such a series seems to shift its level where nothing happened, and the p of Pettitt is too small.";
        if (series.N < 20) yield return $"With n={series.N}, fewer than 20, the p of Pettitt is rough.";
        if (changes.OnValues?.Bic.Count > 0 && changes.Shape == TrendShape.Line)
            yield return "A line describes the values better than one step: the candidates in the values may be the trend cut into pieces.";
        if (series.Calendar.Seasons is not null && !changes.Deseasonalised)
            yield return "The season could not be taken out first, and can pass for shifts.";
    }
}
