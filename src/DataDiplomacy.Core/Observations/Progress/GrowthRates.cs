namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>Compound annual growth: what was observed, and what the target asks for from the same base.</summary>
internal sealed record GrowthRates
{
    /// <summary>Observed rate, a share per year.</summary>
    public required double Observed { get; init; }

    /// <summary>Rate that reaches the target in its year, a share per year; null without a target.</summary>
    public required double? Required { get; init; }

    /// <summary>Observed rate with the sign that makes the wanted change positive.</summary>
    public required double Wanted { get; init; }

    /// <summary>Observed over required rate, positive where the series moves as wanted; null without a target or where nothing is required.</summary>
    public double? Ratio => Required is { } required && required != 0 ? Wanted / Math.Abs(required) : null;

    /// <summary>Whether a zero had to be replaced.</summary>
    public required bool HasReplacedZero { get; init; }

    /// <summary>What went in and came out, by name.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Inputs { get; init; }

    /// <summary>The rates, or the reason why there are none.</summary>
    public static (GrowthRates? Rates, string? Reason) Of(ProgressFacts facts, ProgressRules rules)
    {
        var zero = facts.Choices.ZeroReplacement ?? rules.ZeroReplacement;
        var (start, latest) = (NonZero(facts.Base.Value, zero), facts.Base.Value == 0 ? NonZero(facts.Latest.Value, zero) : facts.Latest.Value);
        var goal = facts.Goal is { } target ? NonZero(target, zero) : (double?)null;
        if (start * latest < 0 || start * goal < 0) return (null, ProgressReasons.SignChange);

        var observed = Rate(start, latest, facts.Years);
        var required = goal is { } to ? Rate(start, to, facts.Target.Year - facts.Base.Year) : (double?)null;
        if (!double.IsFinite(observed) || required is { } r && !double.IsFinite(r)) return (null, ProgressReasons.OutOfRange);
        return (new GrowthRates
        {
            Observed = observed,
            Required = required,
            // A negative value that grows in size falls: Open SDG, progress methodology (2025).
            Wanted = (start < 0 ? -1 : 1) * facts.Sign * observed,
            HasReplacedZero = facts.Base.Value == 0 || facts.Goal == 0,
            Inputs = InputsOf(observed, required, facts.Base.Value == 0 || facts.Goal == 0 ? zero : null)
        }, null);
    }

    private static List<KeyValuePair<string, double>> InputsOf(double observed, double? required, double? zero)
    {
        var inputs = new List<KeyValuePair<string, double>> { new("cagrObserved", observed) };
        if (required is { } rate) inputs.Add(new("cagrRequired", rate));
        if (zero is { } replacement) inputs.Add(new("zeroReplacement", replacement));
        return inputs;
    }

    private static double Rate(double from, double to, int years) => Math.Pow(to / from, 1.0 / years) - 1;

    private static double NonZero(double value, double replacement) => value == 0 ? replacement : value;
}
