using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Cusum as published.</summary>
internal sealed class CusumMethod : IPublishedMethod
{
    private const string Count = "count";
    private const string Tabular = "tabular";
    private const int DefaultBaseline = 20;

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "cusum",
        Title = "CUSUM of counts, and two-sided tabular CUSUM",
        Version = Cusum.Version,
        Summary = "Says when counts, or any values, have lain a little off their mean for some time, by summing up what exceeds an allowance.",
        Formula = "count: z = (x - m)/sqrt(m) [standard], (x - 3m + 2 sqrt(x m))/(2 sqrt(m)) [rossi], 1.5 (x^(2/3) - m^(2/3))/m^(1/6) [anscombe]; "
            + "C_0 = 0, C_t = max(0, C_(t-1) + z_t - k), alarm: C_t >= h; cusum_reset starts at 0 after an alarm; "
            + "tabular: z = (x - mu)/sigma, C+_t = max(0, C+_(t-1) + z - k), C-_t = max(0, C-_(t-1) - z - k), alarm: either > h; "
            + "arl0 = L(0)/2 (1/arl0 = 1/arl+ + 1/arl-), L(u) = 1 + L(0) Phi(k - u) + integral from 0 to h of L(y) phi(y + k - u) dy at Gauss-Legendre nodes",
        Source = "Page, E. S. (1954), Continuous inspection schemes, Biometrika 41:100-115; Brook, D., Evans, D. A. (1972), An approach to the probability "
            + "distribution of cusum run length, Biometrika 59:539-549; Rossi, G., Lampugnani, L., Marchi, M. (1999), An approximate CUSUM procedure for "
            + "surveillance of health events, Statistics in Medicine 18:2111-2122; agrees with surveillance::algo.cusum and spc::xcusum.arl in R",
        Limits = "Undefined without a value or a baseline of two (insufficient_data), with a tabular baseline without spread or a count baseline of zeros (constant), or beyond the range of "
            + "doubles (out_of_range). arl0 is null above 1e11 and with an h above 148; counts have none.",
        DoNotTrustWhen =
        [
            "cusum without reset is shown after an outbreak: even no case at all alarms for weeks",
            "neighbouring values are correlated, or there is a season or trend",
            "the baseline is short: m, mu and sigma are taken as known",
            "counts are overdispersed: z has a larger spread than 1, and alarms are too many",
            "many series are watched: false alarms a year = series times values a year over arl0"
        ],
        Inputs = [new() { Name = "values", Meaning = "values at equal steps, oldest first, 0 or more where kind is count; null is missing: the sums stand still", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = Cusum.MaxPoints }],
        Parameters =
        [
            new() { Name = "kind", Meaning = "tabular for any values both ways, count for counts upwards", Default = Tabular, Range = $"{Tabular} or {Count}" },
            .. ChartSettings.Parameters,
            new() { Name = "m", Meaning = "mean count in control; absent: mean of the baseline", Default = null, Range = "above 0; only where kind is count" },
            new() { Name = "trans", Meaning = "how a count becomes a standard deviate", Default = "standard", Range = "standard, rossi or anscombe; only where kind is count" },
            new() { Name = "k", Meaning = "allowance in standard deviations, half the shift to find; absent: 0.5 tabular, 1.04 count", Default = null, Range = "0 to 100" },
            new() { Name = "h", Meaning = "limit of the sums in standard deviations; absent: 5 tabular, 2.26 count", Default = null, Range = "0.01 to 1000000" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("z", "the counts as standard deviates; null where missing", "kind is count"),
            new("cusum", "sum without reset per count, 0 or more", "kind is count"),
            new("c_plus", "sum of the excess per value, in sigmas, 0 or more", "kind is tabular"),
            new("c_minus", "sum of the shortfall per value, in sigmas, 0 or more", "kind is tabular"),
            new("alarm", "whether cusum has reached h, or one of c_plus and c_minus exceeds it, per value; false where the value is missing"),
            new("cusum_reset", "sum that starts at 0 after an alarm, the one to show", "kind is count"),
            new("alarm_reset", "whether cusum_reset has reached h, per count", "kind is count"),
            new("arl0", "average number of values to a false alarm in control, 1 or more; null above 1e11 or with an h above 148", "kind is tabular")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var values = json.Numbers("values", Cusum.MaxPoints);
        var isCount = json.Settings.Choice("kind", Tabular, Count) == Count;
        var k = json.Settings.Number("k", isCount ? 1.04 : 0.5, 0, 100);
        var h = json.Settings.Number("h", isCount ? 2.26 : 5, 0.01, 1_000_000);
        var answer = isCount ? RunCount(json, values, k, h, warnings) : RunTabular(json, values, k, h, warnings);
        var missing = values.Count(value => value is null);
        if (json.Error is null && missing > 0) warnings.Add($"{missing} values are missing: the chart stands still there and raises no alarm.");
        return answer;
    }

    private static JsonObject? RunTabular(StatisticalJson json, IReadOnlyList<double?> values, double k, double h, List<string> warnings)
    {
        if (json.Settings.OptionalNumber("m") is not null) json.Refuse("parameters.m", "is given; it belongs to kind count, and mu and sigma to kind tabular.");
        if (Transformation(json) != CountTransformation.Standard) json.Refuse("parameters.trans", "is given; it belongs to kind count.");
        var baseline = ChartSettings.Read(json, values, warnings, out var reason);
        if (json.Error is not null) return null;
        if (baseline is not { } found) return StatisticalAnswers.Undefined(reason);

        var result = Cusum.Tabular(values, found, k, h);
        if (result is not { Plus: { } plus, Minus: { } minus, Alarm: { } alarm }) return StatisticalAnswers.Undefined(result.Reason);
        return new JsonObject
        {
            ["defined"] = true,
            ["c_plus"] = StatisticalAnswers.Numbers(plus),
            ["c_minus"] = StatisticalAnswers.Numbers(minus),
            ["alarm"] = StatisticalAnswers.Flags(alarm),
            ["arl0"] = result.Arl0
        };
    }

    private static JsonObject? RunCount(StatisticalJson json, IReadOnlyList<double?> values, double k, double h, List<string> warnings)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] < 0) json.Refuse($"inputs.values[{i}]", "is negative; a count of 0 or more is needed, or null where it is missing.");
        }
        foreach (var name in new[] { "mu", "sigma" })
        {
            if (json.Settings.OptionalNumber(name) is not null) json.Refuse($"parameters.{name}", "is given; it belongs to kind tabular, and m to kind count.");
        }
        var transformation = Transformation(json);
        var mean = Mean(json, values, warnings, out var reason);
        if (json.Error is not null) return null;
        if (mean is not { } m) return StatisticalAnswers.Undefined(reason);

        var result = Cusum.Counts(values, m, transformation, k, h);
        if (result is not { Z: { } z, Cusum: { } cusum, Alarm: { } alarm, CusumReset: { } reset, AlarmReset: { } alarmReset })
            return StatisticalAnswers.Undefined(result.Reason);
        return new JsonObject
        {
            ["defined"] = true,
            ["z"] = StatisticalAnswers.Numbers(z),
            ["cusum"] = StatisticalAnswers.Numbers(cusum),
            ["alarm"] = StatisticalAnswers.Flags(alarm),
            ["cusum_reset"] = StatisticalAnswers.Numbers(reset),
            ["alarm_reset"] = StatisticalAnswers.Flags(alarmReset)
        };
    }

    private static CountTransformation Transformation(StatisticalJson json) => json.Settings.Choice("trans", "standard", "rossi", "anscombe") switch
    {
        "rossi" => CountTransformation.Rossi,
        "anscombe" => CountTransformation.Anscombe,
        _ => CountTransformation.Standard
    };

    private static double? Mean(StatisticalJson json, IReadOnlyList<double?> values, List<string> warnings, out string? reason)
    {
        reason = null;
        var m = json.Settings.OptionalNumber("m", 0);
        var length = json.Settings.OptionalWhole("baseline", 2, Cusum.MaxPoints);
        if (m is 0) json.Refuse("parameters.m", "is 0; a mean above 0 is needed.");
        if (m is not null && length is not null) json.Refuse("parameters.baseline", "is given with m; give one or the other.");
        if (json.Error is not null || m is not null) return m;

        double[] first = [.. values.Take(length ?? DefaultBaseline).OfType<double>()];
        var mean = first.Length < 2 ? 0 : first.Average();
        reason = first.Length < 2 ? StatisticalAnswers.InsufficientData : mean == 0 ? StatisticalAnswers.Constant : StatisticalAnswers.OutOfRange;
        if (mean == 0 || !double.IsFinite(mean)) return null;
        warnings.Add(FormattableString.Invariant($"m = {mean} comes from the first {Math.Min(length ?? DefaultBaseline, values.Count)} values: they must be in control."));
        return mean;
    }
}
