using DataDiplomacy.Core.Statistics.Relations;

namespace DataDiplomacy.Core.Observations.Relations;

/// <summary>Two series made ready to be correlated: what the mode makes of them, by period.</summary>
internal sealed class PairedSteps
{
    /// <summary>Below this share of the largest level a variation is that of the arithmetic.</summary>
    private const double Rounding = 1e-12;

    private readonly AutoregressiveModel? _model;
    private readonly SeriesPairMode _mode;
    private readonly long[] _common;

    private PairedSteps(SeriesPairMode mode, long[] common, AutoregressiveModel? model) => (_mode, _common, _model) = (mode, common, model);

    /// <summary>What is correlated of the first series, by period.</summary>
    public SortedDictionary<long, double> X { get; private set; } = [];

    /// <summary>What is correlated of the second series, by period.</summary>
    public SortedDictionary<long, double> Y { get; private set; } = [];

    /// <summary>The levels of both in the periods that they share.</summary>
    public (double[] X, double[] Y) Levels { get; private init; }

    /// <summary>Order of the filter; 0 without one.</summary>
    public int Order => _model?.Order ?? 0;

    /// <summary>Why the mode cannot be applied; null where it can.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether differences were filtered, because a level trends.</summary>
    public bool WasDifferenced { get; private init; }

    /// <summary>What the filter is put to; the levels themselves in other modes.</summary>
    public (double[] X, double[] Y) Unfiltered { get; private init; }

    public static PairedSteps Of(SeriesValues x, SeriesValues y, SeriesPairMode mode)
    {
        long[] common = [.. x.Values.Keys.Where(y.Values.ContainsKey)];
        var levels = (X: At(x.Values, common), Y: At(y.Values, common));
        if (mode == SeriesPairMode.Prewhitened) return Whitened(x, y, common, levels);
        var paired = new PairedSteps(mode, common, null) { Levels = levels, Unfiltered = levels };
        (paired.X, paired.Y) = (paired.Made(x) ?? [], paired.Made(y) ?? []);
        return paired;
    }

    /// <summary>A filter needs a series without trend (Box and Jenkins 1970): where a level has one, its changes are filtered.</summary>
    private static PairedSteps Whitened(SeriesValues x, SeriesValues y, long[] common, (double[] X, double[] Y) levels)
    {
        if (ReasonOf(common) is { } reason) return new PairedSteps(SeriesPairMode.Prewhitened, common, null) { Levels = levels, Reason = reason };
        var differenced = SeriesPair.IsTrending(levels.X) || SeriesPair.IsTrending(levels.Y);
        var unfiltered = differenced ? (X: Changes(levels.X), Y: Changes(levels.Y)) : levels;
        if (unfiltered.X.Concat(unfiltered.Y).Any(value => !double.IsFinite(value)))
            return new PairedSteps(SeriesPairMode.Prewhitened, common, null) { Levels = levels, Reason = SeriesPairReasons.OutOfRange };
        var model = Varies(unfiltered.X, levels.X) && Varies(unfiltered.Y, levels.Y) ? ModelOf(unfiltered.X) : null;
        var paired = new PairedSteps(SeriesPairMode.Prewhitened, common, model) { Levels = levels, Unfiltered = unfiltered, WasDifferenced = differenced };
        if (model is null) paired.Reason = SeriesPairReasons.Constant;
        else (paired.X, paired.Y) = (paired.Made(x) ?? [], paired.Made(y) ?? []);
        return paired;
    }

    /// <summary>What the mode makes of a series; null where a filter meets a gap.</summary>
    public SortedDictionary<long, double>? Made(SeriesValues series)
    {
        var made = _mode switch
        {
            SeriesPairMode.Levels => series.Values,
            SeriesPairMode.Differences => Differences(series.Values),
            _ => Filtered(series.Values)
        };
        if (made is not null && made.Values.Any(value => !double.IsFinite(value))) Reason = SeriesPairReasons.OutOfRange;
        return made;
    }

    /// <summary>The pairs of x and what y has so many periods later.</summary>
    public (double[] X, double[] Y) Pairs(int lag = 0)
    {
        long[] steps = [.. X.Keys.Where(step => Y.ContainsKey(step + lag))];
        return (At(X, steps), [.. steps.Select(step => Y[step + lag])]);
    }

    /// <summary>Whether values vary by more than the rounding of the levels that they were made of.</summary>
    public static bool Varies(double[] made, double[] levels) =>
        made.Length > 0 && made.Max() / 2 - made.Min() / 2 > Rounding / 2 * levels.Max(Math.Abs);

    private static string? ReasonOf(long[] common)
    {
        if (common.Length <= SeriesPair.MinPairs) return SeriesPairReasons.InsufficientData;
        return IsComplete(common) ? null : SeriesPairReasons.Gaps;
    }

    private static double[] Changes(double[] values) => [.. values.Skip(1).Zip(values, (after, before) => after - before)];

    /// <summary>Differences of periods exactly one apart, by the later of them.</summary>
    private static SortedDictionary<long, double> Differences(SortedDictionary<long, double> values)
    {
        var differences = new SortedDictionary<long, double>();
        foreach (var (step, value) in values)
        {
            if (values.TryGetValue(step - 1, out var before)) differences.Add(step, value - before);
        }
        return differences;
    }

    /// <summary>AIC chooses among many orders; on a short series it takes one that leaves too few values.</summary>
    private static AutoregressiveModel? ModelOf(double[] values) => PreWhitening.Fit(values) is { } chosen && chosen.Order > values.Length / 4
        ? PreWhitening.Fit(values, values.Length / 4)
        : PreWhitening.Fit(values);

    private SortedDictionary<long, double>? Filtered(SortedDictionary<long, double> values)
    {
        if (_model is null || _common.Any(step => !values.ContainsKey(step))) return null;
        var levels = At(values, _common);
        var unfiltered = WasDifferenced ? Changes(levels) : levels;
        if (unfiltered.Any(value => !double.IsFinite(value)) || PreWhitening.Filter(unfiltered, _model) is not { } left)
        {
            Reason = SeriesPairReasons.OutOfRange;
            return null;
        }
        var first = _common.Length - left.Length;
        return new SortedDictionary<long, double>(left.Select((value, i) => (Step: _common[first + i], Value: value)).ToDictionary(p => p.Step, p => p.Value));
    }

    private static bool IsComplete(long[] steps) => steps.Length > 0 && steps[^1] - steps[0] == steps.Length - 1;

    private static double[] At(SortedDictionary<long, double> values, long[] steps) => [.. steps.Select(step => values[step])];
}
