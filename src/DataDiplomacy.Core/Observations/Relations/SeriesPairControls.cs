using DataDiplomacy.Core.Statistics.Relations;

namespace DataDiplomacy.Core.Observations.Relations;

/// <summary>The partial correlation of a pair: the controls are made ready as the pair is, then held fixed.</summary>
internal static class SeriesPairControls
{
    public static SeriesPairPartial? Of(PairedSteps paired, IReadOnlyList<SeriesValues> controls, SeriesPairSettings settings)
    {
        if (controls.Count == 0) return null;
        string[] names = [.. controls.Select(control => control.Name)];
        if (controls.Select(control => control.Reason).FirstOrDefault(reason => reason is not null) is { } unusable) return Undefined(names, unusable, 0);
        SortedDictionary<long, double>?[] made = [.. controls.Select(paired.Made)];
        if (made.Any(control => control is null)) return Undefined(names, SeriesPairReasons.Gaps, 0);
        return Result(names, paired, [.. made.OfType<SortedDictionary<long, double>>()], settings);
    }

    private static SeriesPairPartial Result(string[] names, PairedSteps paired, SortedDictionary<long, double>[] controls, SeriesPairSettings settings)
    {
        long[] steps = [.. paired.X.Keys.Where(step => paired.Y.ContainsKey(step) && controls.All(control => control.ContainsKey(step)))];
        double[] x = [.. steps.Select(step => paired.X[step])];
        double[] y = [.. steps.Select(step => paired.Y[step])];
        double[][] held = [.. controls.Select(control => steps.Select(step => control[step]).ToArray())];
        if (held.Any(control => control.Any(value => !double.IsFinite(value)))) return Undefined(names, SeriesPairReasons.OutOfRange, steps.Length);
        var result = PartialCorrelation.Test(x, y, held, settings.Confidence);
        return new SeriesPairPartial
        {
            Controls = names,
            Result = result,
            P = result.R is { } r && EffectiveSize.Of(x, y) is { } size ? SeriesPair.P(r, size, controls.Length) : null
        };
    }

    private static SeriesPairPartial Undefined(string[] names, string reason, int n) =>
        new() { Controls = names, Result = new PartialCorrelationResult { Defined = false, Reason = reason, N = n } };
}
