using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Ewma as published.</summary>
internal sealed class EwmaMethod : IPublishedMethod
{
    private const double LeastLambda = 0.001;

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "ewma",
        Title = "EWMA control chart",
        Version = Ewma.Version,
        Summary = "Says when the mean of a series has shifted a little for some time, up or down, against a mean and spread in control.",
        Formula = "z_0 = mu, z_t = lambda x_t + (1 - lambda) z_(t-1); sd_t = sigma sqrt(lambda/(2 - lambda) (1 - (1 - lambda)^(2t))); "
            + "limits mu -+ l sd_t; alarm: z_t outside; missing x_t: z_t = z_(t-1), no alarm; arl0 = run length with the limits for t to infinity, from "
            + "L(u) = 1 + 1/lambda integral of L(y) phi((y - (1 - lambda) u)/lambda) dy at Gauss-Legendre nodes, at u = 0",
        Source = "Roberts, S. W. (1959), Control chart tests based on geometric moving averages, Technometrics 1:239-250; "
            + "Crowder, S. V. (1987), A simple method for studying run-length distributions of exponentially weighted moving average charts, "
            + "Technometrics 29:401-407; arl0 agrees with spc::xewma.arl in R",
        Limits = "Undefined without a value or a baseline of two (insufficient_data), with a baseline without spread (constant), or beyond the range of doubles (out_of_range). "
            + "arl0 is null above 1e11, and where lambda is so small that 400 nodes do not resolve it.",
        DoNotTrustWhen =
        [
            "neighbouring values are correlated, or there is a season or trend: alarms come far more often than arl0 says",
            "the baseline is short: arl0 takes mu and sigma as known",
            "values are sparse counts: the limits assume a normal distribution",
            "many series are watched: false alarms a year = series times values a year over arl0"
        ],
        Inputs = [new() { Name = "values", Meaning = "values at equal steps, oldest first; null is missing: z stays, the limits go on", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = Ewma.MaxPoints }],
        Parameters =
        [
            .. ChartSettings.Parameters,
            new() { Name = "lambda", Meaning = "weight of the newest value; 1 is the Shewhart chart", Default = 0.2, Range = "0.001 to 1" },
            new() { Name = "l", Meaning = "limits in standard deviations of z; 2.86 with lambda 0.2 has an arl0 of 371", Default = 2.86, Range = "0.01 to 100" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("z", "weighted mean per value, unit of the value"),
            new("lower", "lower limit per value, unit of the value"),
            new("upper", "upper limit per value, unit of the value"),
            new("alarm", "whether z lies outside the limits per value; false where the value is missing"),
            new("arl0", "average number of values to a false alarm in control, 1 or more; null above 1e11 or with a tiny lambda")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var values = json.Numbers("values", Ewma.MaxPoints);
        var baseline = ChartSettings.Read(json, values, warnings, out var reason);
        var lambda = json.Settings.Number("lambda", 0.2, LeastLambda, 1);
        var l = json.Settings.Number("l", 2.86, 0.01, 100);
        if (json.Error is not null) return null;
        if (baseline is not { } found) return StatisticalAnswers.Undefined(reason);

        var result = Ewma.Watch(values, found, lambda, l);
        if (result is not { Z: { } z, Lower: { } lower, Upper: { } upper, Alarm: { } alarm }) return StatisticalAnswers.Undefined(result.Reason);
        var missing = values.Count(value => value is null);
        if (missing > 0) warnings.Add($"{missing} values are missing: z stays as it was there, the limits go on, and there is no alarm.");
        return new JsonObject
        {
            ["defined"] = true,
            ["z"] = StatisticalAnswers.Numbers(z),
            ["lower"] = StatisticalAnswers.Numbers(lower),
            ["upper"] = StatisticalAnswers.Numbers(upper),
            ["alarm"] = StatisticalAnswers.Flags(alarm),
            ["arl0"] = result.Arl0
        };
    }
}
