using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>PartialCorrelation as published.</summary>
internal sealed class PartialCorrelationMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "partial_correlation",
        Title = "Partial correlation given control variables",
        Version = PartialCorrelation.Version,
        Summary = "Asks how closely two variables go together once what the control variables explain linearly is taken out of both.",
        Formula = "r = -P12/sqrt(P11 P22), P the inverse of the correlation matrix (here by QR, which is the correlation of the residuals on the controls); "
            + "df = n - 2 - g, g the number of controls; t = r sqrt(df/(1-r^2)), p from Student's t with df degrees of freedom; interval tanh(atanh r +- z/sqrt(n-g-3))",
        Source = "Yule, G. U. (1907), On the theory of correlation for any number of variables, treated by a new system of notation, Proc. R. Soc. A 79:182-193; "
            + "Fisher, R. A. (1924), The distribution of the partial correlation coefficient, Metron 3:329-332; agrees with R's corpcor::cor2pcor",
        Limits = "Times with a missing value in any variable are dropped. Undefined with fewer than one degree of freedom (insufficient_data), where a variable is "
            + "constant (constant), or where the variables determine each other: condition number of the correlation matrix above 1e12 (singular). "
            + "2 to 50 variables, 200,000 values together; the interval needs 2 degrees of freedom.",
        DoNotTrustWhen =
        [
            "a control is itself an effect of both variables: holding it fixed makes a relation that is not there",
            "the relation to the controls is not a straight line",
            "the variables trend or depend on their past: correlate changes or pre-whitened values",
            "controls were chosen after looking at the results"
        ],
        Inputs = [new() { Name = "variables", Meaning = "rows are variables: the pair, then the controls; null is missing and the time is dropped from all", Shape = "array of rows, each an array of n numbers or null", Unit = "any, the same throughout a row", MaxLength = PartialCorrelation.MaxCells }],
        Parameters = [new() { Name = "confidence", Meaning = "confidence of the interval", Default = 0.95, Range = "between 0 and 1, both excluded" }],
        Outputs =
        [
            StatisticalOutput.Defined, new("n", "number of times used"),
            new("r", "partial correlation, -1 to 1"),
            new("df", "degrees of freedom, n - 2 - number of controls"),
            new("t", "Student's t"),
            new("p", "two-sided p, 0 to 1"),
            new("ci_low", "lower end of the interval of r; null with 1 degree of freedom"),
            new("ci_high", "upper end of the interval of r; null with 1 degree of freedom")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var variables = json.Table("variables", PartialCorrelation.MaxCells);
        if (json.Error is null && variables.Count is < 2 or > PartialCorrelation.MaxVariables)
            json.Refuse("inputs.variables", $"has {variables.Count} rows; 2 to {PartialCorrelation.MaxVariables} variables are accepted.");
        var confidence = json.Settings.Share("confidence", 0.95);
        if (json.Error is not null) return null;

        var result = PartialCorrelation.Test(variables, confidence);
        Warn(warnings, result, variables);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        return new JsonObject
        {
            ["defined"] = true,
            ["n"] = result.N,
            ["r"] = result.R,
            ["df"] = result.Df,
            ["t"] = StatisticalAnswers.Number(result.T),
            ["p"] = result.P,
            ["ci_low"] = result.CiLow,
            ["ci_high"] = result.CiHigh
        };
    }

    private static void Warn(List<string> warnings, PartialCorrelationResult result, IReadOnlyList<IReadOnlyList<double?>> variables)
    {
        var dropped = variables[0].Count - result.N;
        if (dropped > 0) warnings.Add($"{dropped} times with a missing value were dropped.");
        if (!result.Defined) return;
        if (variables.Count == 2) warnings.Add("There is no control variable: this is the plain correlation.");
        if (result.Df < 10) warnings.Add($"Few degrees of freedom: {result.Df}, fewer than the 10 that a published correlation should rest on.");
    }
}
