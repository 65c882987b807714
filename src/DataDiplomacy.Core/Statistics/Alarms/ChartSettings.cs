namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Reads mu and sigma of a chart, or takes them from the first values.</summary>
internal static class ChartSettings
{
    /// <summary>What is published about them.</summary>
    public static readonly IReadOnlyList<StatisticalParameter> Parameters =
    [
        new() { Name = "mu", Meaning = "mean in control, given with sigma; absent: from the baseline", Default = null, Range = "any number" },
        new() { Name = "sigma", Meaning = "standard deviation in control, given with mu; absent: from the baseline", Default = null, Range = "above 0" },
        new() { Name = "baseline", Meaning = "number of first values, missing ones counted, whose mean and sample standard deviation are taken where mu and sigma are absent", Default = 20, Range = "whole number from 2 to 100000; only without mu and sigma" }
    ];

    private const int DefaultBaseline = 20;

    /// <summary>The baseline; null after a fault, or where the first values tell no spread, for which the reason is given.</summary>
    public static ChartBaseline? Read(StatisticalJson json, IReadOnlyList<double?> values, List<string> warnings, out string? reason)
    {
        reason = null;
        var mu = json.Settings.OptionalNumber("mu");
        var sigma = json.Settings.OptionalNumber("sigma", 0);
        var length = json.Settings.OptionalWhole("baseline", 2, 100_000);
        if (sigma is 0) json.Refuse("parameters.sigma", "is 0; a standard deviation above 0 is needed.");
        if (mu is null != sigma is null) json.Refuse(mu is null ? "parameters.mu" : "parameters.sigma", "is missing; mu and sigma are needed together.");
        if (mu is not null && length is not null) json.Refuse("parameters.baseline", "is given with mu and sigma; give one or the other.");
        if (json.Error is not null) return null;
        if (mu is { } given && sigma is { } spread) return new ChartBaseline(given, spread);

        var baseline = ChartBaseline.Of(values, length ?? DefaultBaseline);
        reason = baseline is null ? Reason([.. values.Take(length ?? DefaultBaseline).OfType<double>()]) : null;
        if (baseline is { } found) warnings.Add(Said(found, length ?? DefaultBaseline, values.Count));
        return baseline;
    }

    private static string Reason(double[] first)
    {
        if (first.Length < 2) return StatisticalAnswers.InsufficientData;
        return first.Distinct().Count() == 1 ? StatisticalAnswers.Constant : StatisticalAnswers.OutOfRange;
    }

    private static string Said(ChartBaseline found, int length, int n) => FormattableString.Invariant(
        $"mu = {found.Mu} and sigma = {found.Sigma} come from the first {Math.Min(length, n)} values: they must be in control, and arl0 takes both as known.");
}
