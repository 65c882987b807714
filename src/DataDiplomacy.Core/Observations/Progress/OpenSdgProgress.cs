namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>
/// Open SDG and Statistics Canada (progress methodology, Open SDG 2.4, October 2025, after Eurostat): observed over required growth rate; without a
/// target the observed rate, with thresholds that shrink near the limit of the series. Score -5 to +5.
/// </summary>
internal sealed class OpenSdgProgress : IProgressMethod
{
    private const double LimitExponent = 4.44;

    /// <inheritdoc/>
    public string Id => "opensdg";

    /// <inheritdoc/>
    public ProgressReading Read(ProgressFacts facts, ProgressRules rules)
    {
        var (rates, reason) = GrowthRates.Of(facts.AsDistance(), rules);
        if (facts.IsMet) return new ProgressReading { IsMet = true, Measure = rates?.Ratio, Score = 5, Inputs = rates?.Inputs ?? [], Bands = rules.WithTarget };
        if (rates is null) return ProgressReading.Refused(reason);
        if (facts.Goal is null) return WithoutTarget(facts, rates, rules);
        if (rates.Ratio is not { } ratio) return ProgressReading.Refused(ProgressReasons.NoDistance);

        return new ProgressReading
        {
            Measure = ratio,
            Score = ratio >= 0.6 ? Math.Min(7.1429 * ratio - 4.2857, 5) : Math.Max(4.1667 * ratio - 2.5, -5),
            Bands = rules.WithTarget,
            Inputs = rates.Inputs
        };
    }

    /// <summary>Share of the thresholds that applies near a limit: 1 far from it, 0 at it.</summary>
    public static double LimitFactor(double start, double limit)
    {
        var (b, l) = (Math.Abs(start), Math.Abs(limit));
        if (b >= 2 * l) return 1;
        return b <= l ? 1 - Math.Pow(b / l, LimitExponent) : 1 - Math.Pow((2 * l - b) / l, LimitExponent);
    }

    private static ProgressReading WithoutTarget(ProgressFacts facts, GrowthRates rates, ProgressRules rules)
    {
        var factor = facts.Target.Limit is { } limit && limit != 0 ? LimitFactor(facts.Base.Value, limit) : 1;
        List<KeyValuePair<string, double>> inputs = [.. rates.Inputs];
        if (facts.Target.Limit is not null) inputs.Add(new("limitFactor", factor));
        return new ProgressReading
        {
            Measure = rates.Wanted,
            Score = ScoreOf(rates.Wanted, factor),
            Bands = [.. rules.WithoutTarget.Select(band => band.Scaled(factor))],
            Inputs = inputs
        };
    }

    private static double ScoreOf(double growth, double factor)
    {
        if (growth < 0) return Math.Max(125 * growth - 2.5, -5);
        if (factor == 0) return 5;
        if (growth < 0.005 * factor) return 500 * growth / factor - 2.5;
        return growth < 0.015 * factor ? 250 * growth / factor - 1.25 : Math.Min(500 * growth / factor - 5, 5);
    }
}
